// SPDX-License-Identifier: MIT
// The rules of now and next (README, "What a sign says"): which sessions of a room's plan count at an instant.
#pragma once

#include <vector>

#include "base/time/tracked_instant.hpp"
#include "schedule/room_plan.hpp"

namespace placard {

/// How long before it people are told that a session was cancelled or moved away, whatever stands in its place.
inline constexpr seconds kAnnouncedAhead{2 * 3600};

/// What counts at one instant. Points into the plan.
struct NowNext {
  const PlannedSession* now = nullptr;
  std::size_t also_now = 0;     ///< how many more are on …
  bool also_elsewhere = false;  ///< … some of them, for every room, in another
  const PlannedSession* next = nullptr;
  std::size_t also_next = 0;                    ///< how many more start when `next` does
  std::vector<const PlannedSession*> upcoming;  ///< everything later, `next` first
  std::vector<const PlannedSession*> absent;    ///< cancelled or moved away: whose time it is or comes within
                                                ///< `kAnnouncedAhead`, and, but for what only an update of the feed
                                                ///< took away, those before `next`
};

/// What may come next: whatever comes, or a talk before a break.
enum class NextRule { any, talks_first };

/// Rules 1, 2, 3, 5 and 6 at `at`. With `talks_first` breaks to come count only when nothing else comes. Linear in the
/// plan; any thread.
NowNext now_next(const RoomPlan& plan, const TrackedInstant& at, NextRule rule = NextRule::any);

}  // namespace placard
