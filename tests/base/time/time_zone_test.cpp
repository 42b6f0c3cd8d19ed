// SPDX-License-Identifier: MIT
#include "base/time/time_zone.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <vector>

using namespace placard;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

TimeZone zone_named(const std::string& name) {
  return TimeZone::find(name).value();
}

LocalTime local_time(const std::string& text) {
  return parse_time(text).value().local;
}

Instant instant_of(const std::string& text) {
  return TimeZone::fixed(0s).instant(parse_time(text).value());
}

const char* name_of(LocalTimeKind kind) {
  if (kind == LocalTimeKind::skipped) return "skipped";
  return kind == LocalTimeKind::repeated ? "repeated" : "unique";
}

// The device's TZ for a while.
class DeviceZone {
 public:
  explicit DeviceZone(const char* name) {
    if (const char* before = std::getenv("TZ")) before_ = before;
    set(name);
  }
  ~DeviceZone() { set(before_.c_str()); }
  DeviceZone(const DeviceZone&) = delete;
  DeviceZone& operator=(const DeviceZone&) = delete;

 private:
  static void set(const char* name) {
    setenv("TZ", name, 1);
    tzset();
  }
  std::string before_;
};

}  // namespace

TEST_CASE("what a local time means when the clocks change") {
  struct Row {
    std::string zone;
    std::string local;
    std::string instant;
    std::string kind;
  };
  const Row rows[] = {
      // 02:00 to 03:00 is skipped: it comes out an hour later on the clock.
      {"America/Los_Angeles", "2025-03-09T01:59:59", "2025-03-09T01:59:59-08:00", "unique"},
      {"America/Los_Angeles", "2025-03-09T02:00:00", "2025-03-09T03:00:00-07:00", "skipped"},
      {"America/Los_Angeles", "2025-03-09T02:30:00", "2025-03-09T03:30:00-07:00", "skipped"},
      {"America/Los_Angeles", "2025-03-09T02:59:59", "2025-03-09T03:59:59-07:00", "skipped"},
      {"America/Los_Angeles", "2025-03-09T03:00:00", "2025-03-09T03:00:00-07:00", "unique"},
      // 01:00 to 02:00 happens twice: the first counts.
      {"America/Los_Angeles", "2025-11-02T00:59:59", "2025-11-02T00:59:59-07:00", "unique"},
      {"America/Los_Angeles", "2025-11-02T01:00:00", "2025-11-02T01:00:00-07:00", "repeated"},
      {"America/Los_Angeles", "2025-11-02T01:59:59", "2025-11-02T01:59:59-07:00", "repeated"},
      {"America/Los_Angeles", "2025-11-02T02:00:00", "2025-11-02T02:00:00-08:00", "unique"},
      {"Europe/Berlin", "2025-03-30T02:30:00", "2025-03-30T03:30:00+02:00", "skipped"},
      {"Europe/Berlin", "2025-10-26T02:30:00", "2025-10-26T02:30:00+02:00", "repeated"},
      {"Europe/Berlin", "2025-10-26T03:00:00", "2025-10-26T03:00:00+01:00", "unique"},
      // Half an hour, and the other way round in the year.
      {"Australia/Lord_Howe", "2025-10-05T01:59:59", "2025-10-05T01:59:59+10:30", "unique"},
      {"Australia/Lord_Howe", "2025-10-05T02:15:00", "2025-10-05T02:45:00+11:00", "skipped"},
      {"Australia/Lord_Howe", "2025-10-05T02:30:00", "2025-10-05T02:30:00+11:00", "unique"},
      {"Australia/Lord_Howe", "2025-04-06T01:30:00", "2025-04-06T01:30:00+11:00", "repeated"},
      {"Australia/Lord_Howe", "2025-04-06T01:59:59", "2025-04-06T01:59:59+11:00", "repeated"},
      {"Australia/Lord_Howe", "2025-04-06T02:00:00", "2025-04-06T02:00:00+10:30", "unique"},
      // Midnight itself skipped, and repeated.
      {"America/Santiago", "2024-09-08T00:00:00", "2024-09-08T01:00:00-03:00", "skipped"},
      {"America/Havana", "2024-11-03T00:00:00", "2024-11-03T00:00:00-04:00", "repeated"},
      {"Asia/Tokyo", "2025-11-04T13:05:00", "2025-11-04T13:05:00+09:00", "unique"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.zone);
    CAPTURE(row.local);
    const TimeZone zone = zone_named(row.zone);
    const LocatedTime located = zone.locate(local_time(row.local));
    CHECK(zone.format(located.instant) == row.instant);
    CHECK(std::string(name_of(located.kind)) == row.kind);
    CHECK((zone.instant({local_time(row.local), std::nullopt}) == located.instant));
  }
}

TEST_CASE("the repeated hour is shown twice, told apart by its offset") {
  const TimeZone zone = zone_named("America/Los_Angeles");
  CHECK(zone.format(instant_of("2025-11-02T08:59:59Z")) == "2025-11-02T01:59:59-07:00");
  CHECK(zone.format(instant_of("2025-11-02T09:00:00Z")) == "2025-11-02T01:00:00-08:00");
  CHECK(zone.format(instant_of("2025-11-02T09:59:59Z")) == "2025-11-02T01:59:59-08:00");
  CHECK((zone.instant(parse_time("2025-11-02T01:30:00-08:00").value()) == instant_of("2025-11-02T09:30:00Z")));
}

TEST_CASE("a written offset decides, whatever the zone") {
  const WrittenTime written = parse_time("2025-11-04T13:05:00+05:45").value();
  for (const char* name : {"America/Los_Angeles", "Asia/Tokyo", "UTC"}) {
    CAPTURE(name);
    CHECK((zone_named(name).instant(written) == instant_of("2025-11-04T07:20:00Z")));
  }
}

TEST_CASE("every shown time of a year leads back to its instant, or to the same time an hour before") {
  for (const char* name : {"America/Los_Angeles", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu"}) {
    CAPTURE(name);
    const TimeZone zone = zone_named(name);
    const Instant begin = instant_of("2025-01-01T00:00:00Z");
    for (Instant instant = begin; instant < begin + 365 * 24h; instant += 15min) {
      const LocatedTime located = zone.locate(zone.local(instant));
      const bool back = located.instant == instant;
      const bool second_time = located.kind == LocalTimeKind::repeated && located.instant < instant &&
                               zone.local(located.instant) == zone.local(instant);
      if (!back && !second_time) FAIL_CHECK(zone.format(instant));
    }
  }
}

TEST_CASE("midnight: the first instant of a local day, also when the day has 23 or 25 hours") {
  struct Row {
    std::string zone;
    std::string instant;
    int days;
    std::string midnight;
  };
  const Row rows[] = {
      {"America/Los_Angeles", "2025-11-04T13:00:00-08:00", 0, "2025-11-04T00:00:00-08:00"},
      {"America/Los_Angeles", "2025-11-04T00:00:00-08:00", 0, "2025-11-04T00:00:00-08:00"},
      {"America/Los_Angeles", "2025-11-03T23:59:59-08:00", 0, "2025-11-03T00:00:00-08:00"},
      {"America/Los_Angeles", "2025-11-04T13:00:00-08:00", 1, "2025-11-05T00:00:00-08:00"},
      {"America/Los_Angeles", "2025-11-04T13:00:00-08:00", -2, "2025-11-02T00:00:00-07:00"},
      {"America/Los_Angeles", "2025-11-04T13:00:00-08:00", 58, "2026-01-01T00:00:00-08:00"},
      // 8 PM in Los Angeles is already the next day in UTC.
      {"America/Los_Angeles", "2025-11-05T04:00:00Z", 1, "2025-11-05T00:00:00-08:00"},
      // The day of 23 hours and the day of 25.
      {"America/Los_Angeles", "2025-03-09T12:00:00-07:00", 0, "2025-03-09T00:00:00-08:00"},
      {"America/Los_Angeles", "2025-03-09T00:30:00-08:00", 1, "2025-03-10T00:00:00-07:00"},
      {"America/Los_Angeles", "2025-11-02T00:00:00-07:00", 1, "2025-11-03T00:00:00-08:00"},
      {"America/Los_Angeles", "2025-11-02T01:30:00-08:00", 0, "2025-11-02T00:00:00-07:00"},
      {"Europe/Berlin", "2025-10-26T02:30:00+01:00", 1, "2025-10-27T00:00:00+01:00"},
      {"Australia/Lord_Howe", "2025-10-05T12:00:00+11:00", 0, "2025-10-05T00:00:00+10:30"},
      {"Australia/Lord_Howe", "2025-10-05T12:00:00+11:00", 1, "2025-10-06T00:00:00+11:00"},
      // The clocks change at midnight: that day begins at 1:00, or at the first of two midnights.
      {"America/Santiago", "2024-09-08T12:00:00-03:00", 0, "2024-09-08T01:00:00-03:00"},
      {"America/Havana", "2024-11-03T12:00:00-05:00", 0, "2024-11-03T00:00:00-04:00"},
      {"America/Havana", "2024-11-03T00:30:00-05:00", 0, "2024-11-03T00:00:00-04:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.zone);
    CAPTURE(row.instant);
    CAPTURE(row.days);
    const TimeZone zone = zone_named(row.zone);
    CHECK(zone.format(zone.midnight(instant_of(row.instant), row.days)) == row.midnight);
  }
}

TEST_CASE("names that are no time zone, hostile ones among them") {
  const std::vector<std::string> names = {
      "",
      " ",
      "America",
      "America/",
      "/America/Los_Angeles",
      "America/Los_Angeles ",
      " America/Los_Angeles",
      "America/Los Angeles",
      "america/los_angeles",
      "America/Los_Angelos",
      "PST8",
      "UTC-8",
      "-08:00",
      "Z",
      "..",
      "../zoneinfo/UTC",
      "America/../UTC",
      "../../../etc/passwd",
      "/etc/localtime",
      "/usr/share/zoneinfo/UTC",
      ":America/Los_Angeles",
      "zone.tab",
      "tzdata.zi",
      "leapseconds",
      "posixrules",
      "right/America/Los_Angeles",
      "America/Los_Angeles\0"s,
      "UTC\0Europe/Berlin"s,
      "UTC\n",
      "%s%n",
      "\xff\xfe",
      std::string(64, 'A'),
      std::string(1 << 20, 'A'),
      // The device's own zone, by another name.
      "localtime",
  };
  for (const std::string& name : names) {
    CAPTURE(name.substr(0, 40));
    CHECK_FALSE(TimeZone::find(name).has_value());
  }
}

TEST_CASE("zones have the name they were asked for; two of the same name are the same") {
  for (const char* name : {"America/Los_Angeles", "UTC", "Etc/GMT+8", "Asia/Kolkata", "US/Pacific"}) {
    CHECK(zone_named(name).name() == name);
    CHECK((zone_named(name) == zone_named(name)));
  }
  CHECK_FALSE((zone_named("UTC") == zone_named("Asia/Tokyo")));
  CHECK_FALSE((zone_named("UTC") == TimeZone::fixed(0s)));
}

TEST_CASE("a fixed offset is a zone whose clocks never change") {
  struct Row {
    seconds offset;
    std::string name;
    std::string summer;
    std::string midnight;
  };
  const Row rows[] = {
      {-8h, "UTC-08:00", "2025-07-01T05:00:00-08:00", "2025-07-01T00:00:00-08:00"},
      {0s, "UTC+00:00", "2025-07-01T13:00:00+00:00", "2025-07-01T00:00:00+00:00"},
      {5h + 45min, "UTC+05:45", "2025-07-01T18:45:00+05:45", "2025-07-01T00:00:00+05:45"},
      {-30min, "UTC-00:30", "2025-07-01T12:30:00-00:30", "2025-07-01T00:00:00-00:30"},
      {14h, "UTC+14:00", "2025-07-02T03:00:00+14:00", "2025-07-02T00:00:00+14:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const TimeZone zone = TimeZone::fixed(row.offset);
    const Instant instant = instant_of("2025-07-01T13:00:00Z");
    CHECK(zone.name() == row.name);
    CHECK(zone.format(instant) == row.summer);
    CHECK((zone.offset(instant) == row.offset));
    CHECK(zone.format(zone.midnight(instant, 0)) == row.midnight);
    const LocatedTime located = zone.locate(zone.local(instant));
    CHECK((located.instant == instant));
    CHECK((located.kind == LocalTimeKind::unique));
  }
}

TEST_CASE("the device's own time zone changes nothing") {
  for (const char* device : {"Asia/Tokyo", "America/New_York", "UTC", "", "no/such/zone"}) {
    CAPTURE(device);
    const DeviceZone pretended(device);
    const TimeZone zone = zone_named("America/Los_Angeles");
    CHECK(zone.format(instant_of("2025-11-04T21:00:00Z")) == "2025-11-04T13:00:00-08:00");
    CHECK((zone.instant({local_time("2025-11-04T13:00:00"), std::nullopt}) == instant_of("2025-11-04T21:00:00Z")));
    CHECK(zone.format(zone.midnight(instant_of("2025-11-04T21:00:00Z"), 0)) == "2025-11-04T00:00:00-08:00");
    CHECK(TimeZone::fixed(-8h).format(instant_of("2025-11-04T21:00:00Z")) == "2025-11-04T13:00:00-08:00");
  }
}
