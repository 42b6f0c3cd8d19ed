// SPDX-License-Identifier: MIT
// Days as people count them: until four in the morning it is still the evening before. Pure; any thread.
#pragma once

#include "base/time/time_zone.hpp"

namespace placard {

/// The time of day, by the venue's clock, at which a new day begins for people.
inline constexpr seconds kDayStarts{4 * 3600};

/// When the day that lies `days` after the one `instant` belongs to begins. It has one beginning, also on the nights
/// the clocks change.
Instant day_start(const TimeZone& zone, Instant instant, int days);

/// The midnight in the night that ends the day `instant` belongs to.
Instant midnight_after(const TimeZone& zone, Instant instant);

/// Whether `instant` lies between a midnight and the start of the next day.
bool is_after_midnight(const TimeZone& zone, Instant instant);

}  // namespace placard
