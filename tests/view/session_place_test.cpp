// SPDX-License-Identifier: MIT
// Where what a sign shows takes place, when that is not behind this door.
#include "view/session_place.hpp"

#include <doctest/doctest.h>

#include "view/alt_text.hpp"
#include "view/sign_input.hpp"

using namespace placard;
using namespace std::chrono_literals;

namespace {

// The place of the one session of a programme, on the sign of a room.
std::string place_on(Schedule schedule, const std::string& room) {
  RoomTable(schedule).index(room);
  const ViewInput input = sign_of(schedule, {room});
  const View view = view_at(input, schedule.sessions.front().start);
  REQUIRE(view.now.has_value());
  CHECK(view.texts.main.place == view.now->place);
  return view.now->place;
}

std::string place_of(const std::string& rooms, const std::string& room) {
  return place_on(programme({rooms + " | 09:00 - 10:00 | Opening"}), room);
}

}  // namespace

TEST_CASE("a session for every room names the rooms it is in, on the signs of the others alone") {
  struct Row {
    const char* rooms;
    const char* sign;
    const char* place;
  };
  const Row rows[] = {
      {"*", "Hall", ""},
      {"*, Arena", "Hall", "in Arena"},
      {"Arena, *", "Hall", "in Arena"},
      {"*, Arena", "ARENA", ""},
      {"*, Arena, Plaza", "Hall", "in Arena, Plaza"},
      {"*, Arena, Plaza", "Plaza", ""},
      {"*, A, B, C", "Hall", "in A, B, C"},
      {"*, A, B, C, D, E", "Hall", "in A, B, C +2"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.rooms));
    CHECK(place_of(row.rooms, row.sign) == row.place);
  }
}

TEST_CASE("a session in several rooms says in which others it is") {
  CHECK(place_of("Hall", "Hall").empty());
  CHECK(place_of("Hall, Arena", "Hall") == "also in Arena");
  CHECK(place_of("Hall, Arena", "Arena") == "also in Hall");
  CHECK(place_of("A, B, Hall, C, D, E", "Hall") == "also in A, B, C +2");
}

TEST_CASE("what is only shown here says where it comes from; there nothing is said") {
  Schedule schedule = programme({"Hall, Arena, Plaza | 09:00 - 10:00 | Opening"});
  schedule.sessions.front().broadcast = true;
  CHECK(place_on(schedule, "Hall").empty());
  CHECK(place_on(schedule, "Arena") == "from Hall");
  CHECK(place_on(schedule, "Plaza") == "from Hall");
  schedule.sessions.front().every_room = true;
  CHECK(place_on(schedule, "Attic") == "in Hall");
}

TEST_CASE("all names of a sign are one room, in which nothing is elsewhere") {
  const Schedule schedule = programme({"Hall, Great Hall | 09:00 - 10:00 | Opening", "Arena | 09:00 - 10:00 | Talk"});
  const View view = view_at(sign_of(schedule, {"Hall", "Great Hall"}), moment("09:30"));
  CHECK(view.now->place.empty());
}

TEST_CASE("breaks say where they are too: it is what the feed says") {
  Schedule schedule = programme({"*, Foyer | 09:00 - 10:00 | Coffee"});
  schedule.sessions.front().is_break = true;
  CHECK(place_on(schedule, "Hall") == "in Foyer");
}

TEST_CASE("the place is said in now, in a gap, of what is to come, in the list without a clock, and aloud") {
  const Schedule schedule = programme({"*, Arena | 09:00 - 10:00 | Opening", "Hall | 10:00 - 11:00 | Talk",
                                       "Hall, Plaza | 11:00 - 12:00 | Both", "* | 12:00 - 13:00 | Lunch"});
  const ViewInput input = sign_of(schedule);
  const View gap = view_at(input, moment("08:00"));
  CHECK(gap.next->place == "in Arena");
  CHECK(gap.texts.main.place == "in Arena");
  CHECK(alt_text(gap.texts).find("Opening, in Arena, 9:00") != std::string::npos);
  REQUIRE(gap.texts.next.sessions.size() == 3);
  CHECK(gap.texts.next.sessions[0].place.empty());
  CHECK(gap.texts.next.sessions[1].place == "also in Plaza");
  CHECK(gap.texts.next.sessions[2].place.empty());
  const View talk = view_at(input, moment("10:30"));
  CHECK(talk.texts.main.place.empty());
  CHECK(alt_text(talk.texts).find("Next: 11:00 AM Both, also in Plaza.") != std::string::npos);
  ViewInput unset = input;
  unset.evidence.clock = ClockState::unknown;
  const View listed = view_at(unset, moment("08:00"));
  REQUIRE(listed.texts.list.sessions.size() == 4);
  CHECK(listed.texts.list.sessions[0].place == "in Arena");
  CHECK(alt_text(listed.texts).find("9:00 AM Opening, in Arena.") != std::string::npos);
}

TEST_CASE("a session that staff moved into this room is here") {
  Schedule schedule = programme({"Hall | 09:00 - 10:00 | Talk"});
  schedule.sessions.front().moved_to = "Arena";
  const View view = view_at(sign_of(schedule), moment("08:59"));
  CHECK(view.texts.main.absent == "Moved to Arena: 9:00 AM, Talk");
  schedule.sessions.front().now_at = moment("15:30");
  const View later = view_at(sign_of(schedule), moment("08:59"));
  CHECK(later.texts.main.absent == "Moved to Arena, 3:30 PM (was 9:00 AM): Talk");
  schedule.sessions.front().now_at = moment("11-05 10:00");
  const View tomorrow = view_at(sign_of(schedule), moment("08:59"));
  CHECK(tomorrow.texts.main.absent == "Moved to Arena, tomorrow 10:00 AM (was 9:00 AM): Talk");
}
