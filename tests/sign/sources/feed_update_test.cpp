// SPDX-License-Identifier: MIT
#include "sign/sources/feed_update.hpp"

#include <doctest/doctest.h>

#include "sign/sources/feed_updates.hpp"
#include "sign/sources/polled_sources.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

TEST_CASE("bytes become news") {
  const FeedUpdate good = to_feed_update(1, fetched(feed_text("A")), settings_with(2));
  CHECK(good.feed == 1);
  CHECK(good.kind == FeedUpdate::Kind::fresh);
  CHECK(good.schedule->rooms.at(0).name == "A");
  CHECK(good.problems.empty());

  const FeedUpdate bad = to_feed_update(0, fetched("<html>"), settings_with(2));
  CHECK(bad.kind == FeedUpdate::Kind::failed);
  CHECK(bad.schedule == nullptr);
  CHECK(to_sentence(bad.problems.at(0)).find("feed.json:1:1: error: ") == 0);

  const FeedUpdate some = to_feed_update(0, fetched(with_bad_sessions(1)), settings_with(2));
  CHECK(some.kind == FeedUpdate::Kind::fresh);
  CHECK(some.skipped == 1);
  CHECK_FALSE(some.problems.empty());

  CHECK(unchanged(0).kind == FeedUpdate::Kind::unchanged);
  CHECK(failed(0, "No answer.").kind == FeedUpdate::Kind::failed);
  CHECK(to_sentence(failed(0, "No answer.").problems.at(0)) == "error: No answer.");
}

TEST_CASE("a feed is read with the config's zone and format") {
  const std::string local = R"({"sessions": [{"room": "A", "title": "T", "start": "2025-11-04T12:00:00"}]})";
  Settings settings = settings_with(1);
  CHECK(to_feed_update(0, fetched(local), settings).kind == FeedUpdate::Kind::failed);
  settings.zone = TimeZone::find("America/Los_Angeles");
  const FeedUpdate update = to_feed_update(0, fetched(local), settings);
  REQUIRE(update.schedule);
  CHECK(update.schedule->sessions.at(0).start == kNoon);
  settings.feeds[0].format = "no such format";
  CHECK(to_feed_update(0, fetched(local), settings).kind == FeedUpdate::Kind::failed);
}

TEST_CASE("the feeds of a config are the poller's sources, known by their numbers") {
  Settings settings = settings_with(2);
  settings.feeds[0] = {"a.json", 15s, "", "token"};
  settings.feeds[1] = {"https://example.org/b", 60s, "", ""};
  const auto sources = feed_sources(settings);
  REQUIRE(sources.size() == 2);
  CHECK(sources[0].id == "0");
  CHECK(sources[0].address == "a.json");
  CHECK(sources[0].interval == 15s);
  CHECK(sources[0].token_file == "token");
  CHECK(sources[1].id == "1");
  CHECK(sources[1].address == "https://example.org/b");
  CHECK(sources[1].token_file == "");
}

TEST_CASE("a feed that is read whole has nothing left out") {
  CHECK(left_out_sentence(0) == "");
  CHECK(left_out_sentence(2).find("2 of the feed's sessions") == 0);
}

TEST_CASE("the server's date comes with every answer of its own, and says whether the server proved who it is") {
  FetchResult update = fetched(feed_text("A"));
  CHECK_FALSE(to_feed_update(0, update, settings_with(1)).date);
  update.date = "Tue, 04 Nov 2025 20:00:00 GMT";
  CHECK(to_feed_update(0, update, settings_with(1)).date == ServerDate{kNoon, false});
  update.verified = true;
  CHECK(to_feed_update(0, update, settings_with(1)).date == ServerDate{kNoon, true});
  update.date = "yesterday";
  CHECK_FALSE(to_feed_update(0, update, settings_with(1)).date);
}

TEST_CASE("the same bytes have the same digest, others another") {
  CHECK(fresh(0, feed_text("A")).digest == fresh(0, feed_text("A")).digest);
  CHECK(fresh(0, feed_text("A")).digest != fresh(0, feed_text("B")).digest);
  CHECK(fresh(0, feed_text("A")).digest.size() == 64);
}
