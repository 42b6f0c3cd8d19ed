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

/// The day of `instant` as said at `now`, by days as people count them (base/time/day_start.hpp): "" today, "Tonight"
/// for the hours after the midnight to come, "Tomorrow", "Tomorrow night", "Wednesday", "Wednesday night" within six
/// days, else "Tue, Nov 4" (or "Tue 4 Nov" where hours go to 24); "yesterday", "last night" and dates for the past.
/// Between midnight and the start of the day, when "tomorrow" and "yesterday" could be taken for two days, neither is
/// said: the weekday and the date are.
std::string day_word(const TimeStyle& style, Instant instant, const TrackedInstant& now);

/// "1:45 PM", "Tomorrow 10:00 AM": a time with its day_word().
std::string day_and_time(const TimeStyle& style, Instant instant, const TrackedInstant& now);

/// The text, which may begin with a day_word(), as it stands inside a sentence: "tomorrow 10:00 AM".
std::string within_sentence(std::string text);

/// Whether it is past midnight, and for people still the evening before.
bool is_past_midnight(const TimeStyle& style, const TrackedInstant& now);

/// "Tue, Nov 4", or "Tue 4 Nov" where hours go to 24.
std::string date_text(const TimeStyle& style, Instant instant);

/// Minutes a person has, rounded up to whole ones: 90 s are 2.
long minutes_up(seconds span);

/// "25 min left", "1 h 05 min left", "2 h left"; "" for more than a day.
std::string time_left(seconds left);

/// "in 25 min", up to an hour ahead; "" beyond: then the clock time says it better.
std::string time_until(seconds ahead);

}  // namespace placard
