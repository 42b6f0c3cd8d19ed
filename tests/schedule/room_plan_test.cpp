// SPDX-License-Identifier: MIT
#include "schedule/room_plan.hpp"

#include <doctest/doctest.h>

#include "schedule/programme.hpp"

using namespace placard;

namespace {

using Names = std::vector<std::string>;

std::string titles(const RoomPlan& plan) {
  std::string result;
  for (const PlannedSession& planned : plan) result += (result.empty() ? "" : ", ") + planned.session->title;
  return result;
}

const PlannedSession& planned(const RoomPlan& plan, const std::string& title) {
  for (const PlannedSession& session : plan) {
    if (session.session->title == title) return session;
  }
  throw std::invalid_argument("not in the plan: " + title);
}

}  // namespace

TEST_CASE("rule 4: the end of Alpha that counts on the sign of the Hall") {
  struct Row {
    std::string what;
    Names lines;
    std::string end;
  };
  const Row rows[] = {
      {"a written end counts", {"Hall | 13:00 - 13:30 | Alpha"}, "13:30"},
      {"a written end counts, though another starts before it",
       {"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:15 - 13:45 | Beta"},
       "13:30"},
      {"a written end counts, hours away", {"Hall | 13:00 - 11-06 18:00 | Alpha"}, "11-06 18:00"},
      {"an end of one second counts", {"Hall | 13:00 - 13:00:01 | Alpha"}, "13:00:01"},
      {"no end, nothing else: 60 minutes", {"Hall | 13:00 - | Alpha"}, "14:00"},
      {"no end: until the next start", {"Hall | 13:00 - | Alpha", "Hall | 13:30 - 14:00 | Beta"}, "13:30"},
      {"no end: until the next start, to the second",
       {"Hall | 13:00:07 - | Alpha", "Hall | 13:30:30 - 14:00 | Beta"},
       "13:30:30"},
      {"the next start in 59:59", {"Hall | 13:00 - | Alpha", "Hall | 13:59:59 - | Beta"}, "13:59:59"},
      {"the next start in 60:00", {"Hall | 13:00 - | Alpha", "Hall | 14:00 - | Beta"}, "14:00"},
      {"the next start in 60:01", {"Hall | 13:00 - | Alpha", "Hall | 14:00:01 - | Beta"}, "14:00"},
      {"60 minutes from a start of odd seconds", {"Hall | 13:00:31 - | Alpha"}, "14:00:31"},
      {"the end is the start", {"Hall | 13:00 - 13:00 | Alpha"}, "14:00"},
      {"the end is the start, and another starts",
       {"Hall | 13:00 - 13:00 | Alpha", "Hall | 13:20 - 13:30 | Beta"},
       "13:20"},
      {"the end is before the start", {"Hall | 13:00 - 12:00 | Alpha"}, "14:00"},
      {"the end is on the day before", {"Hall | 13:00 - 11-03 13:30 | Alpha", "Hall | 13:45 - | Beta"}, "13:45"},
      {"of several starts the first", {"Hall | 13:00 - | Alpha", "Hall | 13:40 - | B", "Hall | 13:20 - | C"}, "13:20"},
      {"feed order is nothing", {"Hall | 13:20 - | Beta", "Hall | 13:00 - | Alpha"}, "13:20"},
      {"a start at the same time cuts nothing", {"Hall | 13:00 - | Alpha", "Hall | 13:00 - 13:10 | Beta"}, "14:00"},
      {"an earlier start cuts nothing", {"Hall | 12:30 - 15:00 | Beta", "Hall | 13:00 - | Alpha"}, "14:00"},
      {"a session without length cuts too", {"Hall | 13:00 - | Alpha", "Hall | 13:20 - 13:20 | Beta"}, "13:20"},
      {"a cancelled session does not cut",
       {"Hall | 13:00 - | Alpha", "Hall | 13:20 - 13:40 | Beta | cancelled", "Hall | 13:50 - | Gamma"},
       "13:50"},
      {"a session for every room cuts too", {"Hall | 13:00 - | Alpha", "* | 13:20 - 13:40 | Lunch"}, "13:20"},
      {"a session for every room, held in another, cuts too",
       {"Hall | 13:00 - | Alpha", "*, Foyer | 13:20 - 13:40 | Tea"},
       "13:20"},
      {"a cancelled session for every room does not cut",
       {"Hall | 13:00 - | Alpha", "* | 13:20 - 13:40 | Lunch | cancelled"},
       "14:00"},
      {"another room does not cut", {"Hall | 13:00 - | Alpha", "Foyer | 13:20 - 13:40 | Beta"}, "14:00"},
      {"a session in this room and another cuts", {"Hall | 13:00 - | Alpha", "Foyer, Hall | 13:20 - | Beta"}, "13:20"},
      {"held in two rooms: a start in either cuts",
       {"Hall, Foyer | 13:00 - | Alpha", "Hall | 13:40 - | Beta", "Foyer | 13:20 - | Gamma"},
       "13:20"},
      {"held in two rooms: other rooms do not cut", {"Hall, Foyer | 13:00 - | Alpha", "Attic | 13:20 - | B"}, "14:00"},
      {"cancelled itself: by the same rule",
       {"Hall | 13:00 - | Alpha | cancelled", "Hall | 13:20 - 13:40 | Beta"},
       "13:20"},
      {"for every room: in no room, so no room's session cuts it",
       {"* | 13:00 - | Alpha", "Hall | 13:20 - 13:40 | Beta"},
       "14:00"},
      {"for every room: the next one for every room cuts it",
       {"* | 13:00 - | Alpha", "* | 13:20 - 13:40 | Beta"},
       "13:20"},
      {"for every room and in this one: cut like any of this room",
       {"*, Hall | 13:00 - | Alpha", "Hall | 13:20 - 13:40 | Beta"},
       "13:20"},
      {"over midnight", {"Hall | 23:40 - | Alpha", "Hall | 11-05 00:10 - | Beta"}, "11-05 00:10"},
      {"60 minutes when the clock springs forward", {"Hall | 2025-03-09 01:30 - | Alpha"}, "2025-03-09 03:30"},
      {"60 minutes when the clock falls back", {"Hall | 2025-11-02 01:30-07:00 - | Alpha"}, "2025-11-02 01:30-08:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Schedule schedule = programme(row.lines);
    const RoomPlan plan = plan_room(schedule, rooms_named(schedule, {"Hall"}));
    const PlannedSession alpha = planned(plan, "Alpha");
    CHECK(los_angeles().format(alpha.end) == los_angeles().format(moment(row.end)));
    CHECK((alpha.start == alpha.session->start));
    CHECK(alpha.end_assumed == !(alpha.session->end && *alpha.session->end > alpha.start));
    CHECK(alpha.marker == (alpha.session->end == alpha.start));
  }
}

TEST_CASE("rule 4: the names of a sign are one room, so a start under any of them cuts") {
  const Schedule schedule = programme({"Hall | 13:00 - | Alpha", "Annexe | 13:20 - | Beta"});
  const auto end = [&schedule](const Names& rooms) {
    return planned(plan_room(schedule, rooms_named(schedule, rooms)), "Alpha").end;
  };
  CHECK((end({"Hall"}) == moment("14:00")));
  CHECK((end({"Hall", "Annexe"}) == moment("13:20")));
  CHECK((end({"Hall", "Attic"}) == moment("14:00")));
}

TEST_CASE("what two names of a sign both list counts once") {
  const Schedule schedule =
      programme({"Hall | 13:00 - 14:00 | Alpha", "Annexe | 13:00 - 14:00 | ALPHA", "Annexe | 13:00 - 13:30 | Beta"});
  CHECK(titles(plan_room(schedule, rooms_named(schedule, {"Hall", "Annexe"}))) == "Alpha, Beta");
  CHECK(titles(plan_room(schedule, rooms_named(schedule, {"Annexe"}))) == "ALPHA, Beta");
}

TEST_CASE("a plan holds the sessions of the room and those for every room, by start, then feed order") {
  const Schedule schedule = programme({
      "Hall        | 15:00 - 15:30 | Late",
      "Hall        | 13:00 - 13:30 | Second of two",
      "Foyer       | 13:00 - 13:30 | Elsewhere",
      "*           | 12:00 - 13:00 | Lunch",
      "Foyer, Hall | 13:00 - 13:30 | Shared | cancelled",
      "Hall        | 09:00 - 09:30 | Early",
  });
  const auto hall = rooms_named(schedule, {"hall"});
  CHECK(titles(plan_room(schedule, hall)) == "Early, Lunch, Second of two, Shared, Late");
  CHECK(titles(plan_own_sessions(schedule, hall)) == "Early, Second of two, Shared, Late");
  CHECK(titles(plan_room(schedule, rooms_named(schedule, {"Foyer"}))) == "Lunch, Elsewhere, Shared");
  CHECK(titles(plan_room(schedule, rooms_named(schedule, {"Foyer", "Hall"}))) ==
        "Early, Lunch, Second of two, Elsewhere, Shared, Late");
  CHECK(titles(plan_room(schedule, rooms_named(schedule, {"Attic"}))) == "Lunch");
  CHECK(plan_own_sessions(schedule, {}).empty());
  CHECK(planned(plan_room(schedule, hall), "Late").order == 0);
  CHECK(planned(plan_room(schedule, hall), "Early").order == 5);
}

TEST_CASE("a planned session tells the room name that matched, and whether it is of the room itself") {
  const Schedule schedule = programme({
      "Foyer, Great Hall | 13:00 - 13:30 | Shared",
      "*                 | 12:00 - 13:00 | Lunch",
      "*, Foyer          | 18:00 - 19:00 | Party",
  });
  struct Row {
    Names sign;
    std::string title;
    std::string room;
    bool own;
  };
  const Row rows[] = {
      {{"GREAT  HALL"}, "Shared", "Great Hall", true},
      {{"Foyer"}, "Shared", "Foyer", true},
      {{"Great Hall", "Foyer"}, "Shared", "Foyer", true},  // the feed's order, not the sign's
      {{"Foyer"}, "Lunch", "", false},
      {{"Foyer"}, "Party", "Foyer", true},
      {{"Great Hall"}, "Party", "Foyer", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.sign.front());
    CAPTURE(row.title);
    const RoomPlan plan = plan_room(schedule, rooms_named(schedule, row.sign));
    CHECK(planned(plan, row.title).room == row.room);
    CHECK(planned(plan, row.title).own == row.own);
  }
}
