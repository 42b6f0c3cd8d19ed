// SPDX-License-Identifier: MIT
// Writes cached copies on a thread of its own: a slow card must hold up neither the clock on the glass nor the polls.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "fetch/cache/cache_folder.hpp"

namespace placard {

/// What could not be written is tried again after so long: a full disk is mended, and the feed may not change again.
inline constexpr std::chrono::milliseconds kWriteAgain = std::chrono::minutes(1);

class CacheWriter {
 public:
  /// What came of a write.
  struct Done {
    std::string name;
    std::string sentence;   ///< why it is not on the disk; "" when it is
    std::size_t bytes = 0;  ///< that it took there
  };
  /// Called on the writer's thread after each write.
  using OnDone = std::function<void(const Done&)>;

  /// Starts the thread. If there is none to be had, every copy is a failure.
  CacheWriter(CacheFolder folder, OnDone on_done, std::chrono::milliseconds again = kWriteAgain);
  /// Writes what is still to be written, then ends the thread.
  ~CacheWriter();
  CacheWriter(const CacheWriter&) = delete;
  CacheWriter& operator=(const CacheWriter&) = delete;

  /// Has `copy` written, if need be by several attempts. One that still waits under the same name is replaced by it.
  /// Any thread; throws only std::bad_alloc, and then nothing has changed.
  void store(const std::string& name, CachedCopy copy);

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace placard
