// SPDX-License-Identifier: MIT
// The glass a frame is made for.
#pragma once

#include <optional>

#include "layout/frame/frame.hpp"

namespace placard {

/// An upright glass, in px.
struct Panel {
  int width = 1920;
  int height = 1080;
  std::optional<double> panel_width_mm;  ///< of the upright picture; unknown: guessed from the pixels
  std::optional<double> viewing_distance_m = std::nullopt;  ///< from which it should read; unknown: the usual sizes

  bool tall() const { return height > width; }
};

/// How far away, in m to one decimal, an item of a frame reads on that glass.
double readable_from_m(const Item& item, const Frame& frame, const Panel& panel);

/// As far away, in m, as the smallest essential text of a finished frame reads on that glass.
double declared_distance_m(const Frame& frame, const Panel& panel);

}  // namespace placard
