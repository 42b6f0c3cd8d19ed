// SPDX-License-Identifier: MIT
// One fetch thread, and the sources it reads one after the other.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <random>
#include <stop_token>
#include <thread>
#include <vector>

#include "fetch/attempt.hpp"
#include "fetch/http_client.hpp"
#include "fetch/source.hpp"

namespace placard {

enum class Acceptance {
  accepted,  // all is well
  rejected,  // the bytes could not be used: ask for all of them again, and count this as a failure
};

/// Called ON A FETCH THREAD with the outcome of every attempt, good or bad; never twice at once for sources delivered
/// in turn, but beside them for one delivered at once. It may parse and hand over, but not wait: its source is not read
/// meanwhile, and the Poller's end waits for it. An exception counts as `rejected`, and comes as one more FetchResult,
/// a FetchError. After a FetchError, both are ignored.
using OnResult = std::function<Acceptance(const FetchResult&)>;

/// Whoever takes in what several lanes read. Any thread.
class ResultListener {
 public:
  explicit ResultListener(OnResult on_result) : on_result_(std::move(on_result)) {}

  /// Waits for its turn where it has to, and tells nothing once `stop` is asked for.
  Acceptance tell(const FetchResult& result, Delivery delivery, const std::stop_token& stop) noexcept;

 private:
  Acceptance tell_now(const FetchResult& result) noexcept;

  OnResult on_result_;
  std::mutex turn_;
};

class PollLane {
 public:
  /// `listener` outlives the lane. Nothing is read before `first`.
  PollLane(std::vector<Source> sources, ResultListener& listener, std::chrono::steady_clock::time_point first);

  /// Throws NoResources when there is no thread to be had.
  void start();
  /// Any thread, as both below. The end of the lane waits for its thread.
  void stop() noexcept { thread_.request_stop(); }
  void poll_now() noexcept;
  /// In ms of the steady clock; 0: never.
  std::int64_t last_beat() const noexcept { return beat_; }

 private:
  struct Slot {
    Source source;
    bool is_file = false;
    SourceMemory memory;
    unsigned failures = 0;
    std::chrono::steady_clock::time_point due{};
  };

  void run(const std::stop_token& stop);
  void turn();
  void rest(std::chrono::steady_clock::time_point until);
  void serve(Slot& slot) noexcept;
  std::chrono::milliseconds delay_after(const Slot& slot, const FetchResult& result, std::chrono::milliseconds spent);
  void beat() noexcept;

  std::vector<Slot> slots_;
  ResultListener& listener_;
  std::atomic<std::int64_t> beat_ = 0;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  bool poll_now_ = false;  // guarded by mutex_
  HttpClient client_;
  std::minstd_rand random_;
  std::stop_token stop_;
  std::jthread thread_;  // last: its end comes before that of everything it uses
};

}  // namespace placard
