// SPDX-License-Identifier: MIT
// Which session of one edition of a feed is which of the next, though ids, titles, times or rooms may have changed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "schedule/schedule.hpp"

namespace placard {

/// What a session is known by when its id does not help: its folded title and speakers, a line each.
std::string title_and_speakers(const Session& session);

/// Rooms that have another name in a later edition: the folded old name → the new name.
using RoomRenames = std::map<std::string, std::string>;

/// A session that stood somewhere before.
struct LookedFor {
  enum class When {
    with_all,        ///< as a session of the edition before
    last,            ///< it was gone already: among what all others leave
    where_it_stood,  ///< there alone: what it is now is looked for apart
  };
  const Session* session = nullptr;
  std::vector<std::string> rooms;  ///< where it stood: folded names, as they are now
  When when = When::with_all;
};

struct FoundSession {
  enum class How { nowhere, in_doubt, here } how = How::nowhere;
  const Session* session = nullptr;  ///< of `here`
};

/// All sessions of `before`, in its order, by the names their rooms have now.
std::vector<LookedFor> sessions_to_look_for(const Schedule& before, const RoomRenames& renamed);

/// The session of `after` that each is now. What stands where it stood (start, room, and id or title) is set aside
/// first; of the rest those of one id are paired, else those of one title and the same speakers: of a talk given more
/// than once each with what differs least from it, and never with one that stood there before. Where only a title
/// tells, several that fit in other rooms leave a doubt. The second of two that are the same is in doubt. Takes n log n
/// in both. Pure; any thread; `after` outlives the answer.
std::vector<FoundSession> find_sessions(const std::vector<LookedFor>& wanted, const Schedule& after);

}  // namespace placard
