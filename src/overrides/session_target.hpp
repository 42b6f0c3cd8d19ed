// SPDX-License-Identifier: MIT
// Which published sessions and rooms an entry of the overrides is about.
#pragma once

#include <vector>

#include "overrides/override.hpp"
#include "schedule/schedule.hpp"

namespace placard {

/// The indexes of the sessions `target` means, in feed order: those whose id, room (rule 7) and start, and title (equal
/// when folded) are the ones it names; what it does not name does not matter. Pure; any thread.
std::vector<std::size_t> sessions_meant(const Schedule& published, const SessionTarget& target);

/// Whether the "rooms" of an entry name this room, by its name or its id.
bool fits_room(const Override& entry, const Room& room);

}  // namespace placard
