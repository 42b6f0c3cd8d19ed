// SPDX-License-Identifier: MIT
// The room sign: (View, size, theme, fonts) → Frame.
#pragma once

#include <optional>

#include "sign/frame.hpp"
#include "sign/theme.hpp"
#include "sign/view.hpp"

namespace placard {

/// The glass a frame is made for, upright.
struct Glass {
  int width = 1920;
  int height = 1080;
  std::optional<double> panel_width_mm;  ///< of the upright picture; unknown: guessed from the pixels
};

/// Lays a view out. The room's name is in every frame; what finds no room is left out, least important first.
/// Pure but for the fonts; main thread.
Frame lay_out_room(const View& view, const Glass& glass, const Theme& theme, const TextMeasure& measure);

}  // namespace placard
