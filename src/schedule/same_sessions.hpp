// SPDX-License-Identifier: MIT
// The same session listed twice is one session.
#pragma once

#include <vector>

#include "schedule/schedule.hpp"

namespace placard {

/// Makes one session of those that are the same (rule 4): in one room (by folded name; one for every room is in each of
/// them) at one start, and of one id, or of one folded title and end; an end that is missing fits any. `feeds` tells of
/// which feed each session is. The first keeps its place, id and title; rooms, speakers and labels are united. Of one
/// that is cancelled in one feed and not in another it counts that somebody cancelled it; of two ids in one feed, that
/// one of them takes place. Notes of changes are the same where they tell the same.
/// Near linear; pure; any thread.
void unite_same_sessions(Schedule& schedule, const std::vector<std::size_t>& feeds);

}  // namespace placard
