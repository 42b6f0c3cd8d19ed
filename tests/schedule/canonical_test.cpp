// SPDX-License-Identifier: MIT
#include "schedule/canonical.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "schedule/programme.hpp"

using namespace placard;

namespace {

Schedule known() {
  Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "Foyer | 14:00 - 14:30 | Beta"});
  schedule.event = "Event";
  schedule.track_colors = {{"Track", 0x102030}};
  schedule.generated_at = moment("12:00");
  return schedule;
}

}  // namespace

TEST_CASE("when a schedule was generated says nothing of what it says") {
  Schedule later = known();
  later.generated_at = moment("12:30");
  CHECK(canonical_bytes(later) == canonical_bytes(known()));
  later.generated_at.reset();
  CHECK(canonical_bytes(later) == canonical_bytes(known()));
}

TEST_CASE("whatever else differs says something else") {
  using Edit = std::function<void(Schedule&, Session&)>;
  const std::pair<const char*, Edit> edits[] = {
      {"event", [](Schedule& s, Session&) { s.event = "Other"; }},
      {"time_zone", [](Schedule& s, Session&) { s.time_zone = "Europe/Berlin"; }},
      {"utc_offset", [](Schedule& s, Session&) { s.utc_offset = seconds(3600); }},
      {"a room's name", [](Schedule& s, Session&) { s.rooms[0].name = "Grand Hall"; }},
      {"a room's id", [](Schedule& s, Session&) { s.rooms[0].id = "7"; }},
      {"a colour", [](Schedule& s, Session&) { s.track_colors[0].rgb = 0x102031; }},
      {"the order", [](Schedule& s, Session&) { std::swap(s.sessions[0], s.sessions[1]); }},
      {"id", [](Schedule&, Session& one) { one.id = "99"; }},
      {"title", [](Schedule&, Session& one) { one.title = "alpha"; }},
      {"start", [](Schedule&, Session& one) { one.start += seconds(1); }},
      {"end", [](Schedule&, Session& one) { one.end = *one.end + seconds(1); }},
      {"no end", [](Schedule&, Session& one) { one.end.reset(); }},
      {"rooms", [](Schedule&, Session& one) { one.rooms.push_back(1); }},
      {"every room", [](Schedule&, Session& one) { one.every_room = true; }},
      {"track", [](Schedule&, Session& one) { one.track = "Track"; }},
      {"labels", [](Schedule&, Session& one) { one.labels = {"en"}; }},
      {"a speaker more", [](Schedule&, Session& one) { one.speakers.emplace_back("Ann"); }},
      {"a speaker that is a label",
       [](Schedule&, Session& one) {
         one.labels = {"en", "Ann"};
       }},
      {"cancelled", [](Schedule&, Session& one) { one.cancelled = true; }},
      {"delayed", [](Schedule&, Session& one) { one.delayed = true; }},
      {"a break", [](Schedule&, Session& one) { one.is_break = true; }},
      {"full", [](Schedule&, Session& one) { one.full = true; }},
  };
  std::vector<std::string> all = {canonical_bytes(known())};
  for (const auto& [name, edit] : edits) {
    CAPTURE(std::string(name));
    Schedule other = known();
    edit(other, other.sessions[0]);
    const std::string bytes = canonical_bytes(other);
    CHECK(std::find(all.begin(), all.end(), bytes) == all.end());
    all.push_back(bytes);
  }
}

TEST_CASE("what moves from one text into the next says something else") {
  Schedule one = known();
  one.sessions[0].title = "12";
  one.sessions[0].id = "1";
  Schedule other = known();
  other.sessions[0].title = "2";
  other.sessions[0].id = "11";
  CHECK(canonical_bytes(one) != canonical_bytes(other));
}
