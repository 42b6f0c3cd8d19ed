// SPDX-License-Identifier: MIT
#include "screen/fonts/font_file.hpp"

#include <cstdint>
#include <fstream>
#include <sstream>

namespace placard {
namespace {

// The layout of a font file: a directory of tables, all numbers big-endian.
constexpr std::size_t kDirectoryHead = 12;
constexpr std::size_t kTableCount = 4;  // in the directory's head
constexpr std::size_t kEntry = 16;      // tag, checksum, offset, length
constexpr std::size_t kAdjustment = 8;  // in the table "head": makes up for the whole file, and counts as zero itself

class FontBytes {
 public:
  explicit FontBytes(std::string_view bytes) : bytes_(bytes) {}

  bool is_whole() const {
    const std::size_t directory = tag(0) == "ttcf" ? number(12) : 0;
    if (!inside(directory, kDirectoryHead)) return false;
    const std::size_t tables = number(directory + kTableCount) >> 16U;
    for (std::size_t i = 0; i < tables; ++i) {
      if (!table_is_whole(directory + kDirectoryHead + i * kEntry)) return false;
    }
    return tables > 0;
  }

 private:
  bool inside(std::size_t at, std::size_t length) const { return at <= bytes_.size() && length <= bytes_.size() - at; }
  std::string_view tag(std::size_t at) const { return inside(at, 4) ? bytes_.substr(at, 4) : std::string_view(); }

  // Four bytes; beyond the end zeros, as the checksum of a last, shorter word wants it.
  std::uint32_t number(std::size_t at) const {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
      value = value << 8U | (i < bytes_.size() ? static_cast<std::uint8_t>(bytes_[i]) : 0U);
    }
    return value;
  }

  bool table_is_whole(std::size_t entry) const {
    if (!inside(entry, kEntry)) return false;
    const std::size_t offset = number(entry + 8);
    const std::size_t length = number(entry + 12);
    if (!inside(offset, length)) return false;
    const FontBytes table(bytes_.substr(offset, length));
    const std::uint32_t sum = table.sum();
    const std::uint32_t stated = number(entry + 4);
    // Some makers of collections, where it makes up for nothing, count the adjustment too.
    return sum == stated || (tag(entry) == "head" && sum - table.number(kAdjustment) == stated);
  }

  std::uint32_t sum() const {
    std::uint32_t total = 0;
    for (std::size_t at = 0; at < bytes_.size(); at += 4) total += number(at);
    return total;
  }

  std::string_view bytes_;
};

}  // namespace

bool font_bytes_are_whole(std::string_view bytes) {
  return FontBytes(bytes).is_whole();
}

bool font_file_is_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return file && font_bytes_are_whole(bytes.str());
}

}  // namespace placard
