// SPDX-License-Identifier: MIT
#include "screen/burn_in.hpp"

#include <algorithm>

namespace placard {
namespace {

constexpr int kWidest = 7;  // px: a square of that radius takes 56 minutes

}  // namespace

Offset orbit_at(std::int64_t minutes, int width, int height) {
  const int radius = std::clamp(std::min(width, height) / 125, 1, kWidest);
  if (minutes <= radius) return {static_cast<int>(std::max<std::int64_t>(minutes, 0)), 0};
  // Along the sides of the square: the way out has led to the middle of the right one, where side 0 is half done.
  const int side = 2 * radius;
  const int place = static_cast<int>(minutes % (4 * side));
  const int along = place % side;
  switch (place / side) {
    case 0:
      return {radius, along - radius};
    case 1:
      return {radius - along, radius};
    case 2:
      return {-radius, radius - along};
    default:
      return {along - radius, -radius};
  }
}

Pixels moved_picture(const Pixels& picture, const Offset& offset, Color background) {
  if (offset == Offset{}) return picture;
  Pixels out(picture.width, picture.height, background);
  const int width = picture.width - std::abs(offset.x);
  const int from = std::max(0, -offset.x);
  const int to = std::max(0, offset.x);
  for (int y = 0; y < picture.height; ++y) {
    const int source = y - offset.y;
    if (source < 0 || source >= picture.height || width <= 0) continue;
    std::copy_n(picture.row(source) + from, width, out.row(y) + to);
  }
  return out;
}

std::vector<Rect> moved_areas(std::vector<Rect> areas, const Offset& offset, int width, int height) {
  for (Rect& area : areas) {
    area = moved(area, offset.x, offset.y);
    const int right = std::min(area.right(), width);
    const int bottom = std::min(area.bottom(), height);
    area.x = std::max(area.x, 0);
    area.y = std::max(area.y, 0);
    area.w = right - area.x;
    area.h = bottom - area.y;
  }
  std::erase_if(areas, [](const Rect& area) { return area.empty(); });
  return areas;
}

}  // namespace placard
