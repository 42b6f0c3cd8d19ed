// SPDX-License-Identifier: MIT
#include "sign/night.hpp"

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

bool is_open(const OpenHours& hours, const TimeZone& zone, Instant at) {
  const LocalTime local = zone.local(at);
  const seconds time = local - std::chrono::floor<std::chrono::days>(local);
  if (hours.opens < hours.closes) return hours.opens <= time && time < hours.closes;
  return time >= hours.opens || time < hours.closes;
}

std::vector<Instant> openings_and_closings(const OpenHours& hours, const TimeZone& zone, Instant at) {
  const auto today = std::chrono::floor<std::chrono::days>(zone.local(at));
  std::vector<Instant> out;
  for (int day = 0; day <= 1; ++day) {
    for (const seconds time : {hours.opens, hours.closes}) {
      out.push_back(zone.locate(LocalTime(today + std::chrono::days(day)) + time).instant);
    }
  }
  return out;
}

}  // namespace placard
