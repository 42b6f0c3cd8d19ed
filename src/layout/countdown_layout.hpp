// SPDX-License-Identifier: MIT
// The theater's sign: one number as large as the panel allows, who is on, and what comes next.
#pragma once

#include "layout/frame/panel.hpp"
#include "look/theme.hpp"
#include "view/view.hpp"

namespace placard {

/// Lays out a view that has a number to show (CountTexts::number). The digits stand in fixed cells at the right edge,
/// so that no tick moves one. Pure but for the fonts; main thread.
Frame lay_out_countdown(const View& view, const Panel& panel, const Theme& theme, const TextMeasure& measure);

}  // namespace placard
