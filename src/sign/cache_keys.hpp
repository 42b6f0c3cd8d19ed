// SPDX-License-Identifier: MIT
// What the copies on the disk are called, and how those of a feed are read.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "fetch/cache/cache_folder.hpp"
#include "fetch/cache/crash_loop_guard.hpp"
#include "sign/sources/feed_memory.hpp"
#include "sign/sources/feed_update.hpp"

namespace placard {

/// Where copies are kept: what systemd set aside for this service, else the user's folder for state. "": nowhere.
std::string cache_folder_path();

/// The file's name for something of that kind and identity.
std::string cache_file(const std::string& kind, const std::string& identity);

struct RestoredCopy {
  FeedUpdate update;
  std::optional<FeedMemory> memory;  ///< what was kept beside it; nothing: it was not, or cannot be read
  GoodTime good;
};

struct RestoredFeed {
  std::vector<RestoredCopy> copies;  ///< the older first; only those that could be read well
  std::vector<GoodTime> times;       ///< of all that is kept of the feed, readable or not
  std::vector<std::string> sentences;
};

/// Leave to read bytes with that digest, a copy of the document of that name ("the feed https://…").
using MayRead = std::function<CrashMark(const std::string& digest, const std::string& document)>;

/// Reads and parses the copies of a feed, as far as they may be read. A newest copy that may not gives way to the one
/// before.
RestoredFeed read_cached_feed(const CacheFolder& folder, const std::string& identity, const MayRead& may_read,
                              const Settings& settings, std::size_t feed);

}  // namespace placard
