// SPDX-License-Identifier: MIT
#include "schedule/slot_pairs.hpp"

#include <doctest/doctest.h>

#include "schedule/programme.hpp"

using namespace placard;

namespace {

using Lines = std::vector<std::string>;

// "hall 13:00"
std::vector<Slot> slots(const Lines& lines) {
  std::vector<Slot> slots;
  for (const std::string& line : lines) {
    const auto blank = line.find(' ');
    slots.push_back({moment(line.substr(blank + 1)), line.substr(0, blank)});
  }
  return slots;
}

// The new slot of each, "" where there is none.
Lines pairs(const Lines& before, const Lines& now, SlotsOf what) {
  Lines partners;
  for (const auto& partner : pair_slots(slots(before), slots(now), what))
    partners.push_back(partner ? now[*partner] : "");
  return partners;
}

}  // namespace

TEST_CASE("which slot of a talk became which") {
  struct Row {
    const char* name;
    Lines before, now, talk, title;
  };
  const Row rows[] = {
      {"none", {}, {"a 13:00"}, {}, {}},
      {"gone", {"a 13:00", "b 14:00"}, {}, {"", ""}, {"", ""}},
      {"the only one", {"a 13:00"}, {"b 15:00"}, {"b 15:00"}, {"b 15:00"}},
      {"the same start first", {"a 13:00"}, {"a 14:00", "b 13:00"}, {"b 13:00"}, {"b 13:00"}},
      {"then the same room", {"a 13:00"}, {"b 14:00", "a 16:00"}, {"a 16:00"}, {"a 16:00"}},
      {"what both leave",
       {"a 13:00", "b 14:00"},
       {"c 13:00", "d 15:00"},
       {"c 13:00", "d 15:00"},
       {"c 13:00", "d 15:00"}},
      {"in order in one room",
       {"a 14:00", "a 13:00"},
       {"a 13:30", "a 14:30"},
       {"a 14:30", "a 13:30"},
       {"a 14:30", "a 13:30"}},
      {"the nearest in one room", {"a 14:00"}, {"a 18:00", "a 13:00"}, {"a 13:00"}, {"a 13:00"}},
      {"fewer in one room", {"a 13:00", "a 16:00"}, {"a 17:00"}, {"", "a 17:00"}, {"", "a 17:00"}},
      {"first in the room, then elsewhere",
       {"a 13:00", "a 16:00"},
       {"a 13:30", "b 17:00"},
       {"a 13:30", "b 17:00"},
       {"a 13:30", "b 17:00"}},
      {"the nearest of more", {"a 14:00"}, {"b 18:00", "c 13:00", "d 16:00"}, {"c 13:00"}, {""}},
      {"the nearest of fewer", {"a 13:00", "a 16:00"}, {"b 15:00"}, {"", "b 15:00"}, {"", ""}},
      {"two at once, one new", {"a 13:00", "b 13:00"}, {"c 13:00"}, {"c 13:00", ""}, {"", ""}},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    CHECK(pairs(row.before, row.now, SlotsOf::one_talk) == row.talk);
    CHECK(pairs(row.before, row.now, SlotsOf::one_title) == row.title);
  }
}
