// SPDX-License-Identifier: MIT
#include "schedule/merge.hpp"

#include <doctest/doctest.h>

#include "schedule/programme.hpp"

using namespace placard;
using namespace std::chrono_literals;

using Names = std::vector<std::string>;
using Indexes = std::vector<std::size_t>;

namespace {

Names titles(const Schedule& schedule) {
  Names result;
  for (const Session& session : schedule.sessions) result.push_back(session.title);
  return result;
}

}  // namespace

TEST_CASE("no feed gives an empty programme, one feed gives itself") {
  CHECK((merged({}) == Schedule{}));
  Schedule one = programme({"Hall | 13:00 - 13:30 | Alpha", "Foyer, Hall | 14:00 - | Beta | cancelled"});
  one.event = "Harbour Days";
  one.time_zone = "America/Los_Angeles";
  one.utc_offset = -8h;
  one.generated_at = moment("08:00");
  CHECK((merged({&one}) == one));
}

TEST_CASE("sessions follow in the order of the feeds, and rooms of one name are one room") {
  const Schedule talks = programme({"Hall | 13:00 - 13:30 | Alpha", "Foyer | 12:00 - 13:00 | Beta"});
  const Schedule meals = programme(
      {"Kitchen | 12:00 - 13:00 | Lunch", "* | 18:00 - 19:00 | Party", "HALL, kitchen | 08:00 - 09:00 | Breakfast"});
  const Schedule both = merged({&talks, &meals});
  CHECK((titles(both) == Names{"Alpha", "Beta", "Lunch", "Party", "Breakfast"}));
  CHECK((room_names(both) == Names{"Hall", "Foyer", "Kitchen"}));
  CHECK((both.sessions[0].rooms == Indexes{0}));
  CHECK((both.sessions[2].rooms == Indexes{2}));
  CHECK(both.sessions[3].every_room);
  CHECK((both.sessions[4].rooms == Indexes{0, 2}));
  CHECK((titles(merged({&meals, &talks})) == Names{"Lunch", "Party", "Breakfast", "Alpha", "Beta"}));
}

TEST_CASE("rooms of one name but of different ids stay apart, and a sign finds both by name") {
  Schedule east;
  Schedule west;
  RoomTable(east).index("Hall", "1");
  RoomTable(west).index("Hall", "2");
  RoomTable(west).index("Hall", "1");
  const Schedule both = merged({&east, &west});
  CHECK((both.rooms == std::vector<Room>{{"Hall", "1"}, {"Hall", "2"}}));
  CHECK((rooms_named(both, {"hall"}) == Indexes{0, 1}));
}

TEST_CASE("the first feed that says so decides the event, the zone and the offset; no one time made them all") {
  Schedule silent;
  silent.generated_at = moment("08:00");
  Schedule first;
  first.event = "Harbour Days";
  first.utc_offset = -8h;
  Schedule second;
  second.event = "Other";
  second.time_zone = "Europe/Berlin";
  second.utc_offset = 1h;
  Schedule third = second;
  third.time_zone = "Asia/Tokyo";
  const Schedule all = merged({&silent, &first, &second, &third});
  CHECK(all.event == "Harbour Days");
  CHECK(all.time_zone == "Europe/Berlin");
  CHECK((all.utc_offset == -8h));
  CHECK_FALSE(all.generated_at.has_value());
}
