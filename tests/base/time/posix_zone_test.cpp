// SPDX-License-Identifier: MIT
#include "base/time/posix_zone.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace placard;
using namespace std::chrono_literals;

namespace {

// As the clocks show it: "2040-07-01T14:00:00+02:00".
std::string shown(const std::string& zone, const std::string& utc) {
  const Instant instant{parse_time(utc).value().local.time_since_epoch()};
  const seconds offset = offset_at(parse_posix_zone(zone).value(), instant).offset;
  return format_rfc3339(LocalTime{instant.time_since_epoch() + offset}, offset);
}

}  // namespace

TEST_CASE("the last lines of zone files") {
  struct Row {
    std::string zone;
    std::string utc;
    std::string shown;
  };
  const Row rows[] = {
      {"JST-9", "2099-07-01T00:00:00Z", "2099-07-01T09:00:00+09:00"},
      {"<+0545>-5:45", "2099-07-01T00:00:00Z", "2099-07-01T05:45:00+05:45"},
      {"CET-1CEST,M3.5.0,M10.5.0/3", "2040-03-25T00:59:59Z", "2040-03-25T01:59:59+01:00"},
      {"CET-1CEST,M3.5.0,M10.5.0/3", "2040-03-25T01:00:00Z", "2040-03-25T03:00:00+02:00"},
      {"CET-1CEST,M3.5.0,M10.5.0/3", "2040-10-28T00:59:59Z", "2040-10-28T02:59:59+02:00"},
      {"CET-1CEST,M3.5.0,M10.5.0/3", "2040-10-28T01:00:00Z", "2040-10-28T02:00:00+01:00"},
      // South of the equator summer time goes over the new year, and may last half an hour.
      {"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2100-01-01T00:00:00Z", "2100-01-01T11:00:00+11:00"},
      {"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2100-07-01T00:00:00Z", "2100-07-01T10:30:00+10:30"},
      // Greenland changes the evening before, Chile after a day has begun, Israel on the Friday before a Sunday.
      {"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2050-03-27T00:59:59Z", "2050-03-26T22:59:59-02:00"},
      {"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2050-03-27T01:00:00Z", "2050-03-27T00:00:00-01:00"},
      {"<-04>4<-03>,M9.1.6/24,M4.1.6/24", "2050-09-04T03:59:59Z", "2050-09-03T23:59:59-04:00"},
      {"<-04>4<-03>,M9.1.6/24,M4.1.6/24", "2050-09-04T04:00:00Z", "2050-09-04T01:00:00-03:00"},
      {"IST-2IDT,M3.4.4/26,M10.5.0", "2050-03-25T00:00:00Z", "2050-03-25T03:00:00+03:00"},
      // Winter time less than standard time, as Dublin's; summer time all year.
      {"IST-1GMT0,M10.5.0,M3.5.0/1", "2050-01-01T00:00:00Z", "2050-01-01T00:00:00+00:00"},
      {"EST5EDT,0/0,J365/25", "2050-01-01T05:00:00Z", "2050-01-01T01:00:00-04:00"},
      {"EST5EDT,0/0,J365/25", "2051-01-01T04:59:59Z", "2051-01-01T00:59:59-04:00"},
      // The 60th day, counted with February 29 (from 0) and without (from 1).
      {"AAA0BBB,J60/0,J300/0", "2048-02-29T12:00:00Z", "2048-02-29T12:00:00+00:00"},
      {"AAA0BBB,J60/0,J300/0", "2048-03-01T00:00:00Z", "2048-03-01T01:00:00+01:00"},
      {"AAA0BBB,59/0,300/0", "2048-02-29T00:00:00Z", "2048-02-29T01:00:00+01:00"},
      // Times that lead a week away, over the new year too.
      {"AAA0BBB,J8/-167,J300/0", "2050-01-01T01:00:00Z", "2050-01-01T02:00:00+01:00"},
      {"AAA0BBB,J300/0,J365/167", "2051-01-06T21:59:59Z", "2051-01-06T22:59:59+01:00"},
      {"AAA0BBB,J300/0,J365/167", "2051-01-06T22:00:00Z", "2051-01-06T22:00:00+00:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.zone);
    CHECK(shown(row.zone, row.utc) == row.shown);
  }
}

TEST_CASE("texts that are no zone") {
  for (const std::string text : {"",
                                 "CET",
                                 "CE-1",
                                 "<CET-1",
                                 "<C>-1",
                                 "CET-25",
                                 "CET-1:60",
                                 "CET-1:",
                                 "CET--1",
                                 "CET-1 ",
                                 "CET-1CEST",
                                 "CET-1CEST,M3.5.0",
                                 "CET-1CEST,M3.5.0,",
                                 "CET-1CEST,M3.5.0,M10.5.0,",
                                 "CET-1CEST,M13.5.0,M10.5.0",
                                 "CET-1CEST,M0.5.0,M10.5.0",
                                 "CET-1CEST,M3.6.0,M10.5.0",
                                 "CET-1CEST,M3.0.0,M10.5.0",
                                 "CET-1CEST,M3.5.7,M10.5.0",
                                 "CET-1CEST,J0,J365",
                                 "CET-1CEST,J366,J1",
                                 "CET-1CEST,366,1",
                                 "CET-1CEST,M3.5.0/168,M10.5.0",
                                 "CET-1CEST,M3.5.0/-168,M10.5.0",
                                 "CET-1CEST,M3.5.0/,M10.5.0",
                                 "CET-9999999999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_posix_zone(text));
  }
  CHECK_FALSE(parse_posix_zone(std::string(1 << 20, 'A') + "-1"));
}
