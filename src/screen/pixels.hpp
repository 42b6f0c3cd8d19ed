// SPDX-License-Identifier: MIT
// A picture in memory.
#pragma once

#include <cstdint>
#include <vector>

#include "look/color.hpp"

namespace placard {

/// Opaque pixels, row by row, each 0xffRRGGBB.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint32_t> data;

  Pixels() = default;
  Pixels(int w, int h, Color color);

  std::uint32_t* row(int y) { return data.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width); }
  const std::uint32_t* row(int y) const {
    return data.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
  bool operator==(const Pixels&) const = default;
};

std::uint32_t pack(Color color);
Color unpack(std::uint32_t pixel);

/// The picture turned clockwise by 0, 90, 180 or 270 degrees.
Pixels turned(const Pixels& upright, int degrees);

}  // namespace placard
