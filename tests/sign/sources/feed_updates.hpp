// SPDX-License-Identifier: MIT
// Updates of feeds for tests.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "sign/conditions.hpp"
#include "sign/sources/feed_state.hpp"

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

inline FetchResult fetched(const std::string& text) {
  FetchResult update;
  update.outcome = Fetched(text);
  update.where = "feed.json";
  return update;
}

inline FeedUpdate fresh(std::size_t feed, const std::string& text) {
  FeedUpdate update = to_feed_update(feed, fetched(text), settings_with(feed + 1));
  REQUIRE(update.kind == FeedUpdate::Kind::fresh);
  return update;
}

inline FeedUpdate unchanged(std::size_t feed) {
  FetchResult update;
  update.outcome = Unchanged{};
  return to_feed_update(feed, update, settings_with(feed + 1));
}

inline FeedUpdate failed(std::size_t feed, const std::string& sentence) {
  FetchResult update;
  update.outcome = FetchError{sentence};
  return to_feed_update(feed, update, settings_with(feed + 1));
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
    text += i < bad ? R"({"title": "no start", "start": 0},)"
                    : R"({"room": "A", "title": "T", "start": "2025-11-04T12:00:00-08:00"},)";
  }
  text.back() = ']';
  return text + "}";
}

/// Feeds with the log that is kept of them.
struct LoggedFeeds {
  FeedState state;
  ConditionLog log;

  /// The lines that an update is worth.
  Lines apply(const FeedUpdate& update, const Moment& moment) {
    state.apply(update, moment);
    return log.note(feed_condition(state, update.feed), moment.uptime);
  }
};

}  // namespace placard::test
