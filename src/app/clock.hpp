// SPDX-License-Identifier: MIT
// The only reader of the wall clock. Read once a turn; everything else is handed the instant.
#pragma once

#include <chrono>
#include <optional>

#include "schedule/time.hpp"

namespace placard {

class Clock {
 public:
  /// The device's clock.
  Clock();
  /// A pretended clock: it stands at `start` now and goes on at `speed`.
  Clock(Instant start, double speed);

  /// The instant, rounded down to the second.
  Instant now() const;
  /// How long, in real time, until now() reaches `instant`; 0 if it has.
  std::chrono::milliseconds until(Instant instant) const;
  double speed() const { return speed_; }

 private:
  std::chrono::system_clock::time_point exact_now() const;

  std::optional<Instant> start_;
  double speed_ = 1;
  std::chrono::steady_clock::time_point began_;
};

/// CLOCK_MONOTONIC in seconds.
double monotonic_seconds();

}  // namespace placard
