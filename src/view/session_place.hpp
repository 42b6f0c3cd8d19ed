// SPDX-License-Identifier: MIT
// Where a session that a sign shows takes place, when that is not this sign's room alone. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "schedule/room_plan.hpp"

namespace placard {

/// How many rooms are named; the others are counted.
inline constexpr std::size_t kMostPlaces = 3;

/// In the words of the glass, for the sign whose room `here` (indexes into schedule.rooms) together are: "in East
/// Ballroom" of one held elsewhere, "in A, B, C +2" of one held in several rooms elsewhere, "also in B" of one held
/// here and there, "from A" of one that takes place in A and is only shown here. "" where it is here, where it concerns
/// every room and is held here too, and where the feed names no room.
std::string place_text(const Schedule& schedule, const std::vector<std::size_t>& here, const PlannedSession& planned);

}  // namespace placard
