// SPDX-License-Identifier: MIT
#include "overrides/changed_schedule.hpp"

#include <doctest/doctest.h>

#include "overrides/changed_lines.hpp"

using namespace placard;
using namespace placard::test;

TEST_CASE("what is changed about a session") {
  struct Row {
    std::string change;
    std::string alpha;
  };
  const Row rows[] = {
      {R"("cancelled": true)", "13:00 - 13:30 Alpha in Hall, cancelled"},
      {R"("full": true)", "13:00 - 13:30 Alpha in Hall, full"},
      {R"("set": {"title": "Aleph"})", "13:00 - 13:30 Aleph in Hall"},
      {R"("set": {"end": "2025-11-04T13:45"})", "13:00 - 13:45 Alpha in Hall, was 13:00 - 13:30"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.change);
    const Lines lines = changed(programme(kHall), {R"({"session": {"id": "Alpha"}, )" + row.change + "}"});
    CHECK(lines == Lines{row.alpha, "13:30 - 14:00 Beta in Hall", "14:10 - 14:40 Gamma in Hall",
                         "13:00 - 13:30 Delta in Foyer"});
  }
}

TEST_CASE("another start leaves a note where people look for the session; the start that was published leaves none") {
  struct Row {
    Lines changes;
    Lines alpha;  // what stands for it
  };
  const std::string note = "13:00 - 13:30 Alpha in Hall, now at ";
  const Row rows[] = {
      {{R"("set": {"start": "2025-11-04T13:10"})"}, {note + "13:10", "13:10 - 13:40 Alpha in Hall, was 13:00 - 13:30"}},
      {{R"("set": {"start": "2025-11-04T12:50", "end": "2025-11-04T13:20"})"},
       {note + "12:50", "12:50 - 13:20 Alpha in Hall, was 13:00 - 13:30"}},
      {{R"("set": {"start": "2025-11-04T15:00"})"}, {note + "15:00", "15:00 - 15:30 Alpha in Hall, was 13:00 - 13:30"}},
      {{R"("set": {"start": "2025-11-04T13:00"})"}, {"13:00 - 13:30 Alpha in Hall, was 13:00 - 13:30"}},
      {{R"("set": {"start": "2025-11-04T15:00"})", R"("set": {"start": "2025-11-04T13:00"})"},
       {"13:00 - 13:30 Alpha in Hall, was 13:00 - 13:30"}},
      {{R"("set": {"start": "2025-11-04T15:00"})", R"("set": {"start": "2025-11-04T16:00"})"},
       {note + "16:00", "16:00 - 16:30 Alpha in Hall, was 13:00 - 13:30"}},
      {{R"("set": {"title": "Aleph"})", R"("set": {"start": "2025-11-04T15:00"})"},
       {"13:00 - 13:30 Aleph in Hall, now at 15:00", "15:00 - 15:30 Aleph in Hall, was 13:00 - 13:30"}},
      {{R"("set": {"start": "2025-11-04T15:00"})", R"("move_to": "Foyer")"},
       {"13:00 - 13:30 Alpha in Hall, moved to Foyer, now at 15:00",
        "15:00 - 15:30 Alpha in Foyer, was 13:00 - 13:30"}},
      {{R"("move_to": "Hall")", R"("set": {"start": "2025-11-04T15:00"})"},
       {note + "15:00", "15:00 - 15:30 Alpha in Hall, was 13:00 - 13:30"}},
      {{R"("set": {"start": "2025-11-04T15:00"})", R"("cancelled": true)"},
       {"15:00 - 15:30 Alpha in Hall, cancelled, was 13:00 - 13:30"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.changes.back());
    Lines entries;
    for (const std::string& change : row.changes) entries.push_back(R"({"session": {"id": "Alpha"}, )" + change + "}");
    Lines lines = changed(programme(kHall), entries);
    lines.resize(lines.size() - 3);
    CHECK(lines == row.alpha);
  }
}

TEST_CASE("a note that an update of the feed left follows what staff change of its session") {
  Schedule published =
      programme({"Hall | 14:00 - 14:30 | Alpha", "Hall | 13:00 - 13:30 | Alpha", "Foyer | 09:00 - 09:30 | B"});
  published.sessions[1].announced = true;
  published.sessions[1].now_at = moment("14:00");
  const auto note = [&published](const std::string& change) {
    const Lines lines = changed(published, {R"({"session": {"id": "Alpha"}, )" + change + "}"});
    return lines[lines.size() - 2];
  };
  CHECK(note(R"("set": {"start": "2025-11-04T15:00"})") == "13:00 - 13:30 Alpha in Hall, now at 15:00");
  CHECK(note(R"("move_to": "foyer")") == "13:00 - 13:30 Alpha in Hall, moved to Foyer, now at 14:00");
  CHECK(note(R"("cancelled": true)") == "13:00 - 13:30 Alpha in Hall, cancelled, now at 14:00");
  // Back where and when it was, nothing is told of that place.
  CHECK(note(R"("set": {"start": "2025-11-04T13:00"})").starts_with("13:00 - 13:30 Alpha in Hall, was 14:00"));
}

TEST_CASE("a note says the delayed start of what it is about") {
  const Lines lines = changed(programme(kHall),
                              {R"({"session": {"id": "Delta"}, "move_to": "Hall"})",
                               R"({"session": {"id": "Delta"}, "set": {"start": "2025-11-04T14:40"}})",
                               R"({"rooms": ["Hall"], "delay_minutes": 30, "from": "2025-11-04T14:05"})"},
                              "14:05");
  CHECK(lines[3] == "13:00 - 13:30 Delta in Foyer, moved to Hall, now at 15:10");
  CHECK(lines[4] == "15:10 - 15:40 Delta in Hall, was 13:00 - 13:30");
}

TEST_CASE("track and speakers are replaced too") {
  const LoadedOverrides all =
      known({R"({"session": {"id": "Alpha"}, "set": {"track": "LLMs", "speakers": ["Ada", "Grace"]}})"});
  const Schedule schedule = changed_schedule(programme(kHall), all, {0});
  CHECK(schedule.sessions[0].track == "LLMs");
  CHECK(schedule.sessions[0].speakers == Lines{"Ada", "Grace"});
}

TEST_CASE("a moved session stays in its old room, marked, and is the new room's own") {
  CHECK(changed(programme(kHall), {R"({"session": {"id": "Alpha"}, "move_to": "foyer"})"}) ==
        Lines{"13:00 - 13:30 Alpha in Hall, moved to Foyer", "13:00 - 13:30 Alpha in Foyer",
              "13:30 - 14:00 Beta in Hall", "14:10 - 14:40 Gamma in Hall", "13:00 - 13:30 Delta in Foyer"});
  CHECK(changed(programme(kHall), {R"({"session": {"id": "Delta"}, "move_to": "Tent"})"}).back() ==
        "13:00 - 13:30 Delta in Tent");
  // To where it is anyway, it does not move.
  CHECK(changed(programme(kHall), {R"({"session": {"id": "Alpha"}, "move_to": "Hall"})"}).front() ==
        "13:00 - 13:30 Alpha in Hall");
  // What is cancelled goes nowhere.
  CHECK(changed(programme(kHall), {R"({"session": {"id": "Alpha"}, "move_to": "Foyer"})",
                                   R"({"session": {"id": "Alpha"}, "cancelled": true})"})
            .size() == 4);
}

TEST_CASE("of two words of staff the later counts: a room or a start takes a cancellation back") {
  const std::string cancelled = R"({"session": {"id": "Delta"}, "cancelled": true})";
  const std::string moved = R"({"session": {"id": "Delta"}, "move_to": "Tent"})";
  const std::string later = R"({"session": {"id": "Delta"}, "set": {"start": "2025-11-04T15:00"}})";
  const std::string title = R"({"session": {"id": "Delta"}, "set": {"title": "Delta"}})";
  const auto last = [](const Lines& entries) { return changed(programme(kHall), entries).back(); };
  CHECK(last({cancelled, moved}) == "13:00 - 13:30 Delta in Tent");
  CHECK(last({cancelled, later}) == "15:00 - 15:30 Delta in Foyer, was 13:00 - 13:30");
  CHECK(last({cancelled, title}) == "13:00 - 13:30 Delta in Foyer, cancelled");
  CHECK(last({moved, cancelled}) == "13:00 - 13:30 Delta in Foyer, cancelled, moved to Tent");
  // What the feed cancelled only the feed takes back.
  CHECK(changed(programme({"Foyer | 13:00 - 13:30 | Delta | cancelled"}), {moved}).back() ==
        "13:00 - 13:30 Delta in Foyer, cancelled, moved to Tent");
}

TEST_CASE("a session of two rooms that moves to one of them is told in the other") {
  CHECK(changed(programme({"Hall, Foyer | 13:00 - 13:30 | Alpha"}),
                {R"({"session": {"id": "Alpha"}, "move_to": "Foyer"})"}) ==
        Lines{"13:00 - 13:30 Alpha in Hall, moved to Foyer", "13:00 - 13:30 Alpha in Foyer"});
  CHECK(changed(programme({"Hall, Foyer | 13:00 - 13:30 | Alpha"}),
                {R"({"session": {"id": "Alpha"}, "move_to": "Tent"})"}) ==
        Lines{"13:00 - 13:30 Alpha in Hall and Foyer, moved to Tent", "13:00 - 13:30 Alpha in Tent"});
}

TEST_CASE("a session without an end gets a new start, and ends where it would have") {
  const Schedule published = programme({"Hall | 13:00 - | Alpha", "Hall | 13:30 - | Beta"});
  CHECK(changed(published, {R"({"session": {"id": "Alpha"}, "set": {"start": "2025-11-04T13:10"}})"}).at(1) ==
        "13:10 - Alpha in Hall, was 13:00 - 13:30");
}

TEST_CASE("an entry for something unknown changes nothing") {
  const Schedule published = programme(kHall);
  for (const char* entry :
       {R"({"session": {"id": "Omega"}, "cancelled": true})", R"({"session": {"title": "Omega"}, "full": true})",
        R"({"session": {"room": "Hall", "start": "2025-11-04T13:01"}, "cancelled": true})",
        R"({"session": {"room": "Tent", "start": "2025-11-04T13:00"}, "cancelled": true})",
        R"({"rooms": ["Tent"], "delay_minutes": 10})"}) {
    CAPTURE(entry);
    CHECK(changed_schedule(published, known({entry}), {0}) == published);
  }
}

TEST_CASE("a session is found by id, by room and start, and by title; every name given must fit") {
  for (const char* target :
       {R"({"id": "Alpha"})", R"({"room": "HALL", "start": "2025-11-04T13:00"})", R"({"title": "  alpha "})",
        R"({"title": "Alpha", "room": "Hall", "start": "2025-11-04T13:00"})"}) {
    CAPTURE(target);
    CHECK(changed(programme(kHall), {R"({"session": )" + std::string(target) + R"(, "cancelled": true})"}).front() ==
          "13:00 - 13:30 Alpha in Hall, cancelled");
  }
  CHECK(changed(programme(kHall), {R"({"session": {"id": "Alpha", "title": "Beta"}, "cancelled": true})"}).front() ==
        "13:00 - 13:30 Alpha in Hall");
}
