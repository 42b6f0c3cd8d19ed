// SPDX-License-Identifier: MIT
// News of feeds for tests.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "sign/feed_state.hpp"

namespace placard::test {

using Lines = std::vector<std::string>;

inline constexpr Instant kNoon{seconds(1'762'286'400)};  // 2025-11-04T20:00:00Z

/// So long after noon, by both clocks.
inline Moment after(std::chrono::milliseconds span) {
  return {std::chrono::floor<seconds>(kNoon + span), std::chrono::hours(1) + span, true};
}

inline Settings settings_with(std::size_t feeds) {
  Settings settings;
  settings.feeds.resize(feeds);
  return settings;
}

inline News fetched(const std::string& text) {
  News news;
  news.outcome = Fetched{std::make_shared<const std::string>(text)};
  news.where = "feed.json";
  return news;
}

inline FeedNews fresh(std::size_t feed, const std::string& text) {
  FeedNews news = to_feed_news(feed, fetched(text), settings_with(feed + 1));
  REQUIRE(news.kind == FeedNews::Kind::fresh);
  return news;
}

inline FeedNews unchanged(std::size_t feed) {
  News news;
  news.outcome = Unchanged{};
  return to_feed_news(feed, news, settings_with(feed + 1));
}

inline FeedNews failed(std::size_t feed, const std::string& sentence) {
  News news;
  news.outcome = Failed{sentence};
  return to_feed_news(feed, news, settings_with(feed + 1));
}

/// A feed of one session at noon.
inline std::string feed_text(const std::string& room, const std::string& title = "Keynote") {
  return R"({"sessions": [{"room": ")" + room + R"(", "title": ")" + title +
         R"(", "start": "2025-11-04T12:00:00-08:00"}]})";
}

/// Three sessions, the first so many of them without a room.
inline std::string with_bad_sessions(int bad) {
  std::string text = R"({"sessions": [)";
  for (int i = 0; i < 3; ++i) {
    text +=
        i < bad ? R"({"title": "no room"},)" : R"({"room": "A", "title": "T", "start": "2025-11-04T12:00:00-08:00"},)";
  }
  text.back() = ']';
  return text + "}";
}

}  // namespace placard::test
