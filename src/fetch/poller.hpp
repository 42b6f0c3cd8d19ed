// The fetch thread: reads any number of sources again and again, each on its own schedule, for weeks.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "fetch/source.hpp"

namespace placard {

enum class Acceptance {
  accepted,  // all is well
  rejected,  // the bytes could not be used: ask for all of them again, and count this as a failure
};

/// Called ON THE FETCH THREAD with the outcome of every attempt, good or bad, never twice at once. It may parse and
/// hand over, but not wait: no source is read meanwhile, and the Poller's end waits for it. An exception counts as
/// `rejected`, and comes as one more FetchResult, a FetchError. After a FetchError, both are ignored.
using OnResult = std::function<Acceptance(const FetchResult&)>;

/// Every source is read at once, then by the rules of retry.hpp; the back-off of a file is never longer than its
/// interval, so that an edit heals it soon. One URL is fetched at a time: a dead server delays the others by its total
/// timeout at the most. Files are not delayed by it.
class Poller {
 public:
  /// Starts the thread. Throws NoResources when there is none to be had.
  Poller(std::vector<Source> sources, OnResult on_result);

  /// Ends the thread within milliseconds, also in the middle of a name lookup, a connection or a body.
  ~Poller();
  Poller(const Poller&) = delete;
  Poller& operator=(const Poller&) = delete;

  /// Any thread. Reads every source now: after a clock step, a signal, or a change of the network.
  void poll_now() noexcept;

  /// Any thread. When the fetch thread was last seen alive, in ms of std::chrono::steady_clock. Never older than 5 s,
  /// except while `on_result` runs or a disk does not answer.
  std::int64_t last_beat() const noexcept;

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace placard
