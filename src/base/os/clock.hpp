// SPDX-License-Identifier: MIT
// The only reader of clocks. The main thread reads once a turn; everything pure is handed the instant.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/os/clock_chip.hpp"
#include "base/time/time.hpp"

namespace placard {

/// One reading of the clocks of this device.
struct Moment {
  Instant now;                          ///< the wall clock, right or wrong
  std::chrono::milliseconds uptime{0};  ///< since boot, sleep included; no step of the wall clock moves it
  bool synchronised = false;            ///< the kernel says that the wall clock is kept right
  std::chrono::milliseconds part{0};    ///< of the second that `now` is in: differences must not waver by a second
  ClockChip chip = ClockChip::unknown;  ///< what the clock chip says of the wall clock

  bool operator==(const Moment&) const = default;
};

/// One thread.
class Clock {
 public:
  /// The device's clock.
  Clock();
  /// A pretended clock: it stands at `start` now and goes on at `speed`.
  Clock(Instant start, double speed);

  /// The instant, rounded down to the second.
  Instant now() const;
  /// All clocks at once. Of a pretended clock the uptime goes on at its speed too.
  Moment moment() const;
  bool pretended() const { return start_.has_value(); }
  /// How long, in real time, until now() reaches `instant`; 0 if it has.
  std::chrono::milliseconds until(Instant instant) const;
  double speed() const { return speed_; }

 private:
  // What the chip said, and of which wall clock.
  struct ChipLook {
    ClockChip chip = ClockChip::unknown;
    std::chrono::milliseconds uptime{0};
    std::chrono::sys_time<std::chrono::milliseconds> at_boot{};
  };
  std::chrono::system_clock::time_point exact_now() const;
  ClockChip chip(std::chrono::sys_time<std::chrono::milliseconds> now, std::chrono::milliseconds uptime) const;

  std::optional<Instant> start_;
  double speed_ = 1;
  std::chrono::steady_clock::time_point began_;
  mutable std::optional<ChipLook> chip_look_;  // a chip is read over a slow bus, so not at each question
};

/// The clock that no step moves, for how long things take. Any thread.
std::chrono::steady_clock::time_point steady_now();

/// The wall clock, right or wrong, as files are dated by it. Any thread.
std::chrono::system_clock::time_point wall_now();

/// CLOCK_MONOTONIC in seconds.
double monotonic_seconds();

/// Since boot, sleep included (CLOCK_BOOTTIME).
std::chrono::milliseconds uptime();

/// The kernel's id of this boot; "" where it is not told.
std::string boot_id();

/// When this program was built.
Instant build_time();

}  // namespace placard
