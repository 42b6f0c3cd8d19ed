// SPDX-License-Identifier: MIT
#include "base/os/clock.hpp"

#include <sys/timex.h>

#include <ctime>
#include <fstream>

namespace placard {

using std::chrono::milliseconds;

namespace {

// Asking needs no privilege. Where it is forbidden all the same nobody vouches for the clock.
bool kernel_keeps_time() {
  timex state{};
  const int answer = adjtimex(&state);
  return answer >= 0 && answer != TIME_ERROR && (static_cast<unsigned>(state.status) & STA_UNSYNC) == 0;
}

constexpr std::chrono::hours kBetweenChipLooks{1};

}  // namespace

Clock::Clock() : began_(steady_now()) {}

Clock::Clock(Instant start, double speed) : start_(start), speed_(speed), began_(steady_now()) {}

std::chrono::system_clock::time_point Clock::exact_now() const {
  if (!start_) return std::chrono::system_clock::now();
  const std::chrono::duration<double> passed = steady_now() - began_;
  return *start_ + std::chrono::duration_cast<std::chrono::system_clock::duration>(passed * speed_);
}

Instant Clock::now() const {
  return std::chrono::floor<seconds>(exact_now());
}

// Another wall clock needs another look.
ClockChip Clock::chip(std::chrono::sys_time<milliseconds> now, milliseconds uptime) const {
  const auto at_boot = now - uptime;
  const bool same = chip_look_ && std::chrono::abs(at_boot - chip_look_->at_boot) < seconds(2);
  if (!same || uptime - chip_look_->uptime >= kBetweenChipLooks) {
    chip_look_ = {look_at_chip("/sys/class/rtc", std::chrono::floor<seconds>(now)), uptime, at_boot};
  }
  return chip_look_->chip;
}

Moment Clock::moment() const {
  const auto exact = std::chrono::floor<milliseconds>(exact_now());
  const Instant second = std::chrono::floor<seconds>(exact);
  if (!start_) {
    const milliseconds up = uptime();
    return {second, up, kernel_keeps_time(), exact - second, chip(exact, up)};
  }
  const std::chrono::duration<double> passed = steady_now() - began_;
  // From far above 0, so that what was read before this start has a place too.
  return {second, std::chrono::hours(24 * 400) + std::chrono::duration_cast<milliseconds>(passed * speed_), true,
          exact - second};
}

milliseconds Clock::until(Instant instant) const {
  const std::chrono::duration<double, std::milli> ahead = (instant - exact_now()) / speed_;
  // Rounded up: waking a moment early would find nothing to do yet.
  return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(ahead));
}

std::chrono::steady_clock::time_point steady_now() {
  return std::chrono::steady_clock::now();
}

std::chrono::system_clock::time_point wall_now() {
  return std::chrono::system_clock::now();
}

milliseconds uptime() {
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return std::chrono::seconds(now.tv_sec) + milliseconds(now.tv_nsec / 1'000'000);
}

std::string boot_id() {
  std::string id;
  std::getline(std::ifstream("/proc/sys/kernel/random/boot_id"), id);
  return id.substr(0, 64);
}

Instant build_time() {
  return Instant(seconds(PLACARD_BUILT));
}

double monotonic_seconds() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

}  // namespace placard
