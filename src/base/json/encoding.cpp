// SPDX-License-Identifier: MIT
#include "base/json/encoding.hpp"

#include <array>
#include <cstdint>
#include <string_view>

#include "base/text/clean.hpp"

namespace placard::json {
namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t kReplacement = 0xFFFD;

struct Encoding {
  std::size_t unit = 1;  // bytes
  bool big_endian = false;
  std::size_t mark = 0;  // bytes of the byte-order mark
};

Encoding encoding_by_zeros(std::string_view bytes) {
  if (bytes.size() < 4) return {};
  std::array<bool, 4> zero{};
  for (std::size_t i = 0; i < zero.size(); ++i) zero[i] = bytes[i] == '\0';
  if (zero == std::array{true, true, true, false}) return {4, true, 0};
  if (zero == std::array{false, true, true, true}) return {4, false, 0};
  if (zero == std::array{true, false, true, false}) return {2, true, 0};
  if (zero == std::array{false, true, false, true}) return {2, false, 0};
  return {};
}

Encoding encoding_of(std::string_view bytes) {
  if (bytes.starts_with("\x00\x00\xFE\xFF"sv)) return {4, true, 4};
  if (bytes.starts_with("\xFF\xFE\x00\x00"sv)) return {4, false, 4};
  if (bytes.starts_with("\xFE\xFF"sv)) return {2, true, 2};
  if (bytes.starts_with("\xFF\xFE"sv)) return {2, false, 2};
  return encoding_by_zeros(bytes);
}

std::uint32_t unit_at(std::string_view bytes, std::size_t at, const Encoding& encoding) {
  std::uint32_t unit = 0;
  for (std::size_t i = 0; i < encoding.unit; ++i) {
    const std::size_t place = encoding.big_endian ? i : encoding.unit - 1 - i;
    unit = unit << 8U | static_cast<std::uint8_t>(bytes[at + place]);
  }
  return unit;
}

bool is_half(std::uint32_t unit, std::uint32_t first) {
  return unit >= first && unit < first + 0x400;
}

void append(std::string& out, std::uint32_t character) {
  const bool none = character > 0x10FFFF || is_half(character, 0xD800) || is_half(character, 0xDC00);
  const auto point = static_cast<char32_t>(none ? kReplacement : character);
  out += to_utf8(std::u32string_view(&point, 1));
}

}  // namespace

std::string as_utf8(std::string bytes) {
  const Encoding encoding = encoding_of(bytes);
  if (encoding.unit == 1) return bytes;
  std::string out;
  out.reserve(bytes.size() / encoding.unit);
  for (std::size_t at = encoding.mark; at < bytes.size(); at += encoding.unit) {
    if (bytes.size() - at < encoding.unit) {
      append(out, kReplacement);
      break;
    }
    std::uint32_t character = unit_at(bytes, at, encoding);
    const bool pair = encoding.unit == 2 && is_half(character, 0xD800) && bytes.size() - at >= 4 &&
                      is_half(unit_at(bytes, at + 2, encoding), 0xDC00);
    if (pair) {
      at += 2;
      character = 0x10000 + ((character - 0xD800) << 10U) + (unit_at(bytes, at, encoding) - 0xDC00);
    }
    append(out, character);
  }
  return out;
}

}  // namespace placard::json
