// SPDX-License-Identifier: MIT
// A run of text as pixels that are more or less touched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/type/text_measure.hpp"

namespace placard {

/// The coverage of one run: how much of each pixel it touches, 0 to 255.
struct GlyphMask {
  int width = 0;
  int height = 0;
  int baseline = 0;  ///< rows from the top to the baseline
  Rect ink;          ///< from the pen's start on the baseline
  std::vector<std::uint8_t> coverage;

  std::uint8_t* row(int y) { return coverage.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width); }
  const std::uint8_t* row(int y) const {
    return coverage.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
};

}  // namespace placard
