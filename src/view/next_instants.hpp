// SPDX-License-Identifier: MIT
// When a view changes next.
#pragma once

#include <vector>

#include "view/now_next.hpp"
#include "view/view.hpp"
#include "view/view_input.hpp"

namespace placard {

/// The plans a view is made of.
struct PlansOfView {
  const RoomPlan& room;
  const RoomPlan& everywhere;
  const RoomPlan& others;
  std::optional<Instant> event_end = {};
};

/// Every instant after `at` at which a view of these plans might say something else, the ticking of clock and time left
/// aside: sorted, each once. A superset: whether something really changes is for the caller to see.
std::vector<Instant> possible_changes(const ViewInput& input, const PlansOfView& plans, Instant at);

/// The first instant after `at` at which the clock, the time left or the progress may tick.
Instant next_tick(const View& view);

/// `view` without all that ticks: equal for two instants between which only clock, time left and progress moved.
View without_ticking(View view);

}  // namespace placard
