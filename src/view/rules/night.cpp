// SPDX-License-Identifier: MIT
#include "view/rules/night.hpp"

namespace placard {

std::string_view name_of(Night night) {
  switch (night) {
    case Night::dim:
      return "dim";
    case Night::blank:
      return "blank";
    case Night::none:
      break;
  }
  return "";
}

// Located once a day, so that on the nights the clocks change a venue opens and closes once too.
bool is_open(const OpenHours& hours, const TimeZone& zone, const TrackedInstant& at) {
  const auto today = std::chrono::floor<std::chrono::days>(zone.local(at.untracked()));
  const std::chrono::days over_midnight(hours.closes <= hours.opens ? 1 : 0);
  // Up to tomorrow: at night the opening to come is asked for too.
  for (int day = -1; day <= 1; ++day) {
    const LocalTime midnight(today + std::chrono::days(day));
    const Instant opens = zone.locate(midnight + hours.opens).instant;
    const Instant closes = zone.locate(midnight + over_midnight + hours.closes).instant;
    if (at.is_within(opens, closes)) return true;
  }
  return false;
}

}  // namespace placard
