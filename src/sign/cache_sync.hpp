// SPDX-License-Identifier: MIT
// Keeps what a sign knows on the disk, and gives it back after a restart.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sign/cache_keys.hpp"
#include "sign/knowledge.hpp"
#include "sign/sources/polled_sources.hpp"
#include "sign/write_budget.hpp"

namespace placard {

/// Owned by one thread.
class CacheSync {
 public:
  /// Has a copy written, some time later.
  using Write = std::function<void(const std::string& name, CachedCopy copy)>;

  /// `store` may be empty: then nothing is kept.
  explicit CacheSync(Write write) : write_(std::move(write)) {}

  /// Gives `knowledge`, before any update, what an earlier run kept, as far as it may be read. Without the messages
  /// where their file is gone: its copy is of yesterday. `taken` is called after each of its sources. Returns sentences
  /// for the log.
  std::vector<std::string> restore(Knowledge& knowledge, const CacheFolder& folder, const MayRead& may_read,
                                   const Moment& moment, SourceSet which, const std::function<void()>& taken);

  /// Keeps what a feed's good update changed, as far as the budget goes; of the same bytes only the time, once an hour.
  void store_feed(const Knowledge& knowledge, std::size_t feed, const Moment& moment);
  /// Keeps the messages where their bytes changed and could be read.
  void store_overrides(const Knowledge& knowledge, const Moment& moment);
  /// So many bytes were written to the disk.
  void note_written(std::size_t bytes, const Moment& moment) { budget_.spend(bytes, moment.uptime); }

 private:
  using Bytes = std::shared_ptr<const std::string>;
  struct Stored {
    Bytes bytes;
    std::optional<std::chrono::milliseconds> good_time;  // uptime when last written
  };
  std::vector<std::string> restore_overrides(Knowledge& knowledge, const CacheFolder& folder, const MayRead& may_read,
                                             const Moment& moment);
  void store_good_time(const Knowledge& knowledge, const std::string& identity, const FeedState::Copy& copy,
                       const Moment& moment);

  Write write_;
  // What was handed to the disk: of the feeds by identity, and of the messages. These are looked at twice a second.
  std::map<std::string, Stored> feeds_;
  Bytes overrides_;
  WriteBudget budget_;
};

}  // namespace placard
