// SPDX-License-Identifier: MIT
// What updates of a feed took away from where people look for it.
#pragma once

#include <string>
#include <vector>

#include "schedule/schedule.hpp"

namespace placard {

/// A session that is no longer where or when it was. Rooms are told by name: indexes change from feed to feed.
struct FeedChange {
  enum class Kind { vanished, moved, retimed } kind = Kind::vanished;
  Session before;                  ///< as it was first; its `rooms` are not to be used
  std::vector<std::string> rooms;  ///< where it was, by the names of now
  Instant until;                   ///< when it would have ended
  std::vector<std::string> left;   ///< of `moved`: those of `rooms` it is no longer in
  std::string moved_to;            ///< of `moved`: the room
  Instant now_at;                  ///< of `moved` and `retimed`: the start it has now

  bool operator==(const FeedChange&) const = default;
};

/// Of more changes than these at once the soonest are told.
inline constexpr std::size_t kMostChangesTold = 5000;

/// What is still to be told at `now` when `after` takes the place of `before`, of which `known` was already told.
/// Which session is which tells find_sessions (schedule/session_finder.hpp); where that leaves a doubt nothing is told.
/// Who changed again is told from where it was first, and from each room it stood in since; who is back where it was not
/// there, and nobody after its time;
/// what was told to be gone stays told until then. In the rooms of several that it keeps a session has not moved, and a
/// room more is no change. Breaks, sessions for every room and renamed rooms are no changes; nor is what vanishes after
/// it has begun (some feeds drop what is over). Takes n log n in what is compared. Pure; any thread.
std::vector<FeedChange> changes_to_announce(const std::vector<FeedChange>& known, const Schedule& before,
                                            const Schedule& after, Instant now);

/// The `most` of `changes` that were to begin first, in the order they have.
std::vector<FeedChange> soonest(std::vector<FeedChange> changes, std::size_t most);

}  // namespace placard
