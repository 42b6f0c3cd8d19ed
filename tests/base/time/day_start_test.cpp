// SPDX-License-Identifier: MIT
#include "base/time/day_start.hpp"

#include <doctest/doctest.h>

#include "schedule/programme.hpp"

using namespace placard;
using namespace std::chrono_literals;

TEST_CASE("a day begins at four in the morning") {
  struct Row {
    const char* at;
    const char* start;
    bool after_midnight;
  };
  for (const Row& row :
       {Row{"04:00", "04:00", false}, Row{"23:59:59", "04:00", false}, Row{"11-05 00:00", "04:00", true},
        Row{"11-05 03:59:59", "04:00", true}, Row{"11-05 04:00", "11-05 04:00", false},
        Row{"2025-11-02 01:30-08:00", "2025-11-01 04:00", true}, Row{"2025-03-09 03:30", "2025-03-08 04:00", true}}) {
    CAPTURE(std::string(row.at));
    CHECK((day_start(los_angeles(), moment(row.at), 0) == moment(row.start)));
    CHECK(is_after_midnight(los_angeles(), moment(row.at)) == row.after_midnight);
  }
  CHECK((day_start(los_angeles(), moment("11-05 01:00"), 1) == moment("11-05 04:00")));
  CHECK((day_start(los_angeles(), moment("2025-11-01 12:00"), 1) == moment("2025-11-02 04:00")));
  CHECK((midnight_after(los_angeles(), moment("11-05 01:00")) == moment("11-05 00:00")));
  CHECK((midnight_after(los_angeles(), moment("12:00")) == moment("11-05 00:00")));
}

TEST_CASE("every instant lies in the day it is said to lie in, in zones that change their clocks at any hour") {
  for (const char* name : {"America/Los_Angeles", "Europe/Helsinki", "America/Santiago", "Africa/Cairo",
                           "Australia/Lord_Howe", "Antarctica/Troll", "Atlantic/Azores"}) {
    const auto zone = TimeZone::find(name);
    if (!zone) continue;
    CAPTURE(std::string(name));
    Instant before = moment("2025-01-01 00:00");
    for (Instant at = before; at < before + std::chrono::days(400); at += 30min) {
      const Instant start = day_start(*zone, at, 0);
      CHECK((start <= at && at < day_start(*zone, at, 1)));
      CHECK((start <= midnight_after(*zone, at) && midnight_after(*zone, at) < day_start(*zone, at, 1)));
    }
  }
}
