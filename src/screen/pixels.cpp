// SPDX-License-Identifier: MIT
#include "screen/pixels.hpp"

#include <algorithm>

namespace placard {
namespace {

constexpr int kTile = 32;  // turned in tiles, so that reads and writes both stay in the cache

// Calls copy(x, y) for every pixel, tile by tile.
template <typename Copy>
void for_each_pixel(int width, int height, Copy copy) {
  for (int top = 0; top < height; top += kTile) {
    for (int left = 0; left < width; left += kTile) {
      for (int y = top; y < std::min(top + kTile, height); ++y) {
        for (int x = left; x < std::min(left + kTile, width); ++x) copy(x, y);
      }
    }
  }
}

}  // namespace

Pixels::Pixels(int w, int h, Color color)
    : width(w), height(h), data(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), pack(color)) {}

std::uint32_t pack(Color color) {
  return 0xFF000000U | static_cast<std::uint32_t>(color.r) << 16U | static_cast<std::uint32_t>(color.g) << 8U | color.b;
}

Color unpack(std::uint32_t pixel) {
  return {static_cast<std::uint8_t>(pixel >> 16U), static_cast<std::uint8_t>(pixel >> 8U),
          static_cast<std::uint8_t>(pixel)};
}

Pixels turned(const Pixels& upright, int degrees) {
  if (degrees == 0) return upright;
  const int w = upright.width;
  const int h = upright.height;
  const bool swapped = degrees == 90 || degrees == 270;
  Pixels out(swapped ? h : w, swapped ? w : h, kBlack);
  for_each_pixel(w, h, [&](int x, int y) {
    const std::uint32_t pixel = upright.row(y)[x];
    if (degrees == 90) out.row(x)[h - 1 - y] = pixel;
    if (degrees == 180) out.row(h - 1 - y)[w - 1 - x] = pixel;
    if (degrees == 270) out.row(w - 1 - x)[y] = pixel;
  });
  return out;
}

}  // namespace placard
