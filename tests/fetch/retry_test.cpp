#include "fetch/retry.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

using namespace placard;
using namespace std::chrono_literals;

namespace {

constexpr double highest_chance = 0.999999;

struct Row {
  const char* what;
  std::chrono::milliseconds interval;
  unsigned failures;
  std::optional<std::chrono::seconds> retry_after;
  std::chrono::milliseconds shortest, longest;  // over all chances
};

constexpr Row rows[] = {
    {"all is well: give or take 10 %", 60s, 0, {}, 54s, 66s},
    {"all is well, short interval", 15s, 0, {}, 13'500ms, 16'500ms},
    {"long interval: the first retry is quick", 60s, 1, {}, 12s, 15s},
    {"long interval: then the interval", 60s, 2, {}, 48s, 60s},
    {"long interval: then doubled", 60s, 3, {}, 96s, 120s},
    {"long interval: doubled again", 60s, 4, {}, 192s, 240s},
    {"long interval: five minutes at most", 60s, 5, {}, 240s, 300s},
    {"five minutes for ever", 60s, 4'000'000'000U, {}, 240s, 300s},
    {"short interval: the first retry after the interval", 15s, 1, {}, 12s, 15s},
    {"short interval: doubled", 15s, 2, {}, 24s, 30s},
    {"shortest interval", 2s, 1, {}, 1'600ms, 2s},
    {"shortest interval: after eight failures", 2s, 8, {}, 204'800ms, 256s},
    {"an interval longer than the cap stays", 1h, 2, {}, 48min, 60min},
    {"an interval longer than the cap is not doubled", 1h, 9, {}, 48min, 60min},
    {"Retry-After is a lower bound", 60s, 1, 120s, 120s, 132s},
    {"Retry-After shorter than our own wish", 60s, 0, 5s, 54s, 66s},
    {"Retry-After of a day: ten minutes", 60s, 1, 24h, 10min, 11min},
    {"Retry-After below zero", 60s, 0, -5s, 54s, 66s},
    {"no interval: not a busy loop", 0s, 0, {}, 18ms, 22ms},
};

}  // namespace

TEST_CASE("the delay before the next attempt") {
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const RetryState state{row.interval, row.failures, row.retry_after};
    const auto at_lowest = next_delay(state, 0.0);
    const auto at_highest = next_delay(state, highest_chance);
    CHECK(std::min(at_lowest, at_highest) >= row.shortest);
    CHECK(std::min(at_lowest, at_highest) <= row.shortest + 2ms);
    CHECK(std::max(at_lowest, at_highest) <= row.longest);
    CHECK(std::max(at_lowest, at_highest) >= row.longest - 10ms);
  }
}

TEST_CASE("a file's back-off, capped at its interval, never exceeds it") {
  for (const unsigned failures : {1U, 2U, 3U, 100U}) {
    CAPTURE(failures);
    CHECK(next_delay({.interval = 2s, .failures = failures, .retry_after = {}, .limits = {.cap = 2s}}, 0.0) == 2s);
  }
}

TEST_CASE(
    "a message is asked for within a minute of the last time, whatever its server says and however long it takes") {
  const RetryLimits limits{60s, 60s, 60s};
  for (const auto interval : {1s, 5s, 15s, 60s}) {
    for (unsigned failures = 0; failures < 70; ++failures) {
      for (const std::optional<std::chrono::seconds> retry_after : {std::optional<std::chrono::seconds>(), {3600s}}) {
        for (const auto spent : {0s, 10s, 30s, 59s, 300s}) {
          for (const double chance : {0.0, 0.5, highest_chance}) {
            const auto delay = next_delay({interval, failures, retry_after, limits, spent}, chance);
            CHECK(delay <= std::max<std::chrono::milliseconds>(60s - spent, 1s));
            CHECK(delay >= std::min<std::chrono::milliseconds>(interval * 8 / 10, 1s));
          }
        }
      }
    }
  }
}

TEST_CASE("messages that are wanted less often than once a minute are asked for as often as they are wanted") {
  CHECK(next_delay({5min, 0, {}, {60s, 60s, 60s}, 2s}, 0.5) == 298s);
  CHECK(next_delay({5min, 9, 1h, {60s, 60s, 60s}, 2s}, 0.0) == 298s);
}
