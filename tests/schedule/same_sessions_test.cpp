// SPDX-License-Identifier: MIT
#include "schedule/same_sessions.hpp"

#include <doctest/doctest.h>

#include "schedule/merge.hpp"
#include "schedule/programme.hpp"

using namespace placard;

namespace {

using Names = std::vector<std::string>;

// "Hall, Foyer 13:00 Alpha (Ada, Bea)", a line each.
std::string told(const Schedule& schedule) {
  std::string all;
  for (const Session& session : schedule.sessions) {
    std::string rooms = session.every_room ? "*" : "";
    for (const std::size_t room : session.rooms) rooms += (rooms.empty() ? "" : ", ") + schedule.rooms[room].name;
    std::string speakers;
    for (const std::string& speaker : session.speakers) speakers += (speakers.empty() ? "" : ", ") + speaker;
    all += (all.empty() ? "" : "\n") + rooms + " " + los_angeles().format(session.start).substr(11, 5) + " " +
           session.title + (speakers.empty() ? "" : " (" + speakers + ")") + (session.cancelled ? " cancelled" : "");
  }
  return all;
}

Schedule without_ids(Schedule schedule) {
  for (Session& session : schedule.sessions) session.id.clear();
  return schedule;
}

std::string one_feed(const Names& lines) {
  const Schedule schedule = without_ids(programme(lines));
  return told(merged({&schedule}));
}

std::string two_feeds(const Names& first, const Names& second) {
  const Schedule a = without_ids(programme(first));
  const Schedule b = without_ids(programme(second));
  return told(merged({&a, &b}));
}

}  // namespace

TEST_CASE("the same session twice is one: by room, start, end and title") {
  struct Row {
    std::string what;
    Names lines;
    std::string told;
  };
  const Row rows[] = {
      {"twice", {"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:00 - 13:30 | Alpha"}, "Hall 13:00 Alpha"},
      {"titles are folded", {"Hall | 13:00 - 13:30 | Alpha", "HALL | 13:00 - 13:30 |  ALPHA"}, "Hall 13:00 Alpha"},
      {"three times", {"Hall | 13:00 - | A", "Hall | 13:00 - | A", "Hall | 13:00 - | A"}, "Hall 13:00 A"},
      {"an end that is missing fits any", {"Hall | 13:00 - | A", "Hall | 13:00 - 13:30 | A"}, "Hall 13:00 A"},
      {"whichever comes first", {"Hall | 13:00 - 13:30 | A", "Hall | 13:00 - | A"}, "Hall 13:00 A"},
      {"another title", {"Hall | 13:00 - 13:30 | A", "Hall | 13:00 - 13:30 | B"}, "Hall 13:00 A\nHall 13:00 B"},
      {"another end", {"Hall | 13:00 - 13:30 | A", "Hall | 13:00 - 13:40 | A"}, "Hall 13:00 A\nHall 13:00 A"},
      {"another start", {"Hall | 13:00 - 13:30 | A", "Hall | 13:10 - 13:30 | A"}, "Hall 13:00 A\nHall 13:10 A"},
      {"another room", {"Hall | 13:00 - 13:30 | A", "Foyer | 13:00 - 13:30 | A"}, "Hall 13:00 A\nFoyer 13:00 A"},
      {"a plenary under each room",
       {"*, Hall | 13:00 - 13:30 | A", "*, Foyer | 13:00 - 13:30 | A"},
       "*, Hall, Foyer 13:00 A"},
      {"a plenary with and without its room",
       {"* | 13:00 - 13:30 | A", "*, Hall | 13:00 - 13:30 | A"},
       "*, Hall 13:00 A"},
      {"one for every room, and again in rooms",
       {"* | 13:00 - 13:30 | A", "Hall | 13:00 - 13:30 | A", "Foyer | 13:00 - | A"},
       "*, Hall, Foyer 13:00 A"},
      {"a plenary of one room that others repeat without saying so",
       {"Foyer | 13:00 - 13:30 | A", "*, Hall | 13:00 - 13:30 | A", "Hall | 13:00 - 13:30 | B"},
       "*, Foyer, Hall 13:00 A\nHall 13:00 B"},
      {"of several rooms, and once more in one of them",
       {"Hall, Foyer | 13:00 - 13:30 | A", "Foyer | 13:00 - 13:30 | A"},
       "Hall, Foyer 13:00 A"},
      {"through a third that has both their rooms",
       {"Hall | 13:00 - 13:30 | A", "Foyer | 13:00 - 13:30 | A", "Foyer, Hall | 13:00 - 13:30 | A"},
       "Hall, Foyer 13:00 A"},
      {"others keep their places",
       {"Hall | 15:00 - | C", "Hall | 13:00 - | A", "Hall | 14:00 - | B", "Hall | 13:00 - | A"},
       "Hall 15:00 C\nHall 13:00 A\nHall 14:00 B"},
      {"cancelled twice",
       {"Hall | 13:00 - | A | cancelled", "Hall | 13:00 - | A | cancelled"},
       "Hall 13:00 A cancelled"},
      {"entered anew after the first entry was cancelled",
       {"Hall | 13:00 - | A | cancelled", "Hall | 13:00 - | A"},
       "Hall 13:00 A cancelled"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(one_feed(row.lines) == row.told);
  }
}

TEST_CASE("the same id at one start in one room is one session, which unites speakers and labels") {
  Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:00 - 13:45 | Alfa",
                                 "Hall | 14:00 - 14:30 | Beta", "Foyer | 13:00 - 13:30 | Alpha"});
  for (const std::size_t i : {0U, 1U, 2U, 3U}) schedule.sessions[i].id = "x";
  schedule.sessions[0].speakers = {"Ada", "Bea"};
  schedule.sessions[1].speakers = {"BEA", "Cleo"};
  schedule.sessions[1].labels = {"Live"};
  schedule.sessions[1].track = "Music";
  const Schedule united = merged({&schedule});
  CHECK(told(united) == "Hall 13:00 Alpha (Ada, Bea, Cleo)\nHall 14:00 Beta\nFoyer 13:00 Alpha");
  CHECK((united.sessions[0].labels == Names{"Live"}));
  CHECK(united.sessions[0].track == "Music");
  CHECK((united.sessions[0].end == moment("13:30")));
}

TEST_CASE("a session has a second id by which another feed of the event knows it") {
  Schedule export_feed = programme({"Hall | 13:00 - 13:30 | Alpha"});
  Schedule widget = programme({"Hall | 13:00 - 13:40 | Alpha, renamed"});
  export_feed.sessions[0].id = "77-1";
  export_feed.sessions[0].other_id = "AAA";
  widget.sessions[0].id = "AAA";
  CHECK(told(merged({&export_feed, &widget})) == "Hall 13:00 Alpha");
  const Schedule both = merged({&widget, &export_feed});
  CHECK(told(both) == "Hall 13:00 Alpha, renamed");
  CHECK(both.sessions[0].other_id == "77-1");
  widget.sessions[0].id = "BBB";
  CHECK(merged({&export_feed, &widget}).sessions.size() == 2);
}

TEST_CASE("two ids of which one is cancelled: entered anew in one feed; in two feeds somebody cancelled it") {
  Schedule first = programme({"Hall | 13:00 - 13:30 | Alpha | cancelled"});
  Schedule second = programme({"Hall | 13:00 - 13:30 | Alpha"});
  first.sessions[0].id = "1";
  second.sessions[0].id = "2";
  Schedule both = first;
  both.sessions.push_back(second.sessions[0]);
  CHECK(told(merged({&both})) == "Hall 13:00 Alpha");
  CHECK(told(merged({&first, &second})) == "Hall 13:00 Alpha cancelled");
  CHECK(told(merged({&second, &first})) == "Hall 13:00 Alpha cancelled");
  both.sessions[1].id = "1";
  CHECK(told(merged({&both})) == "Hall 13:00 Alpha cancelled");
}

TEST_CASE("over two feeds of an event: what both have is one, what one has stays") {
  CHECK(two_feeds({"Hall | 09:00 - 10:00 | Water", "Hall | 10:30 - 11:30 | Rope"},
                  {"hall | 09:00 - 10:00 | Water", "Hall | 10:00 - 10:30 | Break", "Hall | 10:30 - 11:30 | Rope"}) ==
        "Hall 09:00 Water\nHall 10:30 Rope\nHall 10:00 Break");
}

TEST_CASE("rooms of one name are one room, whatever ids two feeds give them, and a sign finds it by each") {
  Schedule east;
  Schedule west;
  east.sessions.push_back(Session{});
  west.sessions.push_back(Session{});
  for (Schedule* one : {&east, &west}) {
    one->sessions[0].title = "Alpha";
    one->sessions[0].start = moment("13:00");
  }
  east.sessions[0].rooms = {RoomTable(east).index("Hall", "1")};
  west.sessions[0].rooms = {RoomTable(west).index("HALL", "2")};
  const Schedule both = merged({&east, &west});
  CHECK(both.sessions.size() == 1);
  CHECK(both.rooms.size() == 1);
  CHECK((both.sessions[0].rooms == std::vector<std::size_t>{0}));
  for (const char* name : {"1", "2", "hall"}) CHECK(rooms_named(both, {name}).size() == 1);
}

TEST_CASE("a broadcast and its repetition are one, and the room where it takes place stays the first") {
  Schedule schedule = programme({"Foyer | 13:00 - 13:30 | Alpha", "Hall, Foyer | 13:00 - 13:30 | Alpha"});
  schedule.sessions[1].broadcast = true;
  const Schedule united = merged({&schedule});
  CHECK(told(united) == "Hall, Foyer 13:00 Alpha");
  CHECK(united.sessions[0].broadcast);
}

TEST_CASE("notes of changes are the same where they tell the same") {
  Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:00 - 13:30 | Alpha",
                                 "Hall | 13:00 - 13:30 | Alpha", "Hall | 13:00 - 13:30 | Alpha"});
  for (const std::size_t i : {1U, 2U, 3U}) schedule.sessions[i].announced = true;
  schedule.sessions[1].moved_to = schedule.sessions[2].moved_to = "Foyer";
  schedule.sessions[3].cancelled = true;
  CHECK(merged({&schedule}).sessions.size() == 3);
}

TEST_CASE("ten thousand times the same session in as many rooms is one, in linear time") {
  Schedule schedule;
  RoomTable rooms(schedule);
  for (int i = 0; i < 10'000; ++i) {
    Session session;
    session.title = "Alpha";
    session.speakers = {std::to_string(i)};
    session.every_room = true;
    session.rooms = {rooms.index("Room " + std::to_string(i))};
    schedule.sessions.push_back(std::move(session));
  }
  const Schedule united = merged({&schedule});
  CHECK(united.sessions.size() == 1);
  CHECK(united.sessions[0].rooms.size() == 10'000);
  CHECK(united.sessions[0].speakers.size() == 32);
}
