// SPDX-License-Identifier: MIT
// Times of day as people write them and signs show them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/time/time_zone.hpp"

namespace placard {

/// A time of day, with the day where one was named.
struct ClockTime {
  seconds time{0};           ///< since midnight; 24 h for the midnight that ends a day
  bool either_half = false;  ///< "1:00": where clocks have twelve hours it may be 1 AM and 1 PM
  std::optional<int> days;   ///< "today" is 0, "tomorrow" 1, "yesterday" -1
  std::optional<std::chrono::weekday> weekday;

  bool operator==(const ClockTime&) const = default;
};

/// Reads "13:00", "1pm", "1:00 PM", "3.30 p.m.", "1310", "13h10", "noon", "midnight"; "12am" is 0:00. Before or behind
/// it a day: today, tonight (which is no more than the next such time), tomorrow, yesterday, Wednesday or Wed. A
/// leading zero, "h" or "Uhr" make it a time of 24 hours. Nothing for other texts. Any thread.
std::optional<ClockTime> parse_clock_time(std::string_view text);

/// How a venue counts its hours.
struct HourReckoning {
  TimeZone zone;
  bool twelve_hours = false;
};

/// The instants `clock` can mean on the local day of `day`, earliest first: one, or two where it may be either half of
/// the day. A day that was named is counted from `now` and goes before `day`.
std::vector<Instant> readings_on(const HourReckoning& hours, const ClockTime& clock, Instant day, Instant now);

/// The first instant after `after` that `clock` can mean. On a day that was named it may lie before.
Instant reading_after(const HourReckoning& hours, const ClockTime& clock, Instant after, Instant now);

}  // namespace placard
