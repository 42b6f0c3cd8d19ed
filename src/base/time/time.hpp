// SPDX-License-Identifier: MIT
// Instants and how they are written. An Instant is always UTC; what a clock in the venue shows is a LocalTime.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace placard {

using Instant = std::chrono::sys_seconds;
using LocalTime = std::chrono::local_seconds;
using std::chrono::seconds;

/// A written date and time; `offset` from UTC if one was written.
struct WrittenTime {
  LocalTime local;
  std::optional<seconds> offset;

  bool operator==(const WrittenTime&) const = default;
};

/// Reads RFC 3339 date-times ("2025-11-04T13:05:00-08:00", "…Z"), also without seconds or without offset, and with a
/// space, 't' or 'z'. Fractions are cut off; a leap second counts as :59; 24:00 is the next midnight. Years 2000 to
/// 2199, offsets up to 14 hours. The whole text must fit; anything else is nullopt. Any thread.
std::optional<WrittenTime> parse_time(std::string_view text);

/// A time of day, "15:30" or "9:05", as the span since midnight; nothing for other texts. Any thread.
std::optional<seconds> parse_time_of_day(std::string_view text);

/// "2025-11-04T13:05:00-08:00".
std::string format_rfc3339(LocalTime local, seconds offset);

}  // namespace placard
