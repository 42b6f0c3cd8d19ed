// SPDX-License-Identifier: MIT
// Which layout a sign is in.
#pragma once

#include <string_view>

#include "base/time/tracked_instant.hpp"
#include "schedule/room_plan.hpp"

namespace placard {

enum class Layout {
  room,       ///< now and next
  countdown,  ///< the time left, for a theater
  automatic,  ///< the countdown while the room runs a series of short talks, else the room
};

/// Those that a config can name.
inline constexpr Layout kLayouts[] = {Layout::room, Layout::countdown, Layout::automatic};

/// "room", "countdown", "auto".
std::string_view name_of(Layout layout);

/// The layout in effect at `at`: never `automatic`. A series is three or more sessions of the room, each at most
/// 15 minutes long by a written end and each starting when the one before it ends.
Layout layout_in_effect(Layout wanted, const RoomPlan& plan, const TrackedInstant& at);

}  // namespace placard
