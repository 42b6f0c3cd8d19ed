// SPDX-License-Identifier: MIT
// What came of reading a feed once, parsed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fetch/attempt.hpp"
#include "schedule/formats/feed_format.hpp"
#include "settings/settings.hpp"
#include "sign/sources/clock_trust.hpp"

namespace placard {

/// One attempt to read one feed. An immutable value that crosses from the fetch thread.
struct FeedUpdate {
  std::size_t feed = 0;  ///< index into Settings::feeds
  enum class Kind { fresh, unchanged, failed } kind = Kind::failed;
  std::shared_ptr<const Schedule> schedule;  ///< of `fresh`
  std::shared_ptr<const std::string> bytes;  ///< of `fresh`: what it was read from
  std::string digest;                        ///< of `fresh`: tells these bytes from others
  std::string meaning;                       ///< of `fresh`: tells what they say from what others say
  std::optional<Instant> made;  ///< of `fresh`: when, as the feed says itself, else its server; nothing: nobody says
  Problems problems;            ///< what is wrong with the feed; of `failed` why
  std::size_t skipped = 0;
  std::size_t not_scheduled = 0;   ///< as ReadFeed's
  std::string zone_doubt;          ///< of `fresh`: as ReadFeed's
  std::optional<ServerDate> date;  ///< of the server, with any answer of its own
};

/// Turns fetched bytes into an update: parses. Any thread.
FeedUpdate to_feed_update(std::size_t feed, const FetchResult& update, const Settings& settings);

/// "3 of the feed's sessions can't be read …"; "" for none.
std::string left_out_sentence(std::size_t skipped);

}  // namespace placard
