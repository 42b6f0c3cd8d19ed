// SPDX-License-Identifier: MIT
// A feed with what its updates took away told in it.
#pragma once

#include <vector>

#include "schedule/feed_changes.hpp"
#include "schedule/schedule.hpp"

namespace placard {

/// `schedule` with a note (Session::announced) where each changed session stood, in the rooms it left with the room it
/// moved to, and the times it had before on those that are at another time. Linear in both. Pure; any thread.
Schedule with_changes_announced(Schedule schedule, const std::vector<FeedChange>& changes);

}  // namespace placard
