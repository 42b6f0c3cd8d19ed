// SPDX-License-Identifier: MIT
// What may be written to the disk of a feed that changes again and again: cards wear.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace placard {

/// So many bytes at once …
inline constexpr double kWrittenAtOnce = 512.0 * 1024;
/// … and as many again over a day: never more than 1 MiB in a day, and the copy that went over it.
inline constexpr double kWrittenADay = 512.0 * 1024;

/// A value; `now` is uptime.
class WriteBudget {
 public:
  /// Whether a copy may be written, of whatever size: that is known only when it was.
  bool allows(std::chrono::milliseconds now) { return left(now) > 0; }
  /// A copy was written. A very large one is no debt of more than a day.
  void spend(std::size_t bytes, std::chrono::milliseconds now) {
    left_ = std::max(left(now) - static_cast<double>(bytes), -kWrittenADay);
  }

 private:
  double left(std::chrono::milliseconds now) {
    const std::chrono::duration<double, std::ratio<86'400>> days = now - at_;
    left_ = std::min(left_ + days.count() * kWrittenADay, kWrittenAtOnce);
    at_ = now;
    return left_;
  }

  double left_ = kWrittenAtOnce;
  std::chrono::milliseconds at_{0};
};

}  // namespace placard
