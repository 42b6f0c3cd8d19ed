// SPDX-License-Identifier: MIT
// An event on its way into what a sign knows. Another thread does the work, on a copy; the loop takes the copy.
#pragma once

#include <atomic>
#include <exception>
#include <utility>

#include "fetch/cache/crash_loop_guard.hpp"
#include "sign/knowledge.hpp"
#include "sign/mailbox.hpp"

namespace placard {

class EventWork {
 public:
  /// What is known stays its owner's, `guard` outlives this; `came` is taken once nothing can fail any more.
  EventWork(Event& came, const Knowledge& known, const Moment& came_at, CrashLoopGuard& guard)
      : next(known), changes_before(known.changes()), moment(came_at), event(std::move(came)), guard_(guard) {}

  enum class State {
    waiting,
    running,
    done,
    failed,
    given_up,  ///< failed, and the loop was told
  };
  State state() const { return state_.load(std::memory_order_acquire); }

  /// The loop hands it to whoever does it, or could not …
  void set_running() { state_ = State::running; }
  void set_waiting() { state_ = State::waiting; }
  /// … who does it, once, and never throws: afterwards it is done or failed.
  void run() noexcept;
  /// Gives up failed work: throws what it failed of.
  [[noreturn]] void give_up() {
    state_ = State::given_up;
    std::rethrow_exception(failure_);
  }
  /// Work that was given up waits again, with what is known now for its ground.
  void begin_again(const Knowledge& known);

  Knowledge next;  ///< the copy; the loop's once the work is done
  std::uint64_t changes_before;
  const Moment moment;
  const Event event;

 private:
  CrashLoopGuard& guard_;
  std::atomic<State> state_{State::waiting};
  std::exception_ptr failure_;
};

}  // namespace placard
