// SPDX-License-Identifier: MIT
#include "overrides/override.hpp"

#include <doctest/doctest.h>

#include "schedule/programme.hpp"

using namespace placard;
using namespace std::chrono_literals;

TEST_CASE("an entry is in force from its from up to its until") {
  Override entry;
  entry.from = moment("13:00");
  entry.until = moment("14:00");
  struct Row {
    const char* at;
    bool holds;
  };
  for (const Row& row : {Row{"12:59:59", false}, {"13:00", true}, {"13:59:59", true}, {"14:00", false}}) {
    CAPTURE(row.at);
    CHECK(in_force(entry, moment(row.at), moment("12:00")) == row.holds);
  }
}

TEST_CASE("without from it holds at once, without until as long as it stands in the file") {
  Override entry;
  entry.what = MessageOverride{"Mind the step", MessageLevel::warning};
  CHECK(in_force(entry, moment("00:00"), moment("12:00")));
  CHECK(in_force(entry, moment("12-31 00:00"), moment("12:00")));
}

TEST_CASE("a takeover without until ends an hour after it was first read") {
  Override entry;
  entry.what = MessageOverride{"Please leave", MessageLevel::takeover};
  CHECK(in_force(entry, moment("12:59:59"), moment("12:00")));
  CHECK_FALSE(in_force(entry, moment("13:00"), moment("12:00")));
  entry.from = moment("15:00");  // read before it begins: the hour is counted from there
  CHECK_FALSE(in_force(entry, moment("14:59:59"), moment("12:00")));
  CHECK(in_force(entry, moment("15:59:59"), moment("12:00")));
  CHECK_FALSE(in_force(entry, moment("16:00"), moment("12:00")));
  entry.until = moment("20:00");
  CHECK(in_force(entry, moment("19:59:59"), moment("12:00")));
}

TEST_CASE("patterns") {
  struct Row {
    const char* name;
    const char* pattern;
    bool fits;
  };
  const Row rows[] = {{"golden-gate-a", "golden-gate-a", true},
                      {"golden-gate-a", "golden-*", true},
                      {"golden-gate-a", "*-a", true},
                      {"golden-gate-a", "*gate*", true},
                      {"golden-gate-a", "golden-gate-?", true},
                      {"golden-gate-c1", "golden-gate-?", false},
                      {"golden-gate-a", "golden", false},
                      {"golden-gate-a", "", false},
                      {"", "*", true},
                      {"", "?", false},
                      {"Große Halle", "GROSSE *", true},
                      {"Golden  Gate A", "golden gate ?", true},
                      {"aaaaaaaaaaaaaaaaaaaaaaab", "a*a*a*a*a*a*a*c", false}};
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CAPTURE(row.pattern);
    CHECK(fits_pattern(row.name, row.pattern) == row.fits);
  }
}
