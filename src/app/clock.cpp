// SPDX-License-Identifier: MIT
#include "app/clock.hpp"

#include <ctime>

namespace placard {

using std::chrono::milliseconds;

Clock::Clock() : began_(std::chrono::steady_clock::now()) {}

Clock::Clock(Instant start, double speed) : start_(start), speed_(speed), began_(std::chrono::steady_clock::now()) {}

std::chrono::system_clock::time_point Clock::exact_now() const {
  if (!start_) return std::chrono::system_clock::now();
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - began_;
  return *start_ + std::chrono::duration_cast<std::chrono::system_clock::duration>(passed * speed_);
}

Instant Clock::now() const {
  return std::chrono::floor<seconds>(exact_now());
}

milliseconds Clock::until(Instant instant) const {
  const std::chrono::duration<double, std::milli> ahead = (instant - exact_now()) / speed_;
  // Rounded up: waking a moment early would find nothing to do yet.
  return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(ahead));
}

double monotonic_seconds() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

}  // namespace placard
