// SPDX-License-Identifier: MIT
// Staff name a room in whichever of its languages they speak.
#include <doctest/doctest.h>

#include "overrides/check_targets.hpp"
#include "overrides/effective_schedule.hpp"
#include "overrides/known.hpp"

using namespace placard;
using namespace placard::test;

namespace {

// Alpha at 13:00 in the Quay, which is the Kai in German, and Beta at 13:00 in the Pier, the Steg.
std::shared_ptr<const Schedule> two_rooms() {
  Schedule schedule = programme({"Quay | 13:00 - 13:30 | Alpha", "Pier | 13:00 - 13:30 | Beta"});
  schedule.rooms[0].other_names = {"Kai"};
  schedule.rooms[1].other_names = {"Steg"};
  return std::make_shared<const Schedule>(std::move(schedule));
}

InForce in_force(const std::string& entry, const std::string& room) {
  const auto loaded = std::make_shared<const LoadedOverrides>(known({entry}));
  return EffectiveSchedule(two_rooms(), loaded).at({"", {room}}, Entries::all, moment("12:30"));
}

}  // namespace

TEST_CASE("a message for a room reaches its sign, whatever language either names it in") {
  for (const std::string name : {"Quay", "kai", "K*"}) {
    for (const std::string room : {"Quay", "Kai"}) {
      const std::string entry = R"({"rooms": [")" + name + R"("], "message": "Hi", "level": "notice"})";
      CHECK(in_force(entry, room).says.messages.size() == 1);
      CHECK(in_force(entry, "Steg").says.messages.empty());
    }
  }
}

TEST_CASE("sessions are found, moved and delayed by a room's name in another language") {
  const auto cancelled =
      in_force(R"({"session": {"room": "Kai", "start": "2025-11-04T13:00"}, "cancelled": true})", "Pier");
  CHECK(cancelled.schedule->sessions[0].cancelled);
  const auto moved = in_force(R"({"session": {"title": "Alpha"}, "move_to": "steg"})", "Pier");
  CHECK(moved.schedule->rooms.size() == 2);
  CHECK(moved.schedule->sessions[0].moved_to == "Pier");
  const auto delayed = in_force(R"({"rooms": ["St?g"], "from": "2025-11-04T12:00", "delay_minutes": 10})", "Pier");
  CHECK((delayed.schedule->sessions[0].start == moment("13:00")));
  CHECK((delayed.schedule->sessions[1].start == moment("13:10")));
}

TEST_CASE("a name in another language is no unknown room, and one that is near it is offered") {
  const auto schedule = two_rooms();
  const auto when = [](Instant instant) { return los_angeles().format(instant); };
  const KnownTargets targets{{}, all_room_names(*schedule), schedule.get(), los_angeles(), when};
  const auto problems = [&targets](const std::string& target) {
    Overrides entries;
    for (const LoadedOverride& one : known({target})) entries.push_back(one.entry);
    return check_targets(entries, targets, "overrides.json");
  };
  CHECK(problems(R"({"session": {"room": "Kai", "start": "2025-11-04T13:00"}, "cancelled": true})").empty());
  const Problems unknown = problems(R"({"session": {"room": "Stge", "start": "2025-11-04T13:00"}, "cancelled": true})");
  REQUIRE(unknown.size() == 1);
  CHECK(unknown[0].what.find("\"Steg\"") != std::string::npos);
}
