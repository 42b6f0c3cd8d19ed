// SPDX-License-Identifier: MIT
// The venue's time zone. The device's own zone is never asked.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time/time.hpp"

namespace date {
class time_zone;
}

namespace placard {

/// What a local time meant, on the nights the clocks change.
enum class LocalTimeKind { unique, skipped, repeated };

struct LocatedTime {
  Instant instant;
  LocalTimeKind kind = LocalTimeKind::unique;
};

/// An IANA time zone, as a value. Any thread.
class TimeZone {
 public:
  /// "America/Los_Angeles" → the zone; nullopt when this system knows none of that name.
  static std::optional<TimeZone> find(std::string_view iana_name);
  /// A zone whose clocks never change, for a feed that names no zone but writes offsets.
  static TimeZone fixed(seconds offset);

  /// The IANA name; "UTC-08:00" for a fixed one.
  std::string name() const;
  LocalTime local(Instant instant) const;
  seconds offset(Instant instant) const;
  /// A skipped local time is shifted forward by the gap; of a repeated one the first instant is taken (RFC
  /// 5545, 3.3.5).
  LocatedTime locate(LocalTime local) const;
  /// The instant a written time means: its own offset decides, else this zone.
  Instant instant(const WrittenTime& written) const;
  /// "2025-11-04T13:05:00-08:00".
  std::string format(Instant instant) const;
  /// The first instant of the local day that lies `days` after the one of `instant`.
  Instant midnight(Instant instant, int days) const;

  bool operator==(const TimeZone&) const = default;

 private:
  TimeZone(const date::time_zone* zone, seconds fixed) : zone_(zone), fixed_(fixed) {}
  const date::time_zone* zone_;  // null: fixed_ is the offset
  seconds fixed_;
};

}  // namespace placard
