// SPDX-License-Identifier: MIT
// The colours of a theme and the sizes of type on a panel.
#pragma once

#include <vector>

#include "look/color.hpp"

namespace placard {

struct Theme {
  Color background;
  Color text;        ///< titles, names, times
  Color quiet;       ///< what comes second; at least 7:1 on the background
  Color rule;        ///< lines, and the part of a progress bar still to come
  Color warning;     ///< the countdown's number when it is time to wrap up
  Color danger;      ///< … and when it is time to stop
  Color chip_dark;   ///< text on light track colours
  Color chip_light;  ///< text on dark ones
  bool dim = false;  ///< colours from elsewhere (tracks') are dimmed too

  /// A colour from elsewhere as this theme shows it.
  Color shade(Color color) const;
};

/// A theme for the night: no light but text's, which still reads at 7:1.
Theme dim_theme();

const Theme& dark_theme();
const Theme& light_theme();

/// Sizes and gaps for one panel, in px. Everything follows `unit`, 1 % of its shorter side.
struct TypeScale {
  double unit = 0;
  int margin_x = 0;
  int margin_y = 0;
  std::vector<int> title;  ///< steps, largest first
  int room = 0;
  int clock = 0;
  int body = 0;
  int small = 0;

  /// `units` in px, at least 1.
  int gap(double units) const;
};

/// No text is smaller than this: a capital H of 14 px in the faces of fonts/.
inline constexpr int kSmallestPx = 20;

/// `larger` enlarges the type that a sign is read by (1: as usual): times and what comes next, and with them the least
/// sizes of the room's name and the title. Gaps, the clock and the largest titles stay as they are.
TypeScale scale_for(int width, int height, double larger = 1);

}  // namespace placard
