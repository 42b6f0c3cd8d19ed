// SPDX-License-Identifier: MIT
// What moves in a view all the time: the clock, the time left, the progress.
#pragma once

#include "view/view.hpp"

namespace placard {

/// The first instant after the view's own at which the clock, the time left or the progress may tick.
Instant next_tick(const View& view);

/// `view` without all that ticks: equal for two instants between which only clock, time left and progress moved.
View without_ticking(View view);

}  // namespace placard
