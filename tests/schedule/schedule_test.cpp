// SPDX-License-Identifier: MIT
#include "schedule/schedule.hpp"

#include <doctest/doctest.h>

using namespace placard;

using Indexes = std::vector<std::size_t>;
using Names = std::vector<std::string>;

TEST_CASE("rule 7: whether a name on the sign means a room of the feed") {
  struct Row {
    Room room;  // name and id, as in the feed
    std::string asked;
    bool same;
  };
  const Row rows[] = {
      // Upper and lower case.
      {{"Golden Gate A", ""}, "Golden Gate A", true},
      {{"Golden Gate A", ""}, "golden gate a", true},
      {{"golden gate a", ""}, "GOLDEN GATE A", true},
      // Spaces: around, several, other kinds.
      {{"Golden Gate A", ""}, "  Golden Gate A ", true},
      {{"  Golden Gate A ", ""}, "Golden Gate A", true},
      {{"Golden  Gate   A", ""}, "Golden Gate A", true},
      {{"Golden Gate A", ""}, "Golden\tGate\nA", true},
      {{"Golden Gate A", ""}, "Golden\u00A0Gate\u2003A", true},
      {{"Golden Gate A", ""}, "GoldenGate A", false},
      {{"Golden Gate A", ""}, "Golden\u200B Gate A\u200D", true},
      // The whole name, and nothing but letters may differ.
      {{"Golden Gate A", ""}, "Golden Gate", false},
      {{"Golden Gate", ""}, "Golden Gate A", false},
      {{"Golden Gate A", ""}, "Golden Gate *", false},
      {{"Yerba Buena 2-3", ""}, "Yerba Buena 2\u20133", false},
      {{"Room 1", ""}, "Room 01", false},
      {{"Cafe", ""}, "Caf\u00E9", false},
      // Letters of other alphabets.
      {{"Gro\u00DFe Halle", ""}, "GROSSE HALLE", true},
      {{"GROSSE HALLE", ""}, "gro\u00DFe halle", true},
      {{"GRO\u1E9EE HALLE", ""}, "Gro\u00DFe Halle", true},
      {{"Caf\u00E9", ""}, "CAFE\u0301", true},
      {{"\u03A3\u0399\u03A3\u03A5\u03A6\u039F\u03A3", ""}, "\u03C3\u03B9\u03C3\u03C5\u03C6\u03BF\u03C2", true},
      {{"\u041A\u0440\u0430\u0441\u043D\u044B\u0439", ""}, "\u041A\u0420\u0410\u0421\u041D\u042B\u0419", true},
      {{"O\uFB03ce", ""}, "Office", true},
      {{"\u5927\u5BB4\u4F1A\u5834", ""}, "\u5927\u5BB4\u4F1A\u5834", true},
      // Ids count to the letter.
      {{"Hall", "h-1"}, "h-1", true},
      {{"Hall", "h-1"}, "H-1", false},
      {{"Hall", "h-1"}, " h-1", false},
      {{"Hall", "h-1"}, "h-12", false},
      {{"Hall", "h-1"}, "hall", true},
      {{"Hall", ""}, "", false},
      // An id is no name of another room.
      {{"Hall 1", "Hall 2"}, "hall 2", false},
      {{"Hall 1", "Hall 2"}, "Hall 2", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.room.name);
    CAPTURE(row.room.id);
    CAPTURE(row.asked);
    Schedule schedule;
    schedule.rooms = {row.room};
    CHECK(rooms_named(schedule, {row.asked}).size() == (row.same ? 1U : 0U));
  }
}

TEST_CASE("rule 7: all names of a sign match, each room once, in feed order") {
  Schedule schedule;
  schedule.rooms = {{"Hall", "1"}, {"Foyer", "2"}, {"Annexe", "3"}, {"hall", "4"}};
  CHECK((rooms_named(schedule, {"Annexe", "Foyer"}) == Indexes{1, 2}));
  CHECK((rooms_named(schedule, {"Foyer", "foyer", "2"}) == Indexes{1}));
  CHECK((rooms_named(schedule, {"Hall"}) == Indexes{0, 3}));
  CHECK((rooms_named(schedule, {"4", "2"}) == Indexes{1, 3}));
  CHECK(rooms_named(schedule, {"Cellar"}).empty());
  CHECK(rooms_named(schedule, {}).empty());
  CHECK(rooms_named(Schedule{}, {"Hall"}).empty());
}

TEST_CASE("a room is listed once however it is spelt; its first spelling is shown") {
  Schedule schedule;
  CHECK(RoomTable(schedule).index("Main Hall") == 0);
  CHECK(RoomTable(schedule).index("Foyer") == 1);
  CHECK(RoomTable(schedule).index("MAIN  HALL") == 0);
  CHECK(RoomTable(schedule).index("foyer ") == 1);
  CHECK((room_names(schedule) == Names{"Main Hall", "Foyer"}));
}

TEST_CASE("rooms of one name but of different ids stay apart") {
  Schedule schedule;
  CHECK(RoomTable(schedule).index("Hall", "east") == 0);
  CHECK(RoomTable(schedule).index("Hall", "west") == 1);
  CHECK(RoomTable(schedule).index("Hall") == 2);
  CHECK(RoomTable(schedule).index("hall", "west") == 1);
  CHECK((schedule.rooms == std::vector<Room>{{"Hall", "east"}, {"Hall", "west"}, {"Hall", ""}}));
}
