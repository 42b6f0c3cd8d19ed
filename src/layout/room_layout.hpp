// SPDX-License-Identifier: MIT
// The room sign: (View, panel, theme, fonts) → Frame.
#pragma once

#include "layout/frame/panel.hpp"
#include "look/theme.hpp"
#include "view/view.hpp"

namespace placard {

/// Lays a view out. The room's name is in every frame; what finds no room is left out, least important first.
/// Pure but for the fonts; main thread.
Frame lay_out_room(const View& view, const Panel& panel, const Theme& theme, const TextMeasure& measure);

}  // namespace placard
