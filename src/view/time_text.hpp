// SPDX-License-Identifier: MIT
// How instants and spans are said on the glass. Pure; any thread.
#pragma once

#include <string>

#include "base/time/time_zone.hpp"
#include "base/time/tracked_instant.hpp"

namespace placard {

/// How this venue writes times.
struct TimeStyle {
  TimeZone zone = TimeZone::fixed(seconds(0));
  bool twelve_hours = false;
};

/// "1:05 PM", or "13:05".
std::string time_of_day(const TimeStyle& style, Instant instant);

/// "1:00 – 1:30 PM", "11:45 AM – 12:00 PM", "13:00 – 13:30"; an end on a later day than people would guess is named
/// with its day: "9:00 PM – Wed 10:00 AM".
std::string time_range(const TimeStyle& style, Instant start, Instant end);

/// The day of `instant` as said at `now`: "" today, "Tomorrow", "Wednesday" within six days, else "Tue, Nov 4" (or
/// "Tue 4 Nov" where hours go to 24); "yesterday" and dates for the past.
std::string day_word(const TimeStyle& style, Instant instant, const TrackedInstant& now);

/// "Tue, Nov 4", or "Tue 4 Nov" where hours go to 24.
std::string date_text(const TimeStyle& style, Instant instant);

/// Minutes a person has, rounded up to whole ones: 90 s are 2.
long minutes_up(seconds span);

/// "25 min left", "1 h 05 min left", "2 h left"; "" for more than a day.
std::string time_left(seconds left);

/// "in 25 min", up to an hour ahead; "" beyond: then the clock time says it better.
std::string time_until(seconds ahead);

}  // namespace placard
