// SPDX-License-Identifier: MIT
// Tells when somebody sets the device's clock.
#pragma once

namespace placard {

class ClockWatch {
 public:
  ClockWatch();
  ~ClockWatch();
  ClockWatch(const ClockWatch&) = delete;
  ClockWatch& operator=(const ClockWatch&) = delete;

  /// Readable once the clock was set; -1 where the system has none to give.
  int descriptor() const { return timer_; }
  /// Whether the clock was set since the last call.
  bool consume();

 private:
  void wait_again() const;

  int timer_;
};

}  // namespace placard
