// SPDX-License-Identifier: MIT
#include "screen/read_png.hpp"

#include <png.h>

#include <vector>

namespace placard::test {

Pixels read_png(const std::string& path) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&image, path.c_str()) == 0) return {};
  if ((image.format & PNG_FORMAT_FLAG_ALPHA) != 0) return {};
  image.format = PNG_FORMAT_RGB;
  std::vector<png_byte> bytes(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, bytes.data(), 0, nullptr) == 0) return {};
  Pixels pixels(static_cast<int>(image.width), static_cast<int>(image.height), kBlack);
  for (std::size_t i = 0; i < pixels.data.size(); ++i) {
    pixels.data[i] = pack({bytes[3 * i], bytes[3 * i + 1], bytes[3 * i + 2]});
  }
  return pixels;
}

}  // namespace placard::test
