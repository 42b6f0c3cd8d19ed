// SPDX-License-Identifier: MIT
#include "glass/png.hpp"

#include <doctest/doctest.h>
#include <png.h>

#include "feed/temp_folder.hpp"

using namespace placard;
using namespace placard::test;

namespace {

// The picture in a file, as libpng reads it; an empty one if it can't.
Pixels decoded(const std::string& path) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&image, path.c_str()) == 0) return {};
  CHECK((image.format & PNG_FORMAT_FLAG_ALPHA) == 0);
  image.format = PNG_FORMAT_RGB;
  std::vector<png_byte> bytes(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, bytes.data(), 0, nullptr) == 0) return {};
  Pixels pixels(static_cast<int>(image.width), static_cast<int>(image.height), kBlack);
  for (std::size_t i = 0; i < pixels.data.size(); ++i) {
    pixels.data[i] = pack({bytes[3 * i], bytes[3 * i + 1], bytes[3 * i + 2]});
  }
  return pixels;
}

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
    CHECK(write_png(pixels, path) == "");
    CHECK(decoded(path) == pixels);
  }
}

TEST_CASE("a picture that can't be written is told with its path and the reason") {
  const TempFolder folder;
  CHECK(write_png(gradient(2, 2), folder.path("no/such/folder.png")) ==
        "The picture \"" + folder.path("no/such/folder.png") + "\" can't be written: No such file or directory.");
  CHECK(write_png(gradient(2, 2), folder.path("")).find("can't be written") != std::string::npos);
  CHECK(write_png(gradient(640, 480), "/dev/full").find("The picture \"/dev/full\" can't be written") == 0);
}

TEST_CASE("an empty picture is no picture") {
  const TempFolder folder;
  CHECK(write_png(Pixels(0, 0, kBlack), folder.path("empty.png")) != "");
}
