// SPDX-License-Identifier: MIT
// Whether a feed that was read well may still be the wrong one: another event's, half a programme, an old copy.
#pragma once

#include <string>
#include <vector>

#include "schedule/schedule.hpp"

namespace placard {

/// What the judgement depends on beside the two schedules.
struct PlausibilityRules {
  std::vector<std::string> rooms;  ///< the sign's names of its room
  std::string event;  ///< the config's event; a feed of that name is the right one. "": the config says none
  Instant now;        ///< what was generated later than this was not generated then
  std::optional<Instant> generated;  ///< when what is known was generated, as far as the last copy of it tells
};

/// Why `news` should not at once take the place of `known`; no reasons: nothing speaks against it.
struct Suspicion {
  std::vector<std::string> reasons;  ///< sentences' second halves: "it is of another event …"
  /// It has lost the sign's room, which still matters until then: 12 hours after the last session it had. Not where the
  /// feed goes on listing the room and only has no sessions for it: that is as people may plan it.
  std::optional<Instant> room_missed_until;
};

/// `news` has lost the sign's room or more than half of its sessions, was generated earlier, or is another event's. A
/// room is not lost when it surely has another name now, nor when it is certain of each session it still had to come
/// where that is. A `generated_at` more than five minutes in the future counts as none. Pure; any thread.
Suspicion suspicion_of(const Schedule& known, const Schedule& news, const PlausibilityRules& rules);

}  // namespace placard
