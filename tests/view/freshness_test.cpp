// SPDX-License-Identifier: MIT
#include "view/rules/freshness.hpp"

#include <doctest/doctest.h>

#include "schedule/programme.hpp"

using namespace placard;
using namespace std::chrono_literals;

TEST_CASE("aging begins after two polls, and not before two minutes, unless the config says when") {
  struct Row {
    seconds poll;
    std::optional<seconds> configured;
    seconds age;
  };
  const Row rows[] = {
      {2s, {}, 120s},    {15s, {}, 120s}, {60s, {}, 120s},  {61s, {}, 122s},
      {600s, {}, 1200s}, {15s, 30s, 30s}, {600s, 30s, 30s}, {15s, 1h, 1h},
  };
  for (const Row& row : rows) {
    CAPTURE(row.poll.count());
    CHECK((aging_age({row.configured}, row.poll) == row.age));
  }
}

TEST_CASE("what is known ages in steps: each begins a second after its limit") {
  struct Row {
    seconds age;
    std::string freshness;
  };
  const Row rows[] = {
      {-24h, "live"},  // read in the future: the clock was set back; not staler than now
      {-1s, "live"},         {0s, "live"},   {120s, "live"},    {121s, "aging"},    {15min, "aging"},
      {15min + 1s, "stale"}, {24h, "stale"}, {24h + 1s, "old"}, {24h * 365, "old"},
  };
  const Instant as_of = moment("13:00");
  for (const Row& row : rows) {
    CAPTURE(row.age.count());
    CHECK(std::string(name_of(freshness(as_of, as_of + row.age, {}, 15s))) == row.freshness);
    CHECK(std::string(name_of(freshness(std::nullopt, as_of + row.age, {}, 15s))) == "no-data");
  }
}

TEST_CASE("limits of the config's own, also when they do not rise") {
  const Instant as_of = moment("13:00");
  const auto name = [as_of](seconds age, const FreshnessLimits& limits) {
    return std::string(name_of(freshness(as_of, as_of + age, limits, 15s)));
  };
  const FreshnessLimits quick{10s, 20s, 30s};
  CHECK(name(10s, quick) == "live");
  CHECK(name(11s, quick) == "aging");
  CHECK(name(20s, quick) == "aging");
  CHECK(name(21s, quick) == "stale");
  CHECK(name(30s, quick) == "stale");
  CHECK(name(31s, quick) == "old");
  // The older word goes first: it claims less.
  const FreshnessLimits falling{30s, 20s, 10s};
  CHECK(name(10s, falling) == "live");
  CHECK(name(11s, falling) == "old");
}

TEST_CASE("a poll of ten minutes is live for twenty, and then stale at once") {
  const Instant as_of = moment("13:00");
  CHECK((freshness(as_of, as_of + 15min, {}, 600s) == Freshness::live));
  CHECK((freshness(as_of, as_of + 15min + 1s, {}, 600s) == Freshness::stale));
}

TEST_CASE("the names of freshness") {
  CHECK(name_of(Freshness::live) == "live");
  CHECK(name_of(Freshness::aging) == "aging");
  CHECK(name_of(Freshness::stale) == "stale");
  CHECK(name_of(Freshness::old) == "old");
  CHECK(name_of(Freshness::no_clock) == "no-clock");
  CHECK(name_of(Freshness::no_data) == "no-data");
}
