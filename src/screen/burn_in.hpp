// SPDX-License-Identifier: MIT
// The slow orbit that keeps a picture from burning into its panel.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/type/text_measure.hpp"
#include "screen/pixels.hpp"

namespace placard {

struct Offset {
  int x = 0;
  int y = 0;

  bool operator==(const Offset&) const = default;
};

/// Where the picture stands `minutes` after the sign's start: in its place at first, then one pixel further each
/// minute, around a square that stays inside the margin of every layout (1 % of the shorter side), once in less than an
/// hour.
Offset orbit_at(std::int64_t minutes, int width, int height);

/// The picture moved by `offset`, what comes free filled with `background`.
Pixels moved_picture(const Pixels& picture, const Offset& offset, Color background);

/// Areas of a picture as they lie in the moved one.
std::vector<Rect> moved_areas(std::vector<Rect> areas, const Offset& offset, int width, int height);

}  // namespace placard
