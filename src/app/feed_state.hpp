// SPDX-License-Identifier: MIT
// What is known of the feeds, and since when.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "feed/attempt.hpp"
#include "feed/poller.hpp"
#include "schedule/feed_format.hpp"
#include "settings/settings.hpp"

namespace placard {

/// One attempt to read one feed, parsed. An immutable value that crosses from the fetch thread.
struct FeedNews {
  std::size_t feed = 0;  ///< index into Settings::feeds
  enum class Kind { fresh, unchanged, failed } kind = Kind::failed;
  std::shared_ptr<const Schedule> schedule;  ///< of `fresh`
  Problems problems;                         ///< what is wrong with the feed; of `failed` why
  std::size_t skipped = 0;
};

/// Turns fetched bytes into news: parses. Any thread.
FeedNews to_feed_news(std::size_t feed, const News& news, const Settings& settings);

/// "3 of the feed's sessions can't be read …"; "" for none.
std::string left_out_sentence(std::size_t skipped);

/// The feeds as the poller's sources; ids are their indexes.
std::vector<Source> feed_sources(const Settings& settings);

/// The last good schedule of every feed. Owned by one thread.
class FeedState {
 public:
  explicit FeedState(std::size_t feeds) : feeds_(feeds) {}

  /// Takes news heard at `now`. Returns sentences worth a line in the log: one per change of health.
  std::vector<std::string> apply(const FeedNews& news, Instant now);

  /// All that is known, as one schedule; null before the first good poll.
  const Schedule* schedule() const { return merged_ ? &*merged_ : nullptr; }
  /// Whether some feed has never been read.
  bool incomplete() const;
  /// When the oldest part of it was last known to be good.
  std::optional<Instant> as_of() const;

 private:
  struct Feed {
    std::shared_ptr<const Schedule> schedule;
    std::optional<Instant> as_of;
    std::string document_health;  // what is wrong with the schedule last taken
    std::string health;           // the sentence last logged
  };
  void merge();

  std::vector<Feed> feeds_;
  std::optional<Schedule> merged_;
};

}  // namespace placard
