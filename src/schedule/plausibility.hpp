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

/// Why `news` should not at once take the place of `known`, as sentences; empty: nothing speaks against it. It has lost
/// the sign's room or more than half of its sessions, was generated earlier, or is another event's. A `generated_at`
/// more than five minutes in the future counts as none. Pure; any thread.
std::vector<std::string> rejection_reasons(const Schedule& known, const Schedule& news, const PlausibilityRules& rules);

}  // namespace placard
