// SPDX-License-Identifier: MIT
// An instant that is asked about: whoever decides by it leaves behind until when the decision holds.
#pragma once

#include <algorithm>

#include "base/time/time.hpp"

namespace placard {

/// The instant a view is made for. All that a view says follows from what has been reached, so two views of the same
/// input are the same until `valid_until`, but for what ticks. One thread.
class TrackedInstant {
 public:
  /// Implicit: who does not care how long an answer holds asks at an Instant.
  TrackedInstant(Instant at) : at_(at) {}
  TrackedInstant(const TrackedInstant&) = delete;
  TrackedInstant& operator=(const TrackedInstant&) = delete;

  /// Whether `instant` has come.
  bool reached(Instant instant) const {
    if (instant <= at_) return true;
    valid_until_ = std::min(valid_until_, instant);
    return false;
  }

  /// From `begin` (inclusive) to `end`.
  bool is_within(Instant begin, Instant end) const { return reached(begin) && !reached(end); }

  /// The first instant at which an answer given so far becomes another one; Instant::max(): all hold for ever.
  Instant valid_until() const { return valid_until_; }

  /// The instant itself, of which nothing is noted: for what ticks anyway.
  Instant untracked() const { return at_; }

 private:
  Instant at_;
  mutable Instant valid_until_ = Instant::max();  // asking is const for whoever asks
};

}  // namespace placard
