// SPDX-License-Identifier: MIT
#include "fetch/poll_lane.hpp"

#include <algorithm>
#include <exception>
#include <system_error>
#include <utility>

#include "base/os/clock.hpp"
#include "base/os/heap.hpp"
#include "base/os/no_resources.hpp"
#include "base/os/signal_mask.hpp"
#include "fetch/retry.hpp"

namespace placard {
namespace {

using Steady = std::chrono::steady_clock;
using std::chrono::milliseconds;

// Of smaller ones what remains is no more than the next one needs again.
constexpr std::size_t kLargeDocument = std::size_t{1} << 20;

// The seed need not be secret, only differ from sign to sign.
std::minstd_rand::result_type seed() {
  try {
    return std::random_device{}();
  } catch (const std::exception&) {
    return static_cast<std::minstd_rand::result_type>(steady_now().time_since_epoch().count());
  }
}

bool is_large(const FetchResult& result) {
  const auto* fetched = std::get_if<Fetched>(&result.outcome);
  return fetched != nullptr && fetched->bytes->size() >= kLargeDocument;
}

}  // namespace

Acceptance ResultListener::tell(const FetchResult& result, Delivery delivery, const std::stop_token& stop) noexcept {
  std::unique_lock lock(turn_, std::defer_lock);
  if (delivery == Delivery::in_turn) lock.lock();
  return stop.stop_requested() ? Acceptance::accepted : tell_now(result);
}

Acceptance ResultListener::tell_now(const FetchResult& result) noexcept {
  const bool failed = std::holds_alternative<FetchError>(result.outcome);
  try {
    const Acceptance verdict = on_result_(result);
    return failed ? Acceptance::accepted : verdict;
  } catch (...) {
    if (failed) return Acceptance::accepted;
  }
  try {
    FetchResult failure = result;
    failure.outcome =
        FetchError{result.where + ": it was read, but could not be taken in: it is read again.", ErrorKind::local, 0};
    on_result_(failure);
  } catch (...) {  // nobody left to tell
  }
  return Acceptance::rejected;
}

PollLane::PollLane(std::vector<Source> sources, ResultListener& listener, Steady::time_point first)
    : listener_(listener), client_([this] { beat(); }), random_(seed()) {
  for (Source& source : sources) {
    const bool is_file = address_kind(source.address) == AddressKind::path;
    slots_.push_back({std::move(source), is_file, {}, 0, first});
  }
}

void PollLane::start() {
  try {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
  } catch (const std::system_error& error) {
    throw NoResources(error.what());
  }
}

void PollLane::poll_now() noexcept {
  const std::scoped_lock lock(mutex_);
  poll_now_ = true;
  wake_.notify_one();
}

void PollLane::run(const std::stop_token& stop) {
  block_signals_in_this_thread();
  stop_ = stop;
  const std::stop_callback interrupt(stop, [this] { client_.stop(); });
  while (!stop.stop_requested()) turn();
}

void PollLane::turn() {
  constexpr auto kLongestRest = std::chrono::seconds(4);
  beat();
  const auto now = steady_now();
  const auto next =
      std::min_element(slots_.begin(), slots_.end(), [](const Slot& a, const Slot& b) { return a.due < b.due; });
  if (next != slots_.end() && next->due <= now) {
    serve(*next);
  } else {
    rest(next == slots_.end() ? now + kLongestRest : std::min(next->due, now + kLongestRest));
  }
}

void PollLane::rest(Steady::time_point until) {
  std::unique_lock lock(mutex_);
  wake_.wait_until(lock, stop_, until, [this] { return poll_now_; });
  if (!std::exchange(poll_now_, false)) return;
  for (Slot& slot : slots_) slot.due = {};
}

void PollLane::serve(Slot& slot) noexcept {
  const auto start = steady_now();
  bool large = false;
  {
    const FetchResult result = attempt(slot.source, slot.memory, client_);
    large = is_large(result);
    const Acceptance verdict = listener_.tell(result, slot.source.delivery, stop_);
    if (verdict == Acceptance::rejected) slot.memory = {};
    const bool good = verdict == Acceptance::accepted && !std::holds_alternative<FetchError>(result.outcome);
    slot.failures = good ? 0 : slot.failures + 1;
    const auto now = steady_now();
    slot.due = now + delay_after(slot, result, std::chrono::duration_cast<milliseconds>(now - start));
  }
  if (large) give_memory_back();
}

milliseconds PollLane::delay_after(const Slot& slot, const FetchResult& result, milliseconds spent) {
  RetryState state{slot.source.interval, slot.failures, result.retry_after, slot.source.retry, spent};
  if (slot.is_file) state.limits.cap = slot.source.interval;
  return next_delay(state, std::uniform_real_distribution<double>(0.0, 1.0)(random_));
}

void PollLane::beat() noexcept {
  beat_ = std::chrono::duration_cast<milliseconds>(steady_now().time_since_epoch()).count();
}

}  // namespace placard
