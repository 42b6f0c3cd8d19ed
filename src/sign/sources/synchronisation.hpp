// SPDX-License-Identifier: MIT
// What a time server once said stays said: the kernel takes its word back 8 h 53 min after the last answer, though the
// clock goes on as well as before.
#pragma once

#include <optional>

#include "base/os/clock.hpp"

namespace placard {

/// So long a clock is believed after the kernel last vouched for it.
inline constexpr std::chrono::hours kBelievedFor{24 * 7};
/// The most that a clock may move against the uptime and still be the clock that was vouched for.
inline constexpr seconds kSmallStep{2};
/// A longer step needs a second source.
inline constexpr std::chrono::minutes kLargeStep{5};

/// A step of a clock that was synchronised before.
struct ClockStep {
  std::chrono::milliseconds by{0};  ///< positive: it was set ahead
  bool counts = false;              ///< a second source agrees with it

  bool operator==(const ClockStep&) const = default;
};

/// The kernel's word in this boot. Pure; owned by one thread.
class Synchronisation {
 public:
  /// A wall clock as the time it gives to the instant of booting: no clock moves it but by a step.
  using AtBoot = std::chrono::sys_time<std::chrono::milliseconds>;
  static AtBoot at_boot(const Moment& moment) { return moment.now + moment.part - moment.uptime; }

  /// Looks at the clocks. `agreed`: a second source agrees with the wall clock.
  void look(const Moment& moment, bool agreed);
  /// What an earlier process of this boot knew, whose reading was rounded down by up to two seconds: the kernel last
  /// vouched at the uptime `heard`.
  void restore(AtBoot about, std::chrono::milliseconds heard, const Moment& moment);

  /// The uptime at which the kernel last vouched for the clock that goes on, be it the device's or one that is held;
  /// nothing: it did not.
  std::optional<std::chrono::milliseconds> heard(const Moment& moment, bool agreed) const;
  /// The clock before a large step that nobody else agrees with, and goes on without the device's.
  std::optional<AtBoot> held(const Moment& moment, bool agreed) const;
  /// The large step that is not followed, or was followed in the last minute.
  std::optional<ClockStep> step(const Moment& moment, bool agreed) const;

 private:
  struct Word {
    AtBoot at_boot;
    std::chrono::milliseconds heard;  // uptime
  };
  struct Followed {
    std::chrono::milliseconds by;
    std::chrono::milliseconds at;  // uptime
  };
  bool keeps(const Moment& moment) const;
  bool in_force(const Moment& moment) const { return word_ && moment.uptime - word_->heard <= kBelievedFor; }

  std::optional<Word> word_;
  std::optional<Followed> followed_;
};

}  // namespace placard
