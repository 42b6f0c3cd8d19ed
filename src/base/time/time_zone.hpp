// SPDX-License-Identifier: MIT
// The venue's time zone. The device's own zone is never asked.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/time/time.hpp"

namespace placard {

struct Zone;

/// What a local time meant, on the nights the clocks change.
enum class LocalTimeKind { unique, skipped, repeated };

struct LocatedTime {
  Instant instant;
  LocalTimeKind kind = LocalTimeKind::unique;
};

/// An IANA time zone, as a value: it stays as it was found, whatever becomes of this device's zones. Any thread.
class TimeZone {
 public:
  /// "America/Los_Angeles" → the zone as this device has it now (base/os/zone_files.cpp, for it reads the disk);
  /// nullopt when it has none of that name. Old names, such as US/Pacific, are known too.
  static std::optional<TimeZone> find(std::string_view iana_name);
  /// A zone whose clocks never change, for a feed that names no zone but writes offsets.
  static TimeZone fixed(seconds offset);

  /// The IANA name; "UTC-08:00" for a fixed one.
  std::string name() const;
  /// Of the zone database it was read from: "2025b"; "" for a fixed one, or where that is not told.
  std::string edition() const;
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

  /// The same name and the same rules.
  bool operator==(const TimeZone& other) const;

 private:
  explicit TimeZone(std::shared_ptr<const Zone> zone);
  std::shared_ptr<const Zone> zone_;  // null: fixed_ is the offset
  seconds fixed_;
};

}  // namespace placard
