// SPDX-License-Identifier: MIT
// What runs late in a room, and until when.
#pragma once

#include <cstddef>
#include <vector>

#include "schedule/schedule.hpp"

namespace placard {

/// From an instant on, everything in some rooms ends so much later than planned.
struct RoomDelay {
  std::vector<std::size_t> rooms;  ///< indexes into Schedule::rooms
  Instant from;
  seconds span{0};
};

/// Delays sessions of the rooms that are named. What is on at a delay's begin keeps its start and ends later; what
/// follows shifts, until the gaps between sessions have taken the delay up. Of a room's delays the one that began last
/// (of equals the last in the list) says how late it is from its begin on: what an earlier one did before stays so.
/// Sessions whose times differ keep the published ones as printed; an end that nobody wrote stays one, and an entry
/// without length has none. Notes of sessions at another time say the delayed one. Pure.
void delay_sessions(Schedule& schedule, std::vector<RoomDelay> delays);

/// Keeps a session's times, with the `end` that counts, as the printed ones, unless it has such.
void keep_printed_times(Session& session, Instant end);

}  // namespace placard
