// SPDX-License-Identifier: MIT
// Hands values from the fetch thread to the main thread, in order; a descriptor tells poll() that some have come.
#pragma once

#include <mutex>
#include <variant>
#include <vector>

#include "sign/sources/feed_state.hpp"
#include "sign/sources/override_state.hpp"

namespace placard {

/// What came of keeping a copy on the disk.
struct CacheWriteResult {
  std::string name;
  std::string sentence;   ///< why it is not there; "" when it is
  std::size_t bytes = 0;  ///< that it took there
};

/// What the other threads tell the main thread.
using Event = std::variant<FeedUpdate, OverridesUpdate, CacheWriteResult>;

class Mailbox {
 public:
  Mailbox();
  ~Mailbox();
  Mailbox(const Mailbox&) = delete;
  Mailbox& operator=(const Mailbox&) = delete;

  /// Any thread.
  void post(Event event);
  /// Makes the descriptor readable without an event. Any thread.
  void wake() noexcept;
  /// Everything posted since the last call, oldest first. Main thread.
  std::vector<Event> drain();
  /// Readable while there is something to drain; -1 if the system had no descriptor to give.
  int descriptor() const { return wake_; }

 private:
  std::mutex mutex_;
  std::vector<Event> waiting_;
  int wake_;
};

}  // namespace placard
