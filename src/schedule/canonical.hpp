// SPDX-License-Identifier: MIT
// What a schedule says, as bytes: to tell whether a feed that came in other bytes says something else.
#pragma once

#include <string>

#include "schedule/schedule.hpp"

namespace placard {

/// The same for two schedules exactly when they say the same: all of them but `generated_at` counts, for some servers
/// write the time of their answer there. Linear; pure; any thread.
std::string canonical_bytes(const Schedule& schedule);

}  // namespace placard
