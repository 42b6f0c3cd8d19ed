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
  std::vector<std::string> rooms;  ///< where it was
  Instant until;                   ///< when it would have ended
  std::string moved_to;            ///< of `moved`: the room
  Instant now_at;                  ///< of `moved` and `retimed`: the start it has now

  bool operator==(const FeedChange&) const = default;
};

/// What is still to be told at `now` when `after` takes the place of `before`, of which `known` was already told.
/// Sessions are compared by id, else by title and speakers; where that leaves a doubt nothing is told. Who changed
/// again is told from where it was first, who is back where it was not at all, and nobody after its time. Breaks,
/// sessions for every room and renamed rooms are no changes; nor is what vanishes after it has begun (some feeds drop
/// what is over). Linear in what is compared. Pure; any thread.
std::vector<FeedChange> changes_to_announce(const std::vector<FeedChange>& known, const Schedule& before,
                                            const Schedule& after, Instant now);

}  // namespace placard
