// SPDX-License-Identifier: MIT
// Type as large as the sign's viewing distance asks for.
#pragma once

#include <functional>

#include "layout/frame/panel.hpp"
#include "look/theme.hpp"

namespace placard {

/// The frame that `lay_out` makes with the smallest of a few scales whose essential text (room, title, times, message)
/// reads from the panel's viewing distance. Where none does, that which reads from farthest among those that still hold
/// a whole title on the glass; without a viewing distance, that of the usual scale. Main thread.
Frame laid_out_for_distance(const Panel& panel, const std::function<Frame(const TypeScale&)>& lay_out);

}  // namespace placard
