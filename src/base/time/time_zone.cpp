// SPDX-License-Identifier: MIT
#include "base/time/time_zone.hpp"

#include <utility>

#include "base/time/zone.hpp"

namespace placard {
namespace {

// No offset is larger, so what a local time means lies as near to the same time of UTC.
constexpr std::chrono::hours kLargestOffset{26};

}  // namespace

TimeZone::TimeZone(std::shared_ptr<const Zone> zone) : zone_(std::move(zone)), fixed_(0) {}

TimeZone TimeZone::fixed(seconds offset) {
  TimeZone zone(nullptr);
  zone.fixed_ = offset;
  return zone;
}

bool TimeZone::operator==(const TimeZone& other) const {
  if (zone_ == nullptr || other.zone_ == nullptr) return zone_ == other.zone_ && fixed_ == other.fixed_;
  return zone_ == other.zone_ || (zone_->name == other.zone_->name && zone_->rules == other.zone_->rules);
}

std::string TimeZone::name() const {
  return zone_ != nullptr ? zone_->name : "UTC" + format_rfc3339(LocalTime{}, fixed_).substr(19);
}

std::string TimeZone::edition() const {
  return zone_ != nullptr ? zone_->edition : "";
}

LocalTime TimeZone::local(Instant instant) const {
  return LocalTime{instant.time_since_epoch() + offset(instant)};
}

seconds TimeZone::offset(Instant instant) const {
  return zone_ != nullptr ? offset_at(zone_->rules, instant).offset : fixed_;
}

LocatedTime TimeZone::locate(LocalTime local) const {
  if (zone_ == nullptr) return {Instant{local.time_since_epoch() - fixed_}};
  std::optional<Instant> found;
  Instant from{local.time_since_epoch() - kLargestOffset};
  OffsetUntil span = offset_at(zone_->rules, from);
  std::optional<Instant> shifted;  // as the offset before the change has it
  while (true) {
    const Instant instant{local.time_since_epoch() - span.offset};
    const bool meant = instant >= from && instant < span.until;
    if (meant && found) return {*found, LocalTimeKind::repeated};
    if (meant) found = instant;
    if (!found && instant >= span.until) shifted = instant;
    if (span.until <= from || span.until.time_since_epoch() > local.time_since_epoch() + kLargestOffset) break;
    from = span.until;
    span = offset_at(zone_->rules, from);
  }
  if (found) return {*found, LocalTimeKind::unique};
  return {shifted.value_or(Instant{local.time_since_epoch() - span.offset}), LocalTimeKind::skipped};
}

Instant TimeZone::instant(const WrittenTime& written) const {
  if (written.offset) return Instant{written.local.time_since_epoch() - *written.offset};
  return locate(written.local).instant;
}

std::string TimeZone::format(Instant instant) const {
  return format_rfc3339(local(instant), offset(instant));
}

Instant TimeZone::midnight(Instant instant, int days) const {
  const auto day = std::chrono::floor<std::chrono::days>(local(instant)) + std::chrono::days(days);
  return locate(day).instant;
}

}  // namespace placard
