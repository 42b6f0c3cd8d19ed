// SPDX-License-Identifier: MIT
// Published schedule + what staff changed → the schedule that counts.
#pragma once

#include "overrides/for_sign.hpp"
#include "schedule/schedule.hpp"

namespace placard {

/// `published` with the entries `in_force` (indexes into `known`, see changes_in_force) applied:
///  - cancelled and full sessions are marked; "set" replaces what it names (a new start alone keeps the length), and a
///    session with another start leaves a note (Session::announced) where it stood;
///  - a moved session stays where it was, marked with the room it moved to, and stands in that room as its own, which
///    becomes a room of the schedule if it is none yet;
///  - of a delayed room what is on when the delay begins ends later, and what follows shifts
///    (schedule/delayed_rooms.hpp).
/// Sessions with other times than published keep those as printed ones. An entry whose session or room is not in the
/// schedule changes nothing. Pure; any thread.
Schedule changed_schedule(const Schedule& published, const LoadedOverrides& known,
                          const std::vector<std::size_t>& in_force);

}  // namespace placard
