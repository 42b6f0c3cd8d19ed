// SPDX-License-Identifier: MIT
#include "view/rules/layout_choice.hpp"

#include <doctest/doctest.h>

#include "schedule/programme.hpp"

using namespace placard;

namespace {

Layout layout_at(const Schedule& schedule, const char* at) {
  return layout_in_effect(Layout::automatic, plan_room(schedule, rooms_named(schedule, {"Hall"})), moment(at));
}

}  // namespace

TEST_CASE("a room turns into the countdown while it runs a series of short talks, and back") {
  const Schedule schedule =
      programme({"Hall | 12:00 - 13:00 | Keynote", "Hall | 13:00 - 13:15 | One", "Hall | 13:15 - 13:30 | Two",
                 "Hall | 13:30 - 13:40 | Three", "Hall | 13:40 - 13:55 | Four", "Hall | 13:55 - 14:30 | Panel"});
  struct Row {
    const char* at;
    Layout layout;
  };
  const Row rows[] = {{"12:59:59", Layout::room},      {"13:00", Layout::countdown},    {"13:20", Layout::countdown},
                      {"13:39:59", Layout::countdown}, {"13:54:59", Layout::countdown}, {"13:55", Layout::room},
                      {"15:00", Layout::room}};
  for (const Row& row : rows) {
    CAPTURE(row.at);
    CHECK(layout_at(schedule, row.at) == row.layout);
  }
}

TEST_CASE("what is no series") {
  struct Row {
    const char* name;
    std::vector<std::string> lines;
  };
  const Row rows[] = {
      {"two", {"Hall | 13:00 - 13:15 | One", "Hall | 13:15 - 13:30 | Two"}},
      {"a gap", {"Hall | 13:00 - 13:15 | One", "Hall | 13:15 - 13:30 | Two", "Hall | 13:31 - 13:45 | Three"}},
      {"too long", {"Hall | 13:00 - 13:15 | One", "Hall | 13:15 - 13:31 | Two", "Hall | 13:31 - 13:45 | Three"}},
      {"cancelled",
       {"Hall | 13:00 - 13:15 | One", "Hall | 13:15 - 13:30 | Two | cancelled", "Hall | 13:30 - 13:45 | Three"}},
      {"not of this room", {"Hall | 13:00 - 13:15 | One", "* | 13:15 - 13:30 | Two", "Hall | 13:30 - 13:45 | Three"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(layout_at(programme(row.lines), "13:10") == Layout::room);
  }
}

TEST_CASE("a layout that is asked for is kept") {
  const RoomPlan nothing;
  CHECK(layout_in_effect(Layout::room, nothing, moment("13:00")) == Layout::room);
  CHECK(layout_in_effect(Layout::countdown, nothing, moment("13:00")) == Layout::countdown);
  CHECK(layout_in_effect(Layout::automatic, nothing, moment("13:00")) == Layout::room);
}
