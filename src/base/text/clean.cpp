// SPDX-License-Identifier: MIT
#include "base/text/clean.hpp"

#include <unictype.h>
#include <unistr.h>

#include <cstdint>

namespace placard {
namespace {

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

bool is_line_space(char32_t c) {
  return c == U'\t' || c == U'\n' || c == U'\r' || c == U'\v' || c == U'\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Zero-width and bidi controls all carry the general category Cf; so do the Arabic number signs (U+0600…), which are
// visible and stay. U+034F, U+115F, U+1160, U+17B4, U+17B5 and U+3164 are letters that show nothing.
bool shows_nothing(char32_t c) {
  if (c >= 0x0600 && c <= 0x0605) return false;
  if (c == 0x06DD || c == 0x070F || c == 0x08E2 || c == 0x110BD || c == 0x110CD) return false;
  if (c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x3164 || c == 0xFFA0)
    return true;
  return uc_is_general_category_withtable(
      c, UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cs | UC_CATEGORY_MASK_Cn);
}

// How many characters a run of bytes that are no UTF-8 stands for is counted in several ways (libunistring 1.0 and 1.3
// differ): here it is one.
template <typename Visit>  // Visit(char32_t) -> bool: go on?
void for_each_code_point(std::string_view text, Visit visit) {
  constexpr std::string_view kWritten = "\uFFFD";
  bool after_bad = false;
  std::size_t at = 0;
  while (at < text.size()) {
    ucs4_t c = 0;
    const int length = u8_mbtouc(&c, bytes_of(text) + at, text.size() - at);
    const bool bad = c == 0xFFFD && !text.substr(at).starts_with(kWritten);
    if (!(bad && after_bad) && !visit(static_cast<char32_t>(c))) return;
    after_bad = bad;
    at += static_cast<std::size_t>(length > 0 ? length : 1);
  }
}

void append_utf8(std::string& out, char32_t c) {
  std::uint8_t buffer[6];
  const int length = u8_uctomb(buffer, c, sizeof buffer);
  for (int i = 0; i < length; ++i) out.push_back(static_cast<char>(buffer[i]));
}

std::string trim_spaces(std::string text) {
  const auto points = code_points(text);
  std::size_t first = 0;
  std::size_t last = points.size();
  while (first < last && uc_is_property_white_space(points[first])) ++first;
  while (last > first && uc_is_property_white_space(points[last - 1])) --last;
  return to_utf8(std::u32string_view(points).substr(first, last - first));
}

}  // namespace

std::string clean_line(std::string_view text, std::size_t max_code_points) {
  std::string out;
  std::size_t kept = 0;
  // Dropped characters count too, so that a megabyte of them costs no more than a long title.
  std::size_t seen = 0;
  for_each_code_point(text, [&](char32_t c) {
    if (kept == max_code_points || ++seen > 8 * max_code_points) return false;
    if (is_line_space(c)) c = U' ';
    if (shows_nothing(c) || (kept == 0 && uc_is_property_white_space(c))) return true;
    append_utf8(out, c);
    ++kept;
    return true;
  });
  return trim_spaces(std::move(out));
}

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  for_each_code_point(utf8, [&](char32_t c) {
    out.push_back(c);
    return true;
  });
  return out;
}

std::string to_utf8(std::u32string_view points) {
  std::string out;
  for (const char32_t c : points) append_utf8(out, c);
  return out;
}

std::string_view cut_bytes(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

}  // namespace placard
