// SPDX-License-Identifier: MIT
// When a venue is open, and what its signs do when it is not.
#pragma once

#include <optional>
#include <string_view>

#include "base/time/time_zone.hpp"
#include "base/time/tracked_instant.hpp"

namespace placard {

/// What a sign does outside the open hours.
enum class Night {
  none,   ///< it is day
  dim,    ///< the same picture in dim colours on black
  blank,  ///< black
};

/// "dim", "blank"; "" for none.
std::string_view name_of(Night night);

/// From when to when a venue is open, as times of its local day. Closing before opening: past midnight.
struct OpenHours {
  seconds opens{0};
  seconds closes{0};

  bool operator==(const OpenHours&) const = default;
};

/// Whether the venue is open at `at`: from the opening (inclusive) to the closing.
bool is_open(const OpenHours& hours, const TimeZone& zone, const TrackedInstant& at);

}  // namespace placard
