// SPDX-License-Identifier: MIT
// The battery clock of the device, if it has one. Without one systemd starts at the date it was built, or at the last
// shutdown's: such a time looks good and proves nothing.
#pragma once

#include <string>

#include "base/time/time.hpp"

namespace placard {

enum class ClockChip {
  unknown,  ///< nobody can tell: the system shows no chips
  none,
  differs,  ///< it shows another time than the wall clock
  agrees,
};

/// A chip and the wall clock may differ so far and still be the same time.
inline constexpr seconds kSameAsChip{30};

/// Looks at the chips under `folder` (/sys/class/rtc), which run on UTC, when the wall clock shows `now`. Any thread.
ClockChip look_at_chip(const std::string& folder, Instant now);

}  // namespace placard
