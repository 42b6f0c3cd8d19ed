// SPDX-License-Identifier: MIT
// Rooms that an update of a feed calls by another name.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "schedule/session_finder.hpp"

namespace placard {

/// The rooms of `before` that surely have another name in `after`: the name is gone, and the room's id has a name that
/// is new, or all of the room's sessions that are still there stand, at the same times, in one room that is new. Takes
/// n log n; pure; any thread.
RoomRenames renamed_rooms(const Schedule& before, const Schedule& after);

/// Names (or ids) of rooms, each with the name that its room goes by now.
using NewNames = std::map<std::string, std::string>;

/// The same of each of `names` that `after` does not know, as far as that is certain. `so_far`: of `before`. A name
/// that comes back counts again itself.
NewNames new_names(const std::vector<std::string>& names, const NewNames& so_far, const Schedule& before,
                   const Schedule& after);

}  // namespace placard
