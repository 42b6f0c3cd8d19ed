// SPDX-License-Identifier: MIT
// The sessions of one sign's room with the times that count.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schedule/schedule.hpp"

namespace placard {

/// A session as it counts for one sign; it points into the Schedule it was planned from.
struct PlannedSession {
  const Session* session = nullptr;
  Instant start;
  Instant end;               ///< by rule 4
  bool end_assumed = false;  ///< nobody wrote it: it is no fact
  bool marker = false;       ///< written with an end that is its start: it marks a moment, and hides no session
  std::string room;          ///< the room name that matched; "" for a session of every room
  bool own = true;           ///< of this room; false: here because it concerns every room
  std::size_t order = 0;     ///< place in the feed
};

/// Sessions of one sign, by start, then feed order; absent ones included.
using RoomPlan = std::vector<PlannedSession>;

/// The plan of the room that `rooms` (indexes into schedule.rooms) together are, sessions for every room included.
/// Rule 4: a session without an end, or with one not after its start, lasts until the next start in its room or of a
/// session for every room (absent sessions do not cut it), 60 minutes at the most.
RoomPlan plan_room(const Schedule& schedule, const std::vector<std::size_t>& rooms);

/// The same without the sessions for every room.
RoomPlan plan_own_sessions(const Schedule& schedule, const std::vector<std::size_t>& rooms);

/// When the last session of all rooms has ended; one without an end counts as an hour long. Nothing: there is none.
std::optional<Instant> last_end(const Schedule& schedule);

}  // namespace placard
