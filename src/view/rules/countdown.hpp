// SPDX-License-Identifier: MIT
// The number of the countdown layout (rule 8): always from the deadline, never from counting.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time/tracked_instant.hpp"

namespace placard {

enum class Phase { normal, warning, danger };

std::string_view name_of(Phase phase);

/// How a sign counts.
struct CountdownRules {
  seconds warning{180};  ///< time left at which `warning` begins; 0: never
  seconds danger{60};    ///< time left at which `danger` begins; 0: never
  bool up = false;       ///< of what is on, show the time gone instead of the time left

  bool operator==(const CountdownRules&) const = default;
};

/// What the number says at one instant.
struct Countdown {
  bool to_end = false;  ///< else to a start
  seconds left{0};      ///< to the deadline, at least 1
  std::string text;     ///< "7:42", "1:07:42"
  std::string widest;   ///< the longest text this countdown ever shows: its digits keep the room of that
  Phase phase = Phase::normal;

  bool operator==(const Countdown&) const = default;
};

/// "M:SS" under an hour, "H:MM:SS" from there.
std::string countdown_text(seconds span);

/// Counting to the end of what is on from `start` to `end`.
Countdown countdown_to_end(Instant start, Instant end, const TrackedInstant& at, const CountdownRules& rules);

/// Counting to a start; nothing when it is more than an hour ahead.
std::optional<Countdown> countdown_to_start(Instant start, const TrackedInstant& at);

}  // namespace placard
