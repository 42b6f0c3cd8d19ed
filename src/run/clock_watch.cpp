// SPDX-License-Identifier: MIT
#include "run/clock_watch.hpp"

#include <sys/timerfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <ctime>

namespace placard {

ClockWatch::ClockWatch() : timer_(timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK)) {
  wait_again();
}

ClockWatch::~ClockWatch() {
  if (timer_ >= 0) close(timer_);
}

// A timer that never rings, but that the kernel cancels when the clock is set (timerfd_create(2)).
void ClockWatch::wait_again() const {
  constexpr std::time_t kNever = 4'000'000'000;  // in 2096
  itimerspec never{};
  never.it_value.tv_sec = kNever;
  timerfd_settime(timer_, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr);
}

bool ClockWatch::consume() {
  std::uint64_t rings = 0;
  const ssize_t got = read(timer_, &rings, sizeof rings);
  if (got < 0 && (errno == EAGAIN || errno == EBADF)) return false;
  wait_again();
  return true;
}

}  // namespace placard
