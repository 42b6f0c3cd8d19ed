// SPDX-License-Identifier: MIT
#include "glass/painter.hpp"

#include <algorithm>
#include <cmath>

namespace placard {
namespace {

std::uint32_t blend(std::uint32_t below, Color color, unsigned coverage) {
  if (coverage == 0) return below;
  if (coverage == 255) return pack(color);
  const Color under = unpack(below);
  const auto channel = [coverage](unsigned from, unsigned to) {
    return static_cast<std::uint8_t>((from * (255 - coverage) + to * coverage + 127) / 255);
  };
  return pack({channel(under.r, color.r), channel(under.g, color.g), channel(under.b, color.b)});
}

// How much of the pixel at dx, dy from a corner's centre lies inside its quarter circle.
unsigned corner_coverage(double dx, double dy, double radius) {
  const double inside = radius - std::sqrt(dx * dx + dy * dy) + 0.5;
  return static_cast<unsigned>(std::lround(255 * std::clamp(inside, 0.0, 1.0)));
}

void paint_fill(Pixels& pixels, const Fill& fill) {
  const Rect& rect = fill.rect;
  const int radius = std::min({fill.radius, rect.w / 2, rect.h / 2});
  for (int y = std::max(0, rect.y); y < std::min(pixels.height, rect.bottom()); ++y) {
    for (int x = std::max(0, rect.x); x < std::min(pixels.width, rect.right()); ++x) {
      const int from_side = std::min(x - rect.x, rect.right() - 1 - x);
      const int from_top = std::min(y - rect.y, rect.bottom() - 1 - y);
      unsigned coverage = 255;
      if (from_side < radius && from_top < radius) {
        coverage = corner_coverage(radius - from_side - 0.5, radius - from_top - 0.5, radius);
      }
      pixels.row(y)[x] = blend(pixels.row(y)[x], fill.color, coverage);
    }
  }
}

void paint_mask(Pixels& pixels, const GlyphMask& mask, int left, int top, Color color) {
  for (int y = std::max(0, -top); y < mask.height && top + y < pixels.height; ++y) {
    const std::uint8_t* coverage =
        mask.coverage.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(mask.width);
    std::uint32_t* row = pixels.row(top + y);
    for (int x = std::max(0, -left); x < mask.width && left + x < pixels.width; ++x) {
      row[left + x] = blend(row[left + x], color, coverage[x]);
    }
  }
}

void paint_line(Pixels& pixels, const FontBook& fonts, const Item& item, const PlacedLine& placed) {
  for (const Run& run : placed.line.runs) {
    const GlyphMask& mask = fonts.mask(item.font, run.face, run.text);
    paint_mask(pixels, mask, placed.x + run.x, placed.baseline - mask.baseline, item.color);
  }
}

}  // namespace

Pixels paint(const Frame& frame, const FontBook& fonts) {
  Pixels pixels(frame.width, frame.height, frame.background);
  for (const Item& item : frame.items) {
    for (const Fill& fill : item.fills) paint_fill(pixels, fill);
    for (const PlacedLine& line : item.lines) paint_line(pixels, fonts, item, line);
  }
  return pixels;
}

}  // namespace placard
