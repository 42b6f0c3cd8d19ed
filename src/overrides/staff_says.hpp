// SPDX-License-Identifier: MIT
// What entries have one sign say.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "overrides/for_sign.hpp"

namespace placard {

/// What entries say on one sign at one instant, beside changing the programme.
struct StaffSays {
  std::vector<StaffMessage> messages;      ///< the loudest first, of one level the newest; each with what hides it
  std::optional<Replacement> replacement;  ///< the newest
  bool room_full = false;
  std::vector<std::string> full_rooms;  ///< patterns of all rooms without seats, the other signs' too
};

/// What `known` says on the sign at `at`. Pure; any thread.
StaffSays staff_says(const LoadedOverrides& known, const SignNames& names, Instant at);

}  // namespace placard
