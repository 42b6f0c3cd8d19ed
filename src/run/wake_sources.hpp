// SPDX-License-Identifier: MIT
// All that can wake a running sign, as descriptors.
#pragma once

#include <chrono>

#include "run/clock_watch.hpp"
#include "run/sign_loop.hpp"
#include "run/signals.hpp"

namespace placard {

/// What is in the mailbox ends a sleep, or waits because it can't be taken yet.
enum class Mail { wakes, waits };

/// Main thread.
class WakeSources {
 public:
  /// All outlive this.
  WakeSources(Signals& signals, Mailbox& mailbox, Display& display)
      : signals_(signals), mailbox_(mailbox), display_(display) {}

  /// Sleeps until something comes, `most` at the longest. Gives what came, but for the time.
  Wake wait(std::chrono::milliseconds most, Mail mail);

 private:
  Signals& signals_;
  Mailbox& mailbox_;
  Display& display_;
  ClockWatch clock_watch_;
};

}  // namespace placard
