// SPDX-License-Identifier: MIT
#include "overrides/delay_reach.hpp"

#include <doctest/doctest.h>

#include "overrides/known.hpp"
#include "schedule/programme.hpp"

using namespace placard;
using namespace placard::test;

namespace {

DelayReach reach(const Schedule& schedule, const std::string& rooms, int minutes, const std::string& from) {
  const auto all = known({R"({"rooms": [")" + rooms + R"("], "delay_minutes": )" + std::to_string(minutes) + "}"});
  return reach_of_delay(schedule, all.front().entry, moment(from));
}

}  // namespace

TEST_CASE("a delay reaches to the gap that takes it up, or to the last session of the room") {
  const Schedule day =
      programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:30 - 14:00 | Beta", "Hall | 14:10 - 14:40 | Gamma",
                 "Hall | 16:00 - 17:00 | Delta", "Loft | 13:00 - 18:00 | Epsilon", "* | 14:00 - 14:10 | Break"});
  struct Row {
    const char* rooms;
    int minutes;
    const char* from;
    const char* end;  // "": nothing is moved
    std::vector<std::size_t> moved;
    bool taken_up;
  };
  const Row rows[] = {{"Hall", 10, "12:00", "14:10", {0, 1}, true},
                      {"Hall", 20, "12:00", "14:50", {0, 1, 2}, true},
                      {"Hall", 10, "13:29:59", "14:10", {0, 1}, true},
                      {"Hall", 10, "13:30", "14:10", {1}, true},
                      {"Hall", 10, "14:05", "14:50", {2}, true},
                      {"Hall", 20, "15:00", "17:20", {3}, false},
                      {"Hall", 95, "12:00", "17:05", {0, 1, 2, 3}, false},
                      {"Hall", 10, "17:00", "", {}, true},
                      {"Nowhere", 10, "12:00", "", {}, true},
                      {"*", 10, "12:00", "18:10", {0, 1, 4}, false}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.rooms) + " " + std::to_string(row.minutes) + " " + row.from);
    const DelayReach found = reach(day, row.rooms, row.minutes, row.from);
    CHECK(found.end == (*row.end == '\0' ? std::nullopt : std::optional(moment(row.end))));
    CHECK(found.moved == row.moved);
    CHECK(found.taken_up == row.taken_up);
  }
}

TEST_CASE("a delay in the file that ends before what it makes late is over is warned of, with the time it needs") {
  const Schedule day = programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:30 - 14:00 | Beta"});
  const auto problems = [&day](const std::string& until, const std::string& other = "") {
    Overrides overrides;
    std::vector<std::string> entries = {R"({"rooms": ["Hall"], "delay_minutes": 20, "from": "2025-11-04T12:50",
      "until": "2025-11-04T)" + until + "\"}"};
    if (!other.empty()) entries.push_back(other);
    for (const LoadedOverride& one : known(entries)) overrides.push_back(one.entry);
    return check_delays(overrides, day, los_angeles(), "overrides.json");
  };
  CHECK(to_sentence(problems("13:50").at(0)).find("Write \"until\": \"2025-11-04T14:20:00-08:00\".") !=
        std::string::npos);
  CHECK(problems("14:20").empty());
  // What is cancelled is not waited for.
  CHECK(problems("13:50", R"({"session": {"title": "Beta"}, "cancelled": true})").empty());
}
