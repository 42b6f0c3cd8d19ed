// SPDX-License-Identifier: MIT
#include "view/freshness.hpp"

#include <algorithm>

namespace placard {

seconds aging_age(const FreshnessLimits& limits, seconds poll) {
  return limits.aging.value_or(std::max(2 * poll, seconds(120)));
}

Freshness freshness(std::optional<Instant> as_of, Instant now, const FreshnessLimits& limits, seconds poll) {
  if (!as_of) return Freshness::no_data;
  const seconds age = now - *as_of;
  if (age > limits.old) return Freshness::old;
  if (age > limits.stale) return Freshness::stale;
  return age > aging_age(limits, poll) ? Freshness::aging : Freshness::live;
}

std::string_view name_of(Freshness freshness) {
  switch (freshness) {
    case Freshness::live:
      return "live";
    case Freshness::aging:
      return "aging";
    case Freshness::stale:
      return "stale";
    case Freshness::old:
      return "old";
    case Freshness::no_clock:
      return "no-clock";
    case Freshness::no_data:
      break;
  }
  return "no-data";
}

}  // namespace placard
