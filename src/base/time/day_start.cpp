// SPDX-License-Identifier: MIT
#include "base/time/day_start.hpp"

namespace placard {
namespace {

using std::chrono::days;

Instant start_on(const TimeZone& zone, std::chrono::local_days day) {
  return zone.locate(day + kDayStarts).instant;
}

// Compared as instants: where the clock is put back over four o'clock a day that has begun goes on.
std::chrono::local_days day_of(const TimeZone& zone, Instant instant) {
  const auto date = std::chrono::floor<days>(zone.local(instant));
  return instant < start_on(zone, date) ? date - days(1) : date;
}

}  // namespace

Instant day_start(const TimeZone& zone, Instant instant, int later) {
  return start_on(zone, day_of(zone, instant) + days(later));
}

Instant midnight_after(const TimeZone& zone, Instant instant) {
  return zone.locate(day_of(zone, instant) + days(1)).instant;
}

bool is_after_midnight(const TimeZone& zone, Instant instant) {
  return instant >= midnight_after(zone, instant);
}

}  // namespace placard
