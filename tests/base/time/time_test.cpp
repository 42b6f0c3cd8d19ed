// SPDX-License-Identifier: MIT
#include "base/time/time.hpp"

#include <doctest/doctest.h>

using namespace placard;
using namespace std::chrono_literals;
using namespace std::string_view_literals;

TEST_CASE("every spelling of a date and time that is taken") {
  struct Row {
    std::string_view text;
    std::string local;
    std::optional<seconds> offset;
  };
  const Row rows[] = {
      {"2025-11-04T13:05:00-08:00", "2025-11-04T13:05:00", -8h},
      {"2025-11-04T13:05:00Z", "2025-11-04T13:05:00", 0s},
      {"2025-11-04T13:05:00z", "2025-11-04T13:05:00", 0s},
      {"2025-11-04t13:05:00+01:00", "2025-11-04T13:05:00", 1h},
      {"2025-11-04 13:05:00+01:00", "2025-11-04T13:05:00", 1h},
      // No offset: the venue's zone will say what it means.
      {"2025-11-04T13:05:59", "2025-11-04T13:05:59", std::nullopt},
      {"2025-11-04 13:05", "2025-11-04T13:05:00", std::nullopt},
      // No seconds.
      {"2025-11-04T13:05", "2025-11-04T13:05:00", std::nullopt},
      {"2025-11-04T13:05Z", "2025-11-04T13:05:00", 0s},
      {"2025-11-04T13:05-08:00", "2025-11-04T13:05:00", -8h},
      // Fractions are cut off, never rounded up.
      {"2025-11-04T13:05:07.5Z", "2025-11-04T13:05:07", 0s},
      {"2025-11-04T13:05:07,5Z", "2025-11-04T13:05:07", 0s},
      {"2025-11-04T13:05:59.999999999999999999999", "2025-11-04T13:05:59", std::nullopt},
      // The end of a day is the next one's beginning.
      {"2025-11-04T24:00", "2025-11-05T00:00:00", std::nullopt},
      {"2025-12-31T24:00:00-08:00", "2026-01-01T00:00:00", -8h},
      // A leap second is the last second of its minute.
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59", 0s},
      {"2016-12-31T23:59:60.25Z", "2016-12-31T23:59:59", 0s},
      // Offsets.
      {"2025-11-04T13:05:00+14:00", "2025-11-04T13:05:00", 14h},
      {"2025-11-04T13:05:00-14:00", "2025-11-04T13:05:00", -14h},
      {"2025-11-04T13:05:00+05:45", "2025-11-04T13:05:00", 5h + 45min},
      {"2025-11-04T13:05:00-00:30", "2025-11-04T13:05:00", -30min},
      {"2025-11-04T13:05:00-00:00", "2025-11-04T13:05:00", 0s},
      {"2025-11-04T13:05:00-0800", "2025-11-04T13:05:00", -8h},
      // The edges of the day, of February and of the years.
      {"2025-11-04T00:00:00", "2025-11-04T00:00:00", std::nullopt},
      {"2025-11-04T23:59:59", "2025-11-04T23:59:59", std::nullopt},
      {"2024-02-29T12:00:00", "2024-02-29T12:00:00", std::nullopt},
      {"2000-02-29T12:00:00", "2000-02-29T12:00:00", std::nullopt},
      {"2000-01-01T00:00:00Z", "2000-01-01T00:00:00", 0s},
      {"2199-12-31T23:59:59-14:00", "2199-12-31T23:59:59", -14h},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto written = parse_time(row.text);
    REQUIRE(written.has_value());
    CHECK(format_rfc3339(written->local, 0s).substr(0, 19) == row.local);
    CHECK((written->offset == row.offset));
  }
}

TEST_CASE("every spelling that is refused") {
  struct Row {
    std::string_view text;
    std::string why;
  };
  const Row rows[] = {
      {"", "empty"},
      {"\0"sv, "NUL alone"},
      {"2025-11-04T13:05:00\0"sv, "NUL at the end"},
      {"2025-11-04T13:05:00\0-08:00"sv, "NUL inside"},
      {"2025-11-04\00013:05:00"sv, "NUL in place of the T"},
      {"2025-11-04", "no time"},
      {"2025-11-04T", "nothing after the T"},
      {"2025-11-04T13", "no minutes"},
      {"2025-11-04T13:", "no minutes"},
      {"2025-11-04T13:5", "a minute of one digit"},
      {"2025-11-04T1:05", "an hour of one digit"},
      {"2025-11-04T13:05:", "no seconds after the colon"},
      {"2025-11-04T13:05:0", "a second of one digit"},
      {"2025-11-04T13:05.5", "a fraction of a minute"},
      {"2025-11-04T13:05:00.", "no digits in the fraction"},
      {"2025-11-04T13:05:00.Z", "no digits in the fraction"},
      {"13:05", "a time of day alone"},
      {"2025-11-4T13:05", "a day of one digit"},
      {"2025-1-04T13:05", "a month of one digit"},
      {"25-11-04T13:05", "a year of two digits"},
      {"20251104T130500Z", "no hyphens and colons"},
      {"2025-11-04_13:05", "another letter for T"},
      {"2025-11-04  13:05", "two spaces"},
      {" 2025-11-04T13:05", "a space before"},
      {"2025-11-04T13:05 ", "a space after"},
      {"2025-11-04T13:05 Z", "a space before the offset"},
      {"2025-11-04T13:05:00Zz", "something after the offset"},
      {"2025-11-04T13:05:00Z-08:00", "two offsets"},
      {"2025-11-04T13:05:00-08:00:00", "an offset with seconds"},
      {"2025-11-04T13:05:00[Europe/Berlin]", "a zone in brackets"},
      {"2025-11-04T13:05:00 PM", "twelve hours"},
      {"2025-11-04T24:00:01", "a second after 24:00"},
      {"2025-11-04T24:30", "after 24:00"},
      {"2025-11-04T25:00", "25:00"},
      {"2025-11-04T13:60:00", "minute 60"},
      {"2025-11-04T13:05:61", "second 61"},
      {"2025-11-04T-1:05:00", "a negative hour"},
      {"2025-11-04T13:05:00+14:01", "an offset beyond fourteen hours"},
      {"2025-11-04T13:05:00-14:01", "an offset beyond fourteen hours"},
      {"2025-11-04T13:05:00+99:99", "an absurd offset"},
      {"2025-11-04T13:05:00+08:60", "an offset of 60 minutes"},
      {"2025-11-04T13:05:00+08", "an offset without minutes"},
      {"2025-11-04T13:05:00+8:00", "an offset of one digit"},
      {"2025-11-04T13:05:00+", "a sign alone"},
      {"2025-11-04T13:05:00\xE2\x88\x92"
       "08:00",
       "a typographic minus"},
      {"2025-02-29T12:00:00", "29 February of a common year"},
      {"2100-02-29T12:00:00", "29 February of 2100"},
      {"2024-02-30T12:00:00", "30 February"},
      {"2025-11-31T12:00:00", "31 November"},
      {"2025-00-04T12:00:00", "month 0"},
      {"2025-13-04T12:00:00", "month 13"},
      {"2025-11-00T12:00:00", "day 0"},
      {"1999-12-31T23:59:59Z", "before 2000"},
      {"2200-01-01T00:00:00Z", "after 2199"},
      {"0000-00-00T00:00:00Z", "the zero date of databases"},
      {"1762290300", "a Unix time"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.why);
    CHECK_FALSE(parse_time(row.text).has_value());
  }
}

TEST_CASE("what was cut short anywhere is refused, unless seconds and offset are what is missing") {
  constexpr std::string_view whole = "2025-11-04T13:05:00-08:00";
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CAPTURE(length);
    const bool complete = length == 16 || length == 19;
    CHECK(parse_time(whole.substr(0, length)).has_value() == complete);
  }
}

TEST_CASE("an instant is written with the offset it is shown in") {
  struct Row {
    std::string text;
    seconds offset;
  };
  const Row rows[] = {
      {"2025-11-04T13:05:09-08:00", -8h},         {"2025-11-04T00:00:00+00:00", 0s},
      {"2025-01-02T03:04:05+05:45", 5h + 45min},  {"2199-12-31T23:59:59+14:00", 14h},
      {"2000-01-01T00:00:00-00:30", -30min},      {"2024-02-29T23:59:59-03:30", -(3h + 30min)},
      {"2025-04-06T01:45:00+10:30", 10h + 30min},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto written = parse_time(row.text).value();
    CHECK((written.offset == row.offset));
    CHECK(format_rfc3339(written.local, row.offset) == row.text);
  }
}

TEST_CASE("times of day") {
  struct Row {
    const char* text;
    int minutes;  // -1: none
  };
  for (const Row& row : {Row{"00:00", 0},
                         {"9:05", 545},
                         {"09:05", 545},
                         {"23:59", 1439},
                         {"24:00", -1},
                         {"12:60", -1},
                         {"12:5", -1},
                         {"12:050", -1},
                         {"1230", -1},
                         {"", -1},
                         {":30", -1},
                         {" 9:05", -1},
                         {"123:00", -1},
                         {"12:30:00", -1},
                         {"-1:30", -1}}) {
    CAPTURE(std::string(row.text));
    const auto time = parse_time_of_day(row.text);
    CHECK((time ? time->count() / 60 : -1) == row.minutes);
  }
}
