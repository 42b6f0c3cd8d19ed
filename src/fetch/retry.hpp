// When to ask again. A pure function: every input is an argument, also the chance.
//
// All is well:   the interval, give or take 10 %, so that thirty signs switched on together drift apart.
// Failures:      the first is tried again after 15 s at most, for most troubles are short. From there the interval
// doubles with
//                every failure (60 s: 15, 60, 120, 240, 300 …; 15 s: 15, 30, 60 …) up to the cap, or up to the interval
//                where that is longer than the cap. Up to a fifth is taken off by chance, so these figures are never
//                exceeded.
// Retry-After:   what the server asks for, up to a limit, is a lower bound; up to a tenth is added by chance, so that
//                not all signs return in the same second.
// In any case:   no attempt begins later than `most_apart` after the one before began, be the server as slow as it
// will.
#pragma once

#include <chrono>
#include <optional>

namespace placard {

struct RetryLimits {
  std::chrono::milliseconds cap{300'000};                         // longest back-off
  std::chrono::milliseconds retry_after{600'000};                 // longest wish of a server that is obeyed
  std::chrono::milliseconds most_apart = std::chrono::hours(24);  // less than the interval counts as the interval
};

struct RetryState {
  std::chrono::milliseconds interval{60'000};       // less than 20 ms counts as 20 ms
  unsigned failures = 0;                            // in a row; 0: the last attempt was good
  std::optional<std::chrono::seconds> retry_after;  // of the last answer
  RetryLimits limits{};
  std::chrono::milliseconds spent{0};  // by the last attempt
};

/// How long to wait from the end of one attempt to the next. `chance` is a random number in [0, 1).
std::chrono::milliseconds next_delay(const RetryState& state, double chance);

}  // namespace placard
