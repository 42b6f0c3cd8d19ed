// SPDX-License-Identifier: MIT
#include "base/time/time_zone.hpp"

#include <date/tz.h>

#include <exception>
#include <new>

namespace placard {

std::optional<TimeZone> TimeZone::find(std::string_view iana_name) try {
  if (iana_name == "localtime") return std::nullopt;  // a file of the zone database that is the device's own zone
  if (iana_name.empty() || iana_name.size() > 64 || iana_name.find("..") != std::string_view::npos) return std::nullopt;
  return TimeZone(date::locate_zone(iana_name), seconds{0});
} catch (const std::bad_alloc&) {
  throw;  // says nothing of the zone
} catch (const std::exception&) {
  return std::nullopt;
}

TimeZone TimeZone::fixed(seconds offset) {
  return {nullptr, offset};
}

std::string TimeZone::name() const {
  return zone_ != nullptr ? zone_->name() : "UTC" + format_rfc3339(LocalTime{}, fixed_).substr(19);
}

LocalTime TimeZone::local(Instant instant) const {
  return LocalTime{instant.time_since_epoch() + offset(instant)};
}

seconds TimeZone::offset(Instant instant) const {
  return zone_ != nullptr ? zone_->get_info(instant).offset : fixed_;
}

LocatedTime TimeZone::locate(LocalTime local) const {
  if (zone_ == nullptr) return {Instant{local.time_since_epoch() - fixed_}};
  // GCC 12 has std::chrono::local_seconds but no zones; the date library has its own local clock of the same epoch.
  const auto info = zone_->get_info(date::local_seconds{local.time_since_epoch()});
  // With the offset before the change, a skipped time comes out shifted forward and a repeated one as its first.
  const Instant instant{local.time_since_epoch() - info.first.offset};
  if (info.result == date::local_info::nonexistent) return {instant, LocalTimeKind::skipped};
  if (info.result == date::local_info::ambiguous) return {instant, LocalTimeKind::repeated};
  return {instant, LocalTimeKind::unique};
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
