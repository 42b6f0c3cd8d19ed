// SPDX-License-Identifier: MIT
// Several feeds as one schedule.
#pragma once

#include <vector>

#include "schedule/schedule.hpp"

namespace placard {

/// All sessions of `parts`, in the order of the parts, those that are the same united (schedule/same_sessions.hpp);
/// rooms of one name and id are one room. The first part that says so decides the event, the time zone and the offset.
/// Pure; any thread.
Schedule merged(const std::vector<const Schedule*>& parts);

}  // namespace placard
