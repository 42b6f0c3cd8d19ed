#include "fetch/poller.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <random>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>

#include "base/os/clock.hpp"
#include "base/os/no_resources.hpp"
#include "base/os/signal_mask.hpp"
#include "fetch/attempt.hpp"
#include "fetch/retry.hpp"

namespace placard {
namespace {

using Steady = std::chrono::steady_clock;

struct Slot {
  Source source;
  bool is_file = false;
  SourceMemory memory;
  unsigned failures = 0;
  Steady::time_point due{};  // long ago: at once
};

std::vector<Slot> slots_for(std::vector<Source> sources) {
  std::vector<Slot> slots;
  for (Source& source : sources) {
    const bool is_file = address_kind(source.address) == AddressKind::path;
    slots.push_back({std::move(source), is_file, {}});
  }
  return slots;
}

// Files come before URLs that are due at the same time: they take no time.
Slot* most_urgent(std::vector<Slot>& slots) {
  const auto sooner = [](const Slot& a, const Slot& b) {
    return a.due != b.due ? a.due < b.due : a.is_file && !b.is_file;
  };
  const auto found = std::min_element(slots.begin(), slots.end(), sooner);
  return found == slots.end() ? nullptr : &*found;
}

RetryState retry_state(const Slot& slot, const FetchResult& result) {
  RetryState state;
  state.interval = slot.source.interval;
  state.failures = slot.failures;
  state.retry_after = result.retry_after;
  if (slot.is_file) state.cap = slot.source.interval;
  return state;
}

// The seed need not be secret, only differ from sign to sign.
std::minstd_rand::result_type seed() {
  try {
    return std::random_device{}();
  } catch (const std::exception&) {
    return static_cast<std::minstd_rand::result_type>(steady_now().time_since_epoch().count());
  }
}

}  // namespace

class Poller::Loop {
 public:
  Loop(std::vector<Source> sources, OnResult on_result)
      : slots_(slots_for(std::move(sources))),
        on_result_(std::move(on_result)),
        client_([this] { on_turn(); }),
        random_(seed()) {}

  void start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
  }
  void poll_now() noexcept;
  std::int64_t last_beat() const noexcept { return beat_; }

 private:
  void run(const std::stop_token& stop);
  void turn(const std::stop_token& stop);
  void on_turn() noexcept;
  void rest(const std::stop_token& stop, Steady::time_point until);
  void serve(Slot& slot) noexcept;
  Acceptance deliver(const FetchResult& result) noexcept;
  void beat() noexcept;

  std::vector<Slot> slots_;
  OnResult on_result_;
  std::atomic<std::int64_t> beat_ = 0;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  bool poll_now_ = false;  // guarded by mutex_
  HttpClient client_;
  std::minstd_rand random_;
  std::stop_token stop_;
  std::jthread thread_;  // last: its end comes before that of everything it uses
};

void Poller::Loop::poll_now() noexcept {
  const std::scoped_lock lock(mutex_);
  poll_now_ = true;
  wake_.notify_one();
}

void Poller::Loop::run(const std::stop_token& stop) {
  block_signals_in_this_thread();
  stop_ = stop;
  const std::stop_callback interrupt(stop, [this] { client_.stop(); });
  while (!stop.stop_requested()) turn(stop);
}

void Poller::Loop::turn(const std::stop_token& stop) {
  constexpr auto kLongestRest = std::chrono::seconds(4);
  beat();
  Slot* slot = most_urgent(slots_);
  const auto now = steady_now();
  if (slot != nullptr && slot->due <= now) {
    serve(*slot);
  } else {
    rest(stop, slot == nullptr ? now + kLongestRest : std::min(slot->due, now + kLongestRest));
  }
}

// Called in the middle of a transfer. A dead server must not keep the staff's message, a file, from the sign.
void Poller::Loop::on_turn() noexcept {
  beat();
  for (Slot& slot : slots_) {
    if (slot.is_file && slot.due <= steady_now() && !stop_.stop_requested()) serve(slot);
  }
}

void Poller::Loop::rest(const std::stop_token& stop, Steady::time_point until) {
  std::unique_lock lock(mutex_);
  wake_.wait_until(lock, stop, until, [this] { return poll_now_; });
  if (!std::exchange(poll_now_, false)) return;
  for (Slot& slot : slots_) slot.due = {};
}

void Poller::Loop::serve(Slot& slot) noexcept {
  const FetchResult result = attempt(slot.source, slot.memory, client_);
  if (stop_.stop_requested()) return;
  const Acceptance verdict = deliver(result);
  if (verdict == Acceptance::rejected) slot.memory = {};
  const bool good = verdict == Acceptance::accepted && !std::holds_alternative<FetchError>(result.outcome);
  slot.failures = good ? 0 : slot.failures + 1;
  const double chance = std::uniform_real_distribution<double>(0.0, 1.0)(random_);
  slot.due = steady_now() + next_delay(retry_state(slot, result), chance);
}

Acceptance Poller::Loop::deliver(const FetchResult& result) noexcept {
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

void Poller::Loop::beat() noexcept {
  beat_ = std::chrono::duration_cast<std::chrono::milliseconds>(steady_now().time_since_epoch()).count();
}

Poller::Poller(std::vector<Source> sources, OnResult on_result)
    : loop_(std::make_unique<Loop>(std::move(sources), std::move(on_result))) {
  try {
    loop_->start();
  } catch (const std::system_error& error) {
    throw NoResources(error.what());
  }
}

Poller::~Poller() = default;

void Poller::poll_now() noexcept {
  loop_->poll_now();
}

std::int64_t Poller::last_beat() const noexcept {
  return loop_->last_beat();
}

}  // namespace placard
