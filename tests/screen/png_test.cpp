// SPDX-License-Identifier: MIT
#include "screen/png.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/os/temp_folder.hpp"
#include "schedule/programme.hpp"
#include "screen/read_png.hpp"

using namespace placard;
using namespace placard::test;

namespace {

Pixels gradient(int width, int height) {
  Pixels pixels(width, height, kBlack);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      pixels.row(y)[x] =
          pack({static_cast<std::uint8_t>(x * 3), static_cast<std::uint8_t>(y * 5), static_cast<std::uint8_t>(x ^ y)});
    }
  }
  return pixels;
}

}  // namespace

TEST_CASE("a picture written is the picture read") {
  const TempFolder folder;
  const std::string path = folder.path("picture.png");
  for (const Pixels& pixels : {gradient(1, 1), gradient(7, 3), gradient(320, 240), Pixels(64, 64, kWhite)}) {
    const auto png = write_png(pixels, path);
    REQUIRE(png);
    CHECK(*png == file_text(path));
    CHECK(read_png(path) == pixels);
  }
}

TEST_CASE("a picture that can't be written is told with its path and the reason") {
  const TempFolder folder;
  CHECK(write_png(gradient(2, 2), folder.path("no/such/folder.png")).error().sentence ==
        "The picture \"" + folder.path("no/such/folder.png") + "\" can't be written: No such file or directory.");
  CHECK(write_png(gradient(2, 2), folder.path("")).error().sentence.find("can't be written") != std::string::npos);
  CHECK(
      write_png(gradient(640, 480), "/dev/full").error().sentence.find("The picture \"/dev/full\" can't be written") ==
      0);
}

TEST_CASE("an empty picture is no picture") {
  const TempFolder folder;
  CHECK_FALSE(write_png(Pixels(0, 0, kBlack), folder.path("empty.png")));
  CHECK_FALSE(std::filesystem::exists(folder.path("empty.png")));
}
