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

Expected<std::string> encoded(const Pixels& pixels) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(pixels.width);
  image.height = static_cast<png_uint_32>(pixels.height);
  image.format = PNG_FORMAT_RGB;
  const auto bytes = rgb_bytes(pixels);
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string png(size, '\0');
  if (png_image_write_to_memory(&image, png.data(), &size, 0, bytes.data(), 0, nullptr) == 0) {
    return failed(image.message);
  }
  png.resize(size);
  return png;
}

// Whether all of it was taken; else errno says why not.
bool write_out(const std::string& bytes, const std::string& path) {
  const auto close = [](std::FILE* file) { static_cast<void>(std::fclose(file)); };
  std::unique_ptr<std::FILE, decltype(close)> owned(nullptr, close);
  if (path != "-") owned.reset(std::fopen(path.c_str(), "wb"));
  if (path != "-" && !owned) return false;
  std::FILE* file = path == "-" ? stdout : owned.get();
  return std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() && std::fflush(file) == 0;
}

}  // namespace

Expected<std::string> write_png(const Pixels& pixels, const std::string& path) {
  const auto refused = [&path](const std::string& reason) {
    return failed(fmt::format("The picture \"{}\" can't be written: {}.", path, reason));
  };
  auto png = encoded(pixels);
  if (!png) return refused(png.error().sentence);
  if (!write_out(*png, path)) return refused(std::strerror(errno));
  return png;
}

}  // namespace placard
