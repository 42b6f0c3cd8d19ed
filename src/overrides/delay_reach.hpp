// SPDX-License-Identifier: MIT
// How far a delay reaches: which sessions it moves, and when the last of them is over.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/json/problem.hpp"
#include "base/time/time_zone.hpp"
#include "overrides/override.hpp"
#include "schedule/schedule.hpp"

namespace placard {

struct DelayReach {
  std::vector<std::size_t> moved;  ///< indexes of the sessions that run late, in feed order
  std::optional<Instant> end;      ///< when the last of them is over, late as it is; nothing: none runs late
  bool taken_up = true;            ///< by a gap, in each of the rooms; false: one runs late until its last session
};

/// How far a delay of the rooms that `entry` names reaches in `schedule`, if it begins at `from`: from the session that
/// is on then, or the next one, to the gap that takes it up. Pure; any thread.
DelayReach reach_of_delay(const Schedule& schedule, const Override& entry, Instant from);

/// When the lateness began that a delay of `rooms`, said at `from`, goes on with: the begin of the delay that was in
/// force there, and of the one before that; else `from`. Pure; any thread.
Instant lateness_begin(const Overrides& said, const Override& delay, Instant from);

/// `published` with what entries in force at `at` say of sessions; delays left out. Pure; any thread.
Schedule with_session_changes(const Schedule& published, const Overrides& overrides, Instant at);

/// A warning for every delay that ends before what it makes late is over, at the entry's place in `file`. Times in it
/// are written in `zone`, as the file has them. Pure; any thread.
Problems check_delays(const Overrides& overrides, const Schedule& schedule, const TimeZone& zone,
                      const std::string& file);

}  // namespace placard
