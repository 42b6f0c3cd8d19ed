// SPDX-License-Identifier: MIT
#include "screen/painter.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "layout/parts/block.hpp"
#include "screen/ruler.hpp"

using namespace placard;
using namespace placard::test;

namespace {

constexpr Color kPaper{255, 255, 255};
constexpr Color kInk{0, 0, 0};

Frame frame_with(Item item, int width = 1600, int height = 900) {
  return {width, height, kPaper, 0, {std::move(item)}};
}

Frame frame_with(Fill fill) {
  Item item;
  item.fills = {fill};
  return frame_with(std::move(item), 40, 30);
}

// The smallest rectangle around everything that is not paper.
Rect touched(const Pixels& pixels) {
  Rect out;
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) {
      if (pixels.row(y)[x] != pack(kPaper)) out = united(out, {x, y, 1, 1});
    }
  }
  return out;
}

// How dark a pixel is: 0 paper, 255 ink.
int darkness(const Pixels& pixels, int x, int y) {
  return 255 - unpack(pixels.row(y)[x]).r;
}

// Black text on white, somewhere inside the frame.
Item placed(Block block) {
  move_block(block, 300, 350);
  Item item = block.items.at(0);
  item.fills.clear();
  item.color = kInk;
  return item;
}

const char* const kTexts[] = {
    "Golden Gate A",
    "jfgpqy",
    "…",
    "–",
    "\"quotes\"",
    "ÅÉÎÕÜ",
    "1:05 PM",
    "Zażółć gęślą jaźń",
    "Tiếng Việt có dấu",
    "e\u0301e\u0323\u0302",
    "H\u0302\u0302\u0302\u0302\u0302\u0302",
    "\u1D00\u0302\u0302\u0302\u0302\u0302",
    "C++\u201126 × Rust ≈ ?",
    "Ελληνικά",
    "Кириллица",
    "עברית",
    "العربية",
    "देवनागरी",
    "ไทย",
    "a 会議 b",
    "mixed עברית text",
    "WAVA To. T-shirt",
    "fi ffi",
    "∑ √ ∞",
    "→ ▶",
};

}  // namespace

TEST_CASE("a fill paints its rectangle and nothing else") {
  const Pixels pixels = paint(frame_with(Fill{{10, 5, 8, 6}, kInk, 0}), fonts());
  CHECK(touched(pixels) == Rect{10, 5, 8, 6});
  for (int y = 5; y < 11; ++y) {
    for (int x = 10; x < 18; ++x) CHECK(darkness(pixels, x, y) == 255);
  }
}

TEST_CASE("round corners: the same at all four, the sides straight, the rest solid") {
  const Pixels pixels = paint(frame_with(Fill{{10, 5, 20, 16}, kInk, 6}), fonts());
  CHECK(touched(pixels) == Rect{10, 5, 20, 16});
  CHECK(darkness(pixels, 10, 5) == 0);
  CHECK(darkness(pixels, 16, 5) == 255);
  CHECK(darkness(pixels, 10, 11) == 255);
  CHECK(darkness(pixels, 13, 8) == 255);
  for (int y = 0; y < 6; ++y) {
    for (int x = 0; x < 6; ++x) {
      const int here = darkness(pixels, 10 + x, 5 + y);
      CHECK(here == darkness(pixels, 29 - x, 5 + y));
      CHECK(here == darkness(pixels, 10 + x, 20 - y));
      CHECK(here == darkness(pixels, 29 - x, 20 - y));
      CHECK(here == darkness(pixels, 10 + y, 5 + x));
      CHECK(here <= darkness(pixels, 11 + x, 5 + y));
    }
  }
}

TEST_CASE("a corner is never rounder than half the fill, and no fill leaves the picture") {
  const Pixels pill = paint(frame_with(Fill{{10, 5, 20, 8}, kInk, 100}), fonts());
  CHECK(touched(pill) == Rect{10, 5, 20, 8});
  CHECK(darkness(pill, 20, 5) == 255);
  CHECK(touched(paint(frame_with(Fill{{-5, -5, 100, 100}, kInk, 0}), fonts())) == Rect{0, 0, 40, 30});
  CHECK(touched(paint(frame_with(Fill{{30, 25, 100, 100}, kInk, 0}), fonts())) == Rect{30, 25, 10, 5});
  for (const Rect& rect : {Rect{50, 5, 5, 5}, Rect{-9, 5, 5, 5}, Rect{5, 5, 0, 9}, Rect{5, 5, 9, -3}}) {
    CHECK(touched(paint(frame_with(Fill{rect, kInk, 3}), fonts())).empty());
  }
}

TEST_CASE("later fills cover earlier ones, and text covers fills") {
  Item item;
  item.fills = {{{0, 0, 40, 30}, {255, 0, 0}, 0}, {{0, 0, 20, 30}, {0, 0, 255}, 0}};
  const Pixels pixels = paint(frame_with(item, 40, 30), fonts());
  CHECK(unpack(pixels.row(10)[10]) == Color{0, 0, 255});
  CHECK(unpack(pixels.row(10)[30]) == Color{255, 0, 0});

  item.font = {FontStyle::strong, 40};
  item.color = {0, 255, 0};
  item.lines = {{2, 29, set_line(fonts(), item.font, "—")}};
  const Pixels with_text = paint(frame_with(item, 40, 30), fonts());
  CHECK(std::count(with_text.data.begin(), with_text.data.end(), pack({0, 255, 0})) > 20);
}

TEST_CASE("the ink of a text is what the painter touches, in every script and style") {
  const LayoutContext context{fonts(), light_theme(), scale_for(1600, 900)};
  for (const char* text : kTexts) {
    CAPTURE(std::string(text));
    for (const FontStyle style : {FontStyle::display, FontStyle::strong, FontStyle::plain}) {
      for (const int px : {20, 37, 96}) {
        CAPTURE(px);
        for (const Digits digits : {Digits::running, Digits::in_cells}) {
          const Block block = line_block(context, {Role::title, text, kInk}, {style, px}, digits);
          if (block.empty()) continue;
          const Item item = placed(block);
          CHECK(touched(paint(frame_with(item), fonts())) == item.ink);
          CHECK(united(item.box, item.ink) == item.box);
        }
      }
    }
  }
}

TEST_CASE("the ink of a text of several lines is what the painter touches") {
  const LayoutContext context{fonts(), light_theme(), scale_for(1600, 900)};
  const std::string text =
      "Ǻ tower e\u0301\u0302\u0302\u0302\u0302\u0302 of marks, jumping over ỵ and ặ, in many lines";
  for (const int width : {200, 400, 800}) {
    const FitRequest request{text, FontStyle::plain, {48, 40, 32}, width, 500, 6, 1.1};
    const Block block = text_block(context, {Role::title, text, kInk}, fit_text(fonts(), request));
    REQUIRE_FALSE(block.empty());
    const Item item = placed(block);
    CHECK(item.lines.size() > 1);
    CHECK(touched(paint(frame_with(item), fonts())) == item.ink);
    CHECK(united(item.box, item.ink) == item.box);
  }
}

TEST_CASE("a chip's text lies inside its fill") {
  const LayoutContext context{fonts(), dark_theme(), scale_for(1280, 800)};
  for (const char* text : kTexts) {
    CAPTURE(std::string(text));
    const Block block = chip_block(context, {Role::track, text, {240, 228, 66}}, 900);
    if (block.empty()) continue;
    const Item& item = block.items.at(0);
    CHECK(united(item.fills.at(0).rect, item.ink) == item.fills.at(0).rect);
    CHECK(touched(paint(frame_with(placed(block)), fonts())) == placed(block).ink);
  }
}

TEST_CASE("text that leaves the picture is cut off at its edges") {
  const LayoutContext context{fonts(), light_theme(), scale_for(1600, 900)};
  Block block = line_block(context, {Role::title, "Far too wide and high", kInk}, {FontStyle::display, 200});
  move_block(block, -100, -100);
  const Pixels pixels = paint(frame_with(block.items.at(0), 300, 80), fonts());
  CHECK_FALSE(touched(pixels).empty());
  move_block(block, 5000, 5000);
  CHECK(touched(paint(frame_with(block.items.at(0), 300, 80), fonts())).empty());
}

TEST_CASE("an empty frame is its background") {
  CHECK(paint(Frame{20, 10, {1, 2, 3}, 0, {}}, fonts()) == Pixels(20, 10, {1, 2, 3}));
}
