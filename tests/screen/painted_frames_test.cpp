// SPDX-License-Identifier: MIT
// A part of the day's frames, painted: what a person with a magnifying glass would check.
#include <doctest/doctest.h>

#include <set>
#include <unordered_map>

#include "screen/day_pictures.hpp"
#include "screen/painter.hpp"
#include "screen/ruler.hpp"

using namespace placard;
using namespace placard::test;

namespace {

// The colour that most pixels of an area have.
std::uint32_t ground_of(const Pixels& pixels, const Rect& box) {
  std::unordered_map<std::uint32_t, int> counts;
  for (int y = box.y; y < box.bottom(); ++y) {
    for (int x = box.x; x < box.right(); ++x) ++counts[pixels.row(y)[x]];
  }
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// What a text really looks like: the pixels it touches, and the contrast of its strongest ones.
struct Painted {
  Rect ink;
  double contrast = 0;
};

Painted painted_text(const Pixels& pixels, const Item& item) {
  Painted out;
  std::set<std::uint32_t> colors;
  for (int y = item.box.y; y < item.box.bottom(); ++y) {
    for (int x = item.box.x; x < item.box.right(); ++x) {
      const std::uint32_t color = pixels.row(y)[x];
      if (color == pack(item.background)) continue;
      const bool of_fill = std::any_of(item.fills.begin(), item.fills.end(), [&](const Fill& fill) {
        return overlap(fill.rect, {x, y, 1, 1}) && !overlap(item.ink, {x, y, 1, 1});
      });
      if (of_fill) continue;
      out.ink = united(out.ink, {x, y, 1, 1});
      colors.insert(color);
    }
  }
  for (const std::uint32_t color : colors)
    out.contrast = std::max(out.contrast, contrast(unpack(color), item.background));
  return out;
}

// Pixels that are not the ground's though the frame says nothing is there.
int stray_pixels(const Pixels& pixels, const Frame& frame) {
  Pixels expected = pixels;
  for (const Item& item : frame.items) {
    const auto clear = [&expected, &frame](const Rect& area) {
      for (int y = area.y; y < area.bottom(); ++y)
        std::fill_n(expected.row(y) + area.x, std::max(0, area.w), pack(frame.background));
    };
    if (!item.ink.empty()) clear(item.ink);
    for (const Fill& fill : item.fills) clear(fill.rect);
  }
  return static_cast<int>(std::count_if(expected.data.begin(), expected.data.end(),
                                        [&frame](std::uint32_t pixel) { return pixel != pack(frame.background); }));
}

}  // namespace

TEST_CASE("every text stands out from the ground it says, and there is no ink but where the frame says") {
  Faults faults;
  std::size_t painted = 0;
  for (std::size_t i = 0; i < pictures().size(); i += 61) {
    const Picture& picture = pictures()[i];
    const Pixels pixels = paint(picture.frame, fonts());
    ++painted;
    if (stray_pixels(pixels, picture.frame) > 0) faults.add("ink outside all boxes", picture.what);
    for (const Item& item : picture.frame.items) {
      if (!is_text(item) || item.ink.empty()) continue;
      const std::uint32_t ground = ground_of(pixels, item.ink);
      if (ground != pack(item.background) && ground != pack(item.color))
        faults.add("ground", picture.what + ": " + item.text);
      const Painted text = painted_text(pixels, item);
      if (text.ink != item.ink) faults.add("ink", picture.what + ": " + item.text);
      if (text.contrast < least_contrast(item)) faults.add("contrast", picture.what + ": " + item.text);
      if (text.contrast + 0.01 < contrast(item.color, item.background))
        faults.add("colour", picture.what + ": " + item.text);
    }
  }
  CHECK(painted > 100);
}
