// SPDX-License-Identifier: MIT
#include "screen/fonts/synthetic_bold.hpp"

#include <algorithm>
#include <cmath>

namespace placard {

void embolden(GlyphMask& mask, double px) {
  const int more = static_cast<int>(std::ceil(px));
  const int width = mask.width + more;
  std::vector<std::uint8_t> wide(static_cast<std::size_t>(width) * static_cast<std::size_t>(mask.height), 0);
  for (int y = 0; y < mask.height; ++y) {
    const std::uint8_t* from = mask.row(y);
    std::uint8_t* to = wide.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    for (int x = 0; x < mask.width; ++x) {
      for (int shift = 0; shift <= more; ++shift) {
        const double share = std::clamp(px - shift + 1, 0.0, 1.0);
        to[x + shift] = std::max(to[x + shift], static_cast<std::uint8_t>(std::lround(from[x] * share)));
      }
    }
  }
  mask.width = width;
  mask.coverage = std::move(wide);
}

}  // namespace placard
