// SPDX-License-Identifier: MIT
// The rule of a zone without an end, as POSIX writes it in TZ and as the last line of a zone file has it.
#pragma once

#include <optional>
#include <string_view>

#include "base/time/time.hpp"

namespace placard {

/// The offset from UTC at an instant, and until when it surely stays. The next may be the same.
struct OffsetUntil {
  seconds offset{0};
  Instant until;  ///< exclusive

  bool operator==(const OffsetUntil&) const = default;
};

/// A moment of every year: a day, and a time of the clocks before the change, which may lead into other days.
struct YearlyChange {
  enum class Day {
    julian,   ///< 1 to 365, February 29 never counted
    zero,     ///< 0 to 365, February 29 counted
    weekday,  ///< 0 (Sunday) to 6 of a week of a month
  } kind = Day::weekday;
  unsigned day = 0;
  unsigned week = 0, month = 0;  ///< of a weekday: 1 to 4, 5 the last; 1 to 12
  seconds time{2 * 3600};

  bool operator==(const YearlyChange&) const = default;
};

struct PosixZone {
  struct Daylight {
    seconds offset{0};
    YearlyChange begin, end;
    bool operator==(const Daylight&) const = default;
  };
  seconds standard{0};
  std::optional<Daylight> daylight;

  bool operator==(const PosixZone&) const = default;
};

/// Reads "PST8PDT,M3.2.0,M11.1.0" or "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", with times of -167 to 167 hours; nothing for
/// other texts, and for summer time without a rule. Any thread.
std::optional<PosixZone> parse_posix_zone(std::string_view text);

/// Years 1900 to 9999.
OffsetUntil offset_at(const PosixZone& zone, Instant instant);

}  // namespace placard
