// SPDX-License-Identifier: MIT
// A run of text as pixels that are more or less touched.
#pragma once

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
};

}  // namespace placard
