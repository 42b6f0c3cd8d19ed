// SPDX-License-Identifier: MIT
// A board on virtual time: true time goes on, and its own clock is right, wrong, stepped or restored as chance has it.
#pragma once

#include <string>

#include "base/os/clock.hpp"

namespace placard::test {

using std::chrono::milliseconds;
using TrueTime = std::chrono::sys_time<milliseconds>;

struct Device {
  TrueTime now;  // the truth; no part of the sign knows it
  TrueTime booted;
  milliseconds clock_off{0};  // the device's clock minus the truth
  bool synchronised = false;
  int boots = 1;

  Moment moment() const {
    const Instant second = std::chrono::floor<seconds>(now + clock_off);
    return {second, now - booted, synchronised, now + clock_off - second};
  }
  std::string boot() const { return "boot-" + std::to_string(boots); }
  /// Whether a time server sets the clock right without a step: it is a second or so behind. A clock that is ahead
  /// would be slowed down; it goes back by steps only.
  bool is_slewed() const { return clock_off <= milliseconds(0) && clock_off >= milliseconds(-1500); }
  void set_clock(TrueTime to) {
    clock_off = to - now;
    synchronised = false;
  }
  void synchronise() {
    clock_off = milliseconds(0);
    synchronised = true;
  }
  /// Without power for so long; then the clock shows `clock`, or with nothing goes on as a battery has it.
  void lose_power(milliseconds off) {
    now += off;
    booted = now;
    synchronised = false;
    ++boots;
  }
};

}  // namespace placard::test
