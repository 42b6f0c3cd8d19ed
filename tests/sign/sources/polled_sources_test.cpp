// SPDX-License-Identifier: MIT
#include "sign/sources/polled_sources.hpp"

#include <doctest/doctest.h>

using namespace placard;
using namespace std::chrono_literals;

TEST_CASE("messages wait for no feed, and are asked for within a minute whatever their server says") {
  Settings settings;
  settings.overrides = "https://placard.example/overrides.json";
  settings.feeds.push_back({});
  const auto messages = overrides_source(settings);
  REQUIRE(messages);
  CHECK(messages->interval == settings.overrides_poll);
  CHECK(messages->delivery == Delivery::at_once);
  for (unsigned failures = 0; failures < 20; ++failures) {
    CHECK(next_delay({messages->interval, failures, 3600s, messages->retry, 20s}, 0.99) <= 40s);
  }
  const Source feed = feed_sources(settings).front();
  CHECK(feed.delivery == Delivery::in_turn);
  CHECK(next_delay({feed.interval, 1, 3600s, feed.retry, 0s}, 0.0) == 10min);
}
