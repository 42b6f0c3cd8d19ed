// SPDX-License-Identifier: MIT
// How long a delay is said for.
#pragma once

#include "commands/staff_file.hpp"
#include "overrides/delay_reach.hpp"

namespace placard {

/// How far a delay that begins at `from` reaches, as the programme is then with what the file says of sessions; nothing
/// is moved where no feed could be read.
DelayReach reach_now(const StaffFile& file, const Override& delay, Instant from);

/// Until when it holds, when nobody said: until the gap that takes it up begins, else four in the morning after the
/// last session of the rooms; an hour where nothing is moved.
Instant end_of_delay(const StaffFile& file, const Override& delay, Instant from);

}  // namespace placard
