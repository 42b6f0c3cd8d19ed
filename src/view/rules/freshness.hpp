// SPDX-License-Identifier: MIT
// How old what the sign knows is, and what it may therefore claim.
#pragma once

#include <optional>
#include <string_view>

#include "base/time/tracked_instant.hpp"

namespace placard {

enum class Freshness { live, aging, stale, old, no_clock, no_data };

/// Ages of the last good poll at which the next step begins.
struct FreshnessLimits {
  std::optional<seconds> aging;  ///< default: two poll intervals, at least 2 minutes
  seconds stale{15 * 60};
  seconds old{24 * 3600};
};

/// When `aging` begins for a feed polled every `poll`.
seconds aging_age(const FreshnessLimits& limits, seconds poll);

/// What data read at `as_of` (nothing: never read) is at `now`, by its age alone: live to old, or no_data. Data from
/// the future counts as read now; who can't tell when it was read must not ask.
Freshness freshness(std::optional<Instant> as_of, const TrackedInstant& now, const FreshnessLimits& limits,
                    seconds poll);

std::string_view name_of(Freshness freshness);

}  // namespace placard
