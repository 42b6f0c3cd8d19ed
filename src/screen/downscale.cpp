// SPDX-License-Identifier: MIT
#include "screen/downscale.hpp"

namespace placard {

Pixels downscaled(const Pixels& pixels, int factor) {
  if (factor <= 1) return pixels;
  Pixels out(pixels.width / factor, pixels.height / factor, kBlack);
  const auto count = static_cast<unsigned>(factor * factor);
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      unsigned r = 0;
      unsigned g = 0;
      unsigned b = 0;
      for (int dy = 0; dy < factor; ++dy) {
        const std::uint32_t* row = pixels.row(y * factor + dy) + x * factor;
        for (int dx = 0; dx < factor; ++dx) {
          const Color color = unpack(row[dx]);
          r += color.r;
          g += color.g;
          b += color.b;
        }
      }
      const auto mean = [count](unsigned sum) { return static_cast<std::uint8_t>((sum + count / 2) / count); };
      out.row(y)[x] = pack({mean(r), mean(g), mean(b)});
    }
  }
  return out;
}

}  // namespace placard
