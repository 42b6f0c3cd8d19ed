// SPDX-License-Identifier: MIT
#include "base/time/duration.hpp"

#include <doctest/doctest.h>

using namespace placard;
using namespace std::chrono_literals;

namespace {

struct Row {
  std::string text;
  long span;           // -1: none
  long in_hours = -1;  // the other meaning of three parts, -1: none
};

void check(const Row& row, const std::optional<WrittenDuration>& read, seconds unit) {
  CAPTURE(row.text);
  CHECK((read ? read->span / unit : -1) == row.span);
  CHECK((read && read->in_hours ? *read->in_hours / unit : -1) == row.in_hours);
}

}  // namespace

TEST_CASE("durations with colons, in minutes") {
  for (const Row& row : {Row{"00:30", 30},
                         {"1:05", 65},
                         {"23:59", 1439},
                         {"30:00", 1800},
                         {"0:00", 0},
                         // More than 59 minutes are as many.
                         {"0:90", 90},
                         {"00:120", 120},
                         {"1:60", 120},
                         {"2:75", 195},
                         {"", -1},
                         {"30", -1},
                         {"-1:00", -1},
                         {"a:00", -1},
                         {"1:2:3:4", -1},
                         {"1:00 ", -1},
                         {"9999:00", -1},
                         {"99999:00", -1}}) {
    check(row, parse_duration(row.text), 1min);
  }
}

TEST_CASE("three parts are days, hours and minutes, or hours, minutes and seconds: each where it is possible") {
  for (const Row& row : {Row{"1:02:03", 1563, 62},
                         {"0:20:00", 1200, 20},
                         {"1:00:00", 1440, 60},
                         {"2:00:30", 2910, 120},
                         {"0:00:00", 0, 0},
                         {"1:24:00", 84, 84},
                         {"0:45:00", 45, 45},
                         {"1:59:59", 119, 119},
                         {"61:00:00", 3660, 3660},
                         {"1:60:00", -1},
                         {"1:00:60", -1},
                         {"-1:20:00", -1}}) {
    check(row, parse_duration(row.text), 1min);
  }
}

TEST_CASE("durations as ISO 8601 writes them, in seconds") {
  for (const Row& row :
       {Row{"PT1H30M", 5400}, {"PT90M", 5400}, {"PT45M30S", 2730}, {"P1D", 86'400}, {"P1DT2H", 93'600}, {"PT0S", 0},
        {"P60D", 5'184'000},  {"01:30", 5400}, {"P61D", -1},       {"P", -1},       {"PT", -1},         {"P1DT", -1},
        {"PT1M1H", -1},       {"PT1H1H", -1},  {"P1H", -1},        {"PT1D", -1},    {"P1M", -1},        {"PTH", -1},
        {"PT1.5H", -1},       {"PT-1H", -1},   {"PT99999M", -1},   {"pt1h", -1},    {"PT1H ", -1}}) {
    check(row, read_duration(json::Value{row.text, 0, 0}), 1s);
  }
}

TEST_CASE("durations in words and as bare numbers are minutes") {
  for (const Row& row : {Row{"90", 90},
                         {"45 min", 45},
                         {"45min.", 45},
                         {"1h", 60},
                         {"1h30", 90},
                         {"1 h 30 min", 90},
                         {"2 Hours", 120},
                         {"1 hour 5 minutes", 65},
                         {"0", 0},
                         {"1.5 h", -1},
                         {"soon", -1},
                         {"-90", -1},
                         {"30 min 1 h", -1},
                         {"120 s", 2},
                         {"1d", 1440},
                         {"99999", -1}}) {
    check(row, read_duration(json::Value{row.text, 0, 0}), 1min);
  }
  CHECK(read_duration(json::Value{std::int64_t{45}, 0, 0}) == WrittenDuration{45min});
  CHECK(read_duration(json::Value{90.0, 0, 0}) == WrittenDuration{90min});
  CHECK(read_duration(json::Value{7.5, 0, 0}) == WrittenDuration{450s});
  CHECK_FALSE(read_duration(json::Value{std::int64_t{-1}, 0, 0}));
  CHECK_FALSE(read_duration(json::Value{1e300, 0, 0}));
  CHECK_FALSE(read_duration(json::Value{true, 0, 0}));
}

TEST_CASE("spans as people write them") {
  struct Span {
    const char* text;
    int length;  // seconds; -1: none
  };
  const Span spans[] = {{"30m", 1800},   {"2h", 7200},         {"1h30m", 5400},      {"90s", 90},
                        {"1d", 86400},   {"90", 5400},         {"1h2", 3720},        {"12h30", 45000},
                        {"1H", 3600},    {"12H12M12S", 43932}, {"1 h 30 min", 5400}, {"20 minutes", 1200},
                        {"1m30", 90},    {"1d2", 93600},       {"1 hour", 3600},     {" 5 m ", 300},
                        {"1:30", 5400},  {"0:45", 2700},       {"30d", 2592000},     {"", -1},
                        {"0", -1},       {"0m", -1},           {"0:00", -1},         {"h", -1},
                        {"1x", -1},      {"1h2m3", 3723},      {"1s2", -1},          {"5 5m", -1},
                        {"5m 5m", -1},   {"5m 1h", -1},        {"-5m", -1},          {"+5m", -1},
                        {"1:02:30", -1}, {"31d", -1},          {"99999999999h", -1}, {"1.5h", -1},
                        {"lunch", -1},   {"1h 2", 3720}};
  for (const Span& row : spans) {
    CAPTURE(std::string(row.text));
    const auto span = parse_span(row.text);
    CHECK((span ? span->count() : -1) == row.length);
  }
}
