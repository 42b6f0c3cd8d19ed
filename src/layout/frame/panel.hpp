// SPDX-License-Identifier: MIT
// The panel a frame is made for.
#pragma once

#include <optional>

#include "layout/frame/frame.hpp"

namespace placard {

enum class Orientation { landscape, portrait };

/// An upright panel, in px.
struct Panel {
  int width = 1920;
  int height = 1080;
  std::optional<double> panel_width_mm;  ///< of the upright picture; unknown: guessed from the pixels
  std::optional<double> viewing_distance_m = std::nullopt;  ///< from which it should read; unknown: the usual sizes

  Orientation orientation() const { return height > width ? Orientation::portrait : Orientation::landscape; }
  bool is_portrait() const { return orientation() == Orientation::portrait; }
};

/// How far away, in m to one decimal, an item of a frame reads on that panel.
double readable_from_m(const Item& item, const Frame& frame, const Panel& panel);

/// As far away, in m, as the smallest essential text of a finished frame reads on that panel.
double declared_distance_m(const Frame& frame, const Panel& panel);

}  // namespace placard
