// The fetch threads: read any number of sources again and again, each on its own schedule, for weeks.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "fetch/poll_lane.hpp"

namespace placard {

/// Every source is read at once, then by the rules of retry.hpp; the back-off of a file is never longer than its
/// interval, so that an edit heals it soon. No source waits for a server of another: each URL has a thread of its own
/// (from the ninth on they share), the files have one together, and what is delivered at once has its own in any case.
class Poller {
 public:
  /// Starts the threads. Throws NoResources when one is not to be had.
  Poller(std::vector<Source> sources, OnResult on_result);

  /// Ends the threads within milliseconds, also in the middle of a name lookup, a connection or a body.
  ~Poller();
  Poller(const Poller&) = delete;
  Poller& operator=(const Poller&) = delete;

  /// Any thread. Reads every source now: after a clock step, a signal, or a change of the network.
  void poll_now() noexcept;

  /// Any thread. When the one of the fetch threads that was silent longest was last seen alive, in ms of
  /// std::chrono::steady_clock. Never older than 5 s, except while `on_result` runs or a disk does not answer.
  std::int64_t last_beat() const noexcept;

 private:
  ResultListener listener_;
  std::vector<std::unique_ptr<PollLane>> lanes_;  // last: their end comes before the listener's
};

}  // namespace placard
