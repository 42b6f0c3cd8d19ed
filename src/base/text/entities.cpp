// SPDX-License-Identifier: MIT
#include "base/text/entities.hpp"

#include <unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text/entity_table.hpp"

namespace placard {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;
constexpr std::uint32_t kBeyondUnicode = 0x110000;
constexpr std::size_t kLongestName = 31;  // bytes: "CounterClockwiseContourIntegral"

// What pages of old meant by the numbers from 0x80 on: the characters of windows-1252 (HTML standard, 13.2.5.80).
constexpr std::array<std::uint16_t, 32> kWindows1252 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                        0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// A reference at the start of a text: its length in bytes, 0 for none, and what it stands for.
struct Reference {
  std::size_t length = 0;
  std::string text;
};

std::string utf8(std::uint32_t character) {
  std::array<std::uint8_t, 6> bytes{};
  const int length = u8_uctomb(bytes.data(), character, bytes.size());
  return {bytes.begin(), bytes.begin() + length};
}

std::uint32_t meant_by(std::uint32_t number) {
  const bool surrogate = number >= 0xD800 && number <= 0xDFFF;
  if (number == 0 || surrogate || number >= kBeyondUnicode) return kReplacement;
  return number >= 0x80 && number < 0xA0 ? kWindows1252[number - 0x80] : number;
}

int digit_value(char c, std::uint32_t base) {
  if (c >= '0' && c <= '9') return c - '0';
  if (base == 10) return -1;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// "&#39;", "&#x27;"; the semicolon may be missing.
Reference read_number(std::string_view text) {
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const std::uint32_t base = hexadecimal ? 16 : 10;
  const std::size_t begin = hexadecimal ? 3 : 2;
  std::uint32_t number = 0;
  std::size_t end = begin;
  for (; end < text.size(); ++end) {
    const int digit = digit_value(text[end], base);
    if (digit < 0) break;
    number = std::min(number * base + static_cast<std::uint32_t>(digit), kBeyondUnicode);
  }
  if (end == begin) return {};
  const bool closed = end < text.size() && text[end] == ';';
  return {end + (closed ? 1 : 0), utf8(meant_by(number))};
}

Reference read_name(std::string_view text) {
  const auto semicolon = text.substr(0, kLongestName + 2).find(';');
  if (semicolon == std::string_view::npos) return {};
  const std::string_view name = text.substr(1, semicolon - 1);
  const auto table = entity_table();
  const auto found = std::lower_bound(table.begin(), table.end(), name,
                                      [](const Entity& entity, std::string_view other) { return entity.name < other; });
  if (found == table.end() || found->name != name) return {};
  return {semicolon + 1, std::string(found->text)};
}

}  // namespace

std::string decode_entities(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ampersand = std::min(text.find('&', at), text.size());
    out += text.substr(at, ampersand - at);
    if (ampersand == text.size()) break;
    const std::string_view rest = text.substr(ampersand);
    const Reference reference = rest.starts_with("&#") ? read_number(rest) : read_name(rest);
    out += reference.length == 0 ? "&" : reference.text;
    at = ampersand + std::max<std::size_t>(reference.length, 1);
  }
  return out;
}

}  // namespace placard
