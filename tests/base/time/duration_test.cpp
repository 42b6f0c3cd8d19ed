// SPDX-License-Identifier: MIT
#include "base/time/duration.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace placard;

TEST_CASE("spans as people write them") {
  struct Row {
    const char* text;
    int length;  // seconds; -1: none
  };
  const Row rows[] = {{"30m", 1800},
                      {"2h", 7200},
                      {"1h30m", 5400},
                      {"90s", 90},
                      {"1d", 86400},
                      {"90", 5400},
                      {"1h2", 3720},
                      {"12h30", 45000},
                      {"1H", 3600},
                      {"12H12M12S", 43932},
                      {"1 h 30 min", 5400},
                      {"20 minutes", 1200},
                      {"1m30", 90},
                      {"1d2", 93600},
                      {"1 hour", 3600},
                      {" 5 m ", 300},
                      {"1:30", 5400},
                      {"0:45", 2700},
                      {"30d", 2592000},
                      {"", -1},
                      {"0", -1},
                      {"0m", -1},
                      {"0:00", -1},
                      {"h", -1},
                      {"1x", -1},
                      {"1h2m3", 3723},
                      {"1s2", -1},
                      {"5 5m", -1},
                      {"-5m", -1},
                      {"+5m", -1},
                      {"1:02:30", -1},
                      {"31d", -1},
                      {"99999999999h", -1},
                      {"1.5h", -1},
                      {"lunch", -1},
                      {"1h 2", 3720}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const auto span = parse_span(row.text);
    CHECK((span ? span->count() : -1) == row.length);
  }
}
