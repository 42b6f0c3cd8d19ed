// SPDX-License-Identifier: MIT
#include "screen/painter.hpp"

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

Rect common(const Rect& a, const Rect& b) {
  const int x = std::max(a.x, b.x);
  const int y = std::max(a.y, b.y);
  return {x, y, std::min(a.right(), b.right()) - x, std::min(a.bottom(), b.bottom()) - y};
}

// The part of a picture that is painted: all painting stays inside `area`, which stays inside the picture.
struct Canvas {
  Pixels& pixels;
  Rect area;
};

void clear(const Canvas& canvas, Color color) {
  const Rect area = canvas.area;
  const std::uint32_t packed = pack(color);
  for (int y = area.y; y < area.bottom(); ++y) std::fill_n(canvas.pixels.row(y) + area.x, area.w, packed);
}

void paint_fill(const Canvas& canvas, const Fill& fill) {
  const Rect& rect = fill.rect;
  const Rect area = common(rect, canvas.area);
  const int radius = std::min({fill.radius, rect.w / 2, rect.h / 2});
  for (int y = area.y; y < area.bottom(); ++y) {
    std::uint32_t* row = canvas.pixels.row(y);
    for (int x = area.x; x < area.right(); ++x) {
      const int from_side = std::min(x - rect.x, rect.right() - 1 - x);
      const int from_top = std::min(y - rect.y, rect.bottom() - 1 - y);
      unsigned coverage = 255;
      if (from_side < radius && from_top < radius) {
        coverage = corner_coverage(radius - from_side - 0.5, radius - from_top - 0.5, radius);
      }
      row[x] = blend(row[x], fill.color, coverage);
    }
  }
}

void paint_mask(const Canvas& canvas, const GlyphMask& mask, const Rect& place, Color color) {
  const Rect area = common(place, canvas.area);
  for (int y = area.y; y < area.bottom(); ++y) {
    const std::uint8_t* coverage = mask.row(y - place.y);
    std::uint32_t* row = canvas.pixels.row(y);
    for (int x = area.x; x < area.right(); ++x) row[x] = blend(row[x], color, coverage[x - place.x]);
  }
}

void paint_line(const Canvas& canvas, const FontBook& fonts, const Item& item, const PlacedLine& placed) {
  for (const Run& run : placed.line.runs) {
    const GlyphMask& mask = fonts.mask(item.font, run.face, run.text, run.shaping);
    const Rect place{placed.x + run.x, placed.baseline - mask.baseline, mask.width, mask.height};
    paint_mask(canvas, mask, place, item.color);
  }
}

Rect area_of(const Item& item) {
  Rect area = united(item.box, item.ink);
  for (const Fill& fill : item.fills) area = united(area, fill.rect);
  return area;
}

// Areas of items of `frame` that `other` does not have just so.
void add_areas_of_new_items(std::vector<Rect>& areas, const Frame& frame, const Frame& other) {
  for (const Item& item : frame.items) {
    if (std::find(other.items.begin(), other.items.end(), item) != other.items.end()) continue;
    const Rect area = area_of(item);
    if (std::find(areas.begin(), areas.end(), area) == areas.end()) areas.push_back(area);
  }
}

}  // namespace

Pixels paint(const Frame& frame, const FontBook& fonts) {
  Pixels pixels(frame.width, frame.height, frame.background);
  repaint(pixels, frame, {{0, 0, frame.width, frame.height}}, fonts);
  return pixels;
}

std::vector<Rect> changed_areas(const Frame& before, const Frame& after) {
  if (before.width != after.width || before.height != after.height || before.background != after.background) {
    return {{0, 0, after.width, after.height}};
  }
  std::vector<Rect> areas;
  add_areas_of_new_items(areas, after, before);
  add_areas_of_new_items(areas, before, after);
  return areas;
}

void repaint(Pixels& pixels, const Frame& frame, const std::vector<Rect>& areas, const FontBook& fonts) {
  for (const Rect& wanted : areas) {
    const Canvas canvas{pixels, common(wanted, {0, 0, pixels.width, pixels.height})};
    if (canvas.area.empty()) continue;
    clear(canvas, frame.background);
    for (const Item& item : frame.items) {
      if (common(area_of(item), canvas.area).empty()) continue;
      for (const Fill& fill : item.fills) paint_fill(canvas, fill);
      for (const PlacedLine& line : item.lines) paint_line(canvas, fonts, item, line);
    }
  }
}

}  // namespace placard
