// SPDX-License-Identifier: MIT
#include "screen/pixels.hpp"

#include <doctest/doctest.h>

#include <utility>

using namespace placard;

namespace {

// Every pixel is different.
Pixels picture(int width, int height) {
  Pixels pixels(width, height, kBlack);
  for (std::size_t i = 0; i < pixels.data.size(); ++i) pixels.data[i] = 0xFF000000U | static_cast<std::uint32_t>(i * 7);
  return pixels;
}

struct Size {
  int width, height;
};
constexpr Size kSizes[] = {{1, 1}, {1, 5}, {5, 1}, {31, 33}, {32, 32}, {65, 40}, {100, 3}};

}  // namespace

TEST_CASE("a pixel is packed as 0xffRRGGBB") {
  CHECK(pack({0x12, 0x34, 0x56}) == 0xFF123456U);
  CHECK(unpack(0xFF123456U) == Color{0x12, 0x34, 0x56});
  CHECK(unpack(0x00123456U) == Color{0x12, 0x34, 0x56});
}

TEST_CASE("a new picture has one colour") {
  const Pixels pixels(3, 2, {1, 2, 3});
  CHECK(pixels.data == std::vector<std::uint32_t>(6, 0xFF010203U));
  CHECK(Pixels(0, 0, kBlack).data.empty());
}

TEST_CASE("a picture of three by two, turned clockwise") {
  Pixels upright(3, 2, kBlack);
  upright.data = {1, 2, 3,  //
                  4, 5, 6};
  struct Row {
    int degrees, width, height;
    std::vector<std::uint32_t> data;
  };
  const Row rows[] = {
      {0, 3, 2, {1, 2, 3, 4, 5, 6}},
      {90, 2, 3, {4, 1, 5, 2, 6, 3}},
      {180, 3, 2, {6, 5, 4, 3, 2, 1}},
      {270, 2, 3, {3, 6, 2, 5, 1, 4}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.degrees);
    const Pixels panel = turned(upright, row.degrees);
    CHECK(panel.width == row.width);
    CHECK(panel.height == row.height);
    CHECK(panel.data == row.data);
  }
}

TEST_CASE("turned there and back a picture is the same") {
  for (const Size& size : kSizes) {
    CAPTURE(size.width);
    CAPTURE(size.height);
    const Pixels upright = picture(size.width, size.height);
    CHECK(turned(upright, 0) == upright);
    CHECK(turned(turned(upright, 90), 270) == upright);
    CHECK(turned(turned(upright, 270), 90) == upright);
    CHECK(turned(turned(upright, 180), 180) == upright);
    CHECK(turned(turned(upright, 90), 90) == turned(upright, 180));
    CHECK(turned(turned(upright, 180), 90) == turned(upright, 270));
  }
}

TEST_CASE("rows are found by number") {
  Pixels pixels = picture(4, 3);
  pixels.row(2)[1] = 42;
  CHECK(pixels.data[9] == 42);
  CHECK(std::as_const(pixels).row(2) == pixels.data.data() + 8);
}
