// SPDX-License-Identifier: MIT
// Rooms that run late, as staff say it.
#include <doctest/doctest.h>

#include <random>

#include "overrides/changed_lines.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

TEST_CASE("of a delay what is on ends later, and what follows shifts until gaps have taken it up") {
  struct Row {
    const char* what;
    const char* from;
    int minutes;
    Lines hall;
  };
  const Row rows[] = {
      {"before the first session",
       "12:50",
       10,
       {"13:10 - 13:40 Alpha in Hall, was 13:00 - 13:30", "13:40 - 14:10 Beta in Hall, was 13:30 - 14:00",
        "14:10 - 14:40 Gamma in Hall"}},
      {"within the first session",
       "13:05",
       10,
       {"13:00 - 13:40 Alpha in Hall, was 13:00 - 13:30", "13:40 - 14:10 Beta in Hall, was 13:30 - 14:00",
        "14:10 - 14:40 Gamma in Hall"}},
      {"at its start it is on",
       "13:00",
       5,
       {"13:00 - 13:35 Alpha in Hall, was 13:00 - 13:30", "13:35 - 14:05 Beta in Hall, was 13:30 - 14:00",
        "14:10 - 14:40 Gamma in Hall"}},
      {"longer than the gap",
       "13:05",
       25,
       {"13:00 - 13:55 Alpha in Hall, was 13:00 - 13:30", "13:55 - 14:25 Beta in Hall, was 13:30 - 14:00",
        "14:25 - 14:55 Gamma in Hall, was 14:10 - 14:40"}},
      {"at its end the next one is on",
       "13:30",
       5,
       {"13:00 - 13:30 Alpha in Hall", "13:30 - 14:05 Beta in Hall, was 13:30 - 14:00", "14:10 - 14:40 Gamma in Hall"}},
      {"in a gap",
       "14:05",
       5,
       {"13:00 - 13:30 Alpha in Hall", "13:30 - 14:00 Beta in Hall", "14:15 - 14:45 Gamma in Hall, was 14:10 - 14:40"}},
      {"when all is over",
       "15:00",
       5,
       {"13:00 - 13:30 Alpha in Hall", "13:30 - 14:00 Beta in Hall", "14:10 - 14:40 Gamma in Hall"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Lines lines = changed(programme(kHall),
                          {R"({"rooms": ["Hall"], "delay_minutes": )" + std::to_string(row.minutes) +
                           R"(, "from": "2025-11-04T)" + row.from + "\"}"},
                          row.from);
    CHECK(lines.back() == "13:00 - 13:30 Delta in Foyer");
    lines.pop_back();
    CHECK(lines == row.hall);
  }
}

TEST_CASE("a delay without a beginning holds from when it was first read") {
  CHECK(changed(programme(kHall), {R"({"rooms": ["Hall"], "delay_minutes": 5})"}, "13:05").front() ==
        "13:05 - 13:35 Alpha in Hall, was 13:00 - 13:30");
}

TEST_CASE("of two delays of a room that begin together the last in the file counts; wildcards name many rooms") {
  const Lines lines = changed(
      programme(kHall), {R"({"rooms": ["*"], "delay_minutes": 20})", R"({"rooms": ["Hal?"], "delay_minutes": 5})"});
  CHECK(lines[0] == "13:05 - 13:35 Alpha in Hall, was 13:00 - 13:30");
  CHECK(lines[3] == "13:20 - 13:50 Delta in Foyer, was 13:00 - 13:30");
}

TEST_CASE("a later delay says how late it is from then on; what was late before stays as it was") {
  const auto two = [](const std::string& first, const std::string& second) {
    const auto delay = [](const std::string& text) {
      return R"({"rooms": ["Hall"], "delay_minutes": )" + text + "\"}";
    };
    return changed(programme(kHall), {delay(second), delay(first)}, "13:35");
  };
  const std::string ten = R"(10, "from": "2025-11-04T12:50)";
  // At 13:35 Alpha is on since 13:10 and would have ended at 13:40.
  CHECK(two(ten, R"(20, "from": "2025-11-04T13:35)") ==
        Lines{"13:10 - 13:50 Alpha in Hall, was 13:00 - 13:30", "13:50 - 14:20 Beta in Hall, was 13:30 - 14:00",
              "14:20 - 14:50 Gamma in Hall, was 14:10 - 14:40", "13:00 - 13:30 Delta in Foyer"});
  CHECK(two(ten, R"(8, "from": "2025-11-04T13:35)") ==
        Lines{"13:10 - 13:38 Alpha in Hall, was 13:00 - 13:30", "13:38 - 14:08 Beta in Hall, was 13:30 - 14:00",
              "14:10 - 14:40 Gamma in Hall", "13:00 - 13:30 Delta in Foyer"});
}

TEST_CASE("what was late before a later delay stays so as long as that one holds, though it is over itself") {
  const auto at = [](const char* time, const std::string& more = "") {
    return changed(
        programme(kHall),
        {R"({"rooms": ["Hall"], "delay_minutes": 10, "from": "2025-11-04T13:25", "until": "2025-11-04T13:40"})",
         R"({"rooms": ["Ha*"], "delay_minutes": 20, "from": "2025-11-04T13:33")" + more + "}"},
        time);
  };
  // At 13:33 Alpha still runs, late by the first; the second says how late.
  const Lines late = {"13:00 - 13:50 Alpha in Hall, was 13:00 - 13:30", "13:50 - 14:20 Beta in Hall, was 13:30 - 14:00",
                      "14:20 - 14:50 Gamma in Hall, was 14:10 - 14:40", "13:00 - 13:30 Delta in Foyer"};
  CHECK(at("13:39") == late);
  CHECK(at("13:45") == late);
  CHECK(at("13:50", R"(, "until": "2025-11-04T13:45")").front() == "13:00 - 13:30 Alpha in Hall");
  // One that was over when the later was said is no matter.
  const Lines apart =
      changed(programme(kHall),
              {R"({"rooms": ["Hall"], "delay_minutes": 10, "from": "2025-11-04T13:25", "until": "2025-11-04T13:33"})",
               R"({"rooms": ["Hall"], "delay_minutes": 20, "from": "2025-11-04T13:33"})"},
              "13:45");
  CHECK(apart.front() == "13:00 - 13:30 Alpha in Hall");
}

TEST_CASE("several sessions that are on all end later") {
  const Lines lines = changed(
      programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:10 - 13:40 | Beta", "Hall | 13:40 - 14:00 | Gamma"}),
      {R"({"rooms": ["Hall"], "delay_minutes": 5, "from": "2025-11-04T13:20"})"}, "13:20");
  CHECK(lines == Lines{"13:00 - 13:35 Alpha in Hall, was 13:00 - 13:30",
                       "13:10 - 13:45 Beta in Hall, was 13:10 - 13:40",
                       "13:45 - 14:05 Gamma in Hall, was 13:40 - 14:00"});
}

TEST_CASE("an entry of no length stays one: it fills no gap, and ends nothing later") {
  const Schedule published =
      programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:35 - 13:35 | Doors close", "Hall | 13:40 - 14:00 | Beta"});
  CHECK(changed(published, {R"({"rooms": ["Hall"], "delay_minutes": 20, "from": "2025-11-04T13:05"})"}, "13:05") ==
        Lines{"13:00 - 13:50 Alpha in Hall, was 13:00 - 13:30", "13:50 - 13:50 Doors close in Hall, was 13:35 - 13:35",
              "13:50 - 14:10 Beta in Hall, was 13:40 - 14:00"});
  CHECK(changed(published, {R"({"rooms": ["Hall"], "delay_minutes": 20, "from": "2025-11-04T13:36"})"}, "13:36") ==
        Lines{"13:00 - 13:30 Alpha in Hall", "13:35 - 13:35 Doors close in Hall",
              "14:00 - 14:20 Beta in Hall, was 13:40 - 14:00"});
}

TEST_CASE("a delay names its rooms by their names or by the feed's ids, which are no patterns") {
  Schedule published = programme(kHall);
  published.rooms[0].id = "r1";
  published.rooms[1].id = "r2";
  const auto first_and_last = [&published](const char* room) {
    const Lines lines = changed(published, {std::string(R"({"rooms": [")") + room + R"("], "delay_minutes": 5})"});
    return Lines{lines.front(), lines.back()};
  };
  const std::string hall = "13:00 - 13:30 Alpha in Hall";
  const std::string foyer = "13:00 - 13:30 Delta in Foyer";
  const std::string hall_late = "13:05 - 13:35 Alpha in Hall, was 13:00 - 13:30";
  const std::string foyer_late = "13:05 - 13:35 Delta in Foyer, was 13:00 - 13:30";
  CHECK(first_and_last("r1") == Lines{hall_late, foyer});
  CHECK(first_and_last("r2") == Lines{hall, foyer_late});
  CHECK(first_and_last("r*") == Lines{hall, foyer});
  CHECK(first_and_last("Foyer") == Lines{hall, foyer_late});
}

TEST_CASE("cancelled sessions take up nothing and are not delayed; what moved in is") {
  const Lines lines =
      changed(programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:30 - 14:00 | Beta | cancelled",
                         "Hall | 14:00 - 14:30 | Gamma", "Foyer | 13:15 - 13:45 | Delta"}),
              {R"({"session": {"id": "Delta"}, "move_to": "Hall"})", R"({"rooms": ["Hall"], "delay_minutes": 20})"});
  CHECK(lines == Lines{"13:20 - 13:50 Alpha in Hall, was 13:00 - 13:30", "13:30 - 14:00 Beta in Hall, cancelled",
                       "14:05 - 14:35 Gamma in Hall, was 14:00 - 14:30", "13:15 - 13:45 Delta in Foyer, moved to Hall",
                       "13:35 - 14:05 Delta in Hall, was 13:15 - 13:45"});
}

TEST_CASE("sessions without an end keep the one they had") {
  const Lines lines = changed(programme({"Hall | 13:00 - | Alpha", "Hall | 13:30 - | Beta"}),
                              {R"({"rooms": ["Hall"], "delay_minutes": 10, "from": "2025-11-04T13:35"})"}, "13:35");
  // No printed end stands beside an end that nobody wrote.
  CHECK(lines == Lines{"13:00 - 13:30 Alpha in Hall, end assumed", "13:30 - 14:40 Beta in Hall, end assumed"});
  const Lines later = changed(programme({"Hall | 13:00 - | Alpha", "Hall | 13:30 - | Beta"}),
                              {R"({"rooms": ["Hall"], "delay_minutes": 10, "from": "2025-11-04T13:05"})"}, "13:05");
  CHECK(later == Lines{"13:00 - 13:40 Alpha in Hall, end assumed",
                       "13:40 - 14:40 Beta in Hall, end assumed, was 13:30 - 14:30"});
}

// The rule of delays once more, for one room of sessions that do not overlap, by a minute's list of who is on.
TEST_CASE("an end nobody wrote gives way to a session for every room, late or not") {
  const Lines lines = changed(programme({"Hall | 11:00 - | Alpha", "* | 11:40 - 12:30 | Plenary"}),
                              {R"({"rooms": ["Hall"], "delay_minutes": 20, "from": "2025-11-04T10:50"})"}, "11:00");
  CHECK(lines.front() == "11:20 - 11:40 Alpha in Hall, end assumed, was 11:00 - 11:40");
}

TEST_CASE("random delays: every session shifts by what the gaps before it have left") {
  std::mt19937 random(20251104);
  const auto pick = [&random](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
  for (int round = 0; round < 300; ++round) {
    Schedule published;
    RoomTable(published).index("Hall");
    Instant pen = moment("09:00");
    for (int i = 0; i < 8; ++i) {
      pen += std::chrono::minutes(pick(0, 2) == 0 ? 0 : pick(0, 20));
      Session session;
      session.id = "s" + std::to_string(i);
      session.start = pen;
      pen += std::chrono::minutes(pick(5, 40));
      session.end = pen;
      session.rooms = {0};
      published.sessions.push_back(session);
    }
    const Instant from = moment("09:00") + std::chrono::minutes(pick(0, 300));
    const auto delay = std::chrono::minutes(pick(1, 45));
    Override entry;
    entry.rooms = {"Hall"};
    entry.from = from;
    entry.what = DelayOverride{delay};
    const Schedule changed = changed_schedule(published, {{entry, from}}, {0});
    Instant free_at = Instant::min();  // when the room is free again
    bool begun = false;
    for (std::size_t i = 0; i < published.sessions.size(); ++i) {
      const Session& before = published.sessions[i];
      const Session& after = changed.sessions[i];
      CAPTURE(round);
      CAPTURE(i);
      const bool is_on = before.start <= from && from < *before.end;
      Instant expected = before.start;
      if (*before.end > from) {
        if (!is_on) expected = begun ? std::max(before.start, free_at) : before.start + delay;
        begun = true;
      }
      CHECK((after.start == expected));
      CHECK((*after.end - after.start == *before.end - before.start + (is_on ? delay : 0min)));
      CHECK((after.printed_start.value_or(after.start) == before.start));
      CHECK(after.printed_start.has_value() == (is_on || expected != before.start));
      if (begun) free_at = *after.end;
    }
  }
}
