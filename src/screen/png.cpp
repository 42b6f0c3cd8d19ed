// SPDX-License-Identifier: MIT
#include "screen/png.hpp"

#include <fmt/format.h>
#include <png.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace placard {
namespace {

// libpng's simple interface wants bytes in the order red, green, blue.
std::vector<png_byte> rgb_bytes(const Pixels& pixels) {
  std::vector<png_byte> bytes;
  bytes.reserve(pixels.data.size() * 3);
  for (const std::uint32_t pixel : pixels.data) {
    const Color color = unpack(pixel);
    bytes.insert(bytes.end(), {color.r, color.g, color.b});
  }
  return bytes;
}

}  // namespace

std::string write_png(const Pixels& pixels, const std::string& path) {
  const auto close = [](std::FILE* file) { static_cast<void>(std::fclose(file)); };
  std::unique_ptr<std::FILE, decltype(close)> owned(nullptr, close);
  std::FILE* file = stdout;
  if (path != "-") {
    owned.reset(std::fopen(path.c_str(), "wb"));
    if (!owned) return fmt::format("The picture \"{}\" can't be written: {}.", path, std::strerror(errno));
    file = owned.get();
  }
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(pixels.width);
  image.height = static_cast<png_uint_32>(pixels.height);
  image.format = PNG_FORMAT_RGB;
  const auto bytes = rgb_bytes(pixels);
  if (png_image_write_to_stdio(&image, file, 0, bytes.data(), 0, nullptr) == 0 || std::fflush(file) != 0) {
    return fmt::format("The picture \"{}\" can't be written: {}.", path, image.message);
  }
  return "";
}

}  // namespace placard
