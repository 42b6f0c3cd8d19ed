// SPDX-License-Identifier: MIT
#include "view/rules/freshness.hpp"

#include <algorithm>

namespace placard {

seconds aging_age(const FreshnessLimits& limits, seconds poll) {
  return limits.aging.value_or(std::max(2 * poll, seconds(120)));
}

Freshness freshness(std::optional<Instant> as_of, const TrackedInstant& now, const FreshnessLimits& limits,
                    seconds poll) {
  if (!as_of) return Freshness::no_data;
  const auto is_older_than = [&](seconds age) { return now.reached(*as_of + age + seconds(1)); };
  if (is_older_than(limits.old)) return Freshness::old;
  if (is_older_than(limits.stale)) return Freshness::stale;
  return is_older_than(aging_age(limits, poll)) ? Freshness::aging : Freshness::live;
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
