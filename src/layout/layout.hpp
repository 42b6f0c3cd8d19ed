// SPDX-License-Identifier: MIT
// (View, panel, theme, fonts) → Frame, in the layout that is in effect.
#pragma once

#include "layout/frame/panel.hpp"
#include "look/theme.hpp"
#include "view/view.hpp"

namespace placard {

/// Lays a view out in its layout. Pure but for the fonts; main thread.
Frame lay_out(const View& view, const Panel& panel, const Theme& theme, const TextMeasure& measure);

}  // namespace placard
