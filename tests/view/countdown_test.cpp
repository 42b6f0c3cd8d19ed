// SPDX-License-Identifier: MIT
#include "view/rules/countdown.hpp"

#include <doctest/doctest.h>

#include "schedule/programme.hpp"

using namespace placard;
using namespace std::chrono_literals;

TEST_CASE("a span is M:SS under an hour and H:MM:SS from there") {
  struct Row {
    seconds span;
    const char* text;
  };
  const Row rows[] = {{1s, "0:01"},       {59s, "0:59"},        {60s, "1:00"},        {479s, "7:59"},
                      {480s, "8:00"},     {600s, "10:00"},      {3599s, "59:59"},     {3600s, "1:00:00"},
                      {3661s, "1:01:01"}, {35'999s, "9:59:59"}, {36'000s, "10:00:00"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(countdown_text(row.span) == row.text);
  }
}

TEST_CASE("towards an end: what is left, and its phase") {
  struct Row {
    const char* at;
    const char* text;
    Phase phase;
  };
  const Row rows[] = {{"13:30:00", "15:00", Phase::normal}, {"13:41:59", "3:01", Phase::normal},
                      {"13:42:00", "3:00", Phase::warning}, {"13:43:59", "1:01", Phase::warning},
                      {"13:44:00", "1:00", Phase::danger},  {"13:44:59", "0:01", Phase::danger}};
  for (const Row& row : rows) {
    CAPTURE(row.at);
    const Countdown countdown = countdown_to_end(moment("13:30"), moment("13:45"), moment(row.at), {});
    CHECK(countdown.to_end);
    CHECK(countdown.text == row.text);
    CHECK(countdown.phase == row.phase);
    CHECK(countdown.widest == "15:00");
  }
}

TEST_CASE("a threshold of 0 switches its phase off") {
  const auto phase_at = [](const char* at, CountdownRules rules) {
    return countdown_to_end(moment("13:30"), moment("13:45"), moment(at), rules).phase;
  };
  CHECK(phase_at("13:44:59", {180s, 0s, false}) == Phase::warning);
  CHECK(phase_at("13:44:59", {0s, 60s, false}) == Phase::danger);
  CHECK(phase_at("13:43:59", {0s, 60s, false}) == Phase::normal);
  CHECK(phase_at("13:44:59", {0s, 0s, false}) == Phase::normal);
}

TEST_CASE("upwards the text is the time gone; the seconds and the phase stay those that are left") {
  const Countdown countdown = countdown_to_end(moment("13:30"), moment("13:45"), moment("13:44:10"), {180s, 60s, true});
  CHECK(countdown.text == "14:10");
  CHECK(countdown.left == 50s);
  CHECK(countdown.phase == Phase::danger);
}

TEST_CASE("towards a start, from an hour before") {
  CHECK_FALSE(countdown_to_start(moment("13:30"), moment("12:29:59")));
  struct Row {
    const char* at;
    const char* text;
  };
  const Row rows[] = {{"12:30:00", "1:00:00"}, {"12:30:01", "59:59"}, {"13:29:00", "1:00"}, {"13:29:59", "0:01"}};
  for (const Row& row : rows) {
    CAPTURE(row.at);
    const auto countdown = countdown_to_start(moment("13:30"), moment(row.at));
    REQUIRE(countdown);
    CHECK_FALSE(countdown->to_end);
    CHECK(countdown->text == row.text);
    CHECK(countdown->phase == Phase::normal);
  }
}
