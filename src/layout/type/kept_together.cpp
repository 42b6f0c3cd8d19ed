// SPDX-License-Identifier: MIT
#include "layout/type/kept_together.hpp"

#include <algorithm>
#include <string>

#include "base/text/clean.hpp"

namespace placard {
namespace {

constexpr std::size_t kTail = 3;  // characters before a place that matter

// Units written behind a space; not "A", which is a word.
constexpr std::string_view kUnits[] = {
    "°C", "°F",  "°",   "℃",   "%",   "‰",   "€",  "$",  "£",  "¥",   "km",  "m",   "cm",  "mm",  "nm",
    "µm", "kg",  "mg",  "ml",  "kB",  "KB",  "MB", "GB", "TB", "PB",  "KiB", "MiB", "GiB", "TiB", "bit",
    "Hz", "kHz", "MHz", "GHz", "THz", "W",   "kW", "MW", "GW", "kWh", "MWh", "V",   "kV",  "mV",  "mA",
    "h",  "s",   "ms",  "µs",  "ns",  "min", "dB", "px", "AM", "PM",  "am",  "pm",  "a.m", "p.m", "Uhr"};

constexpr std::u32string_view kPowersOfTen = U"十百千万萬億亿兆";

// Second characters of counters that have two, behind the first.
constexpr std::u32string_view kCounters[] = {U"会場", U"會場", U"会议", U"會議", U"号室", U"号館", U"号棟",
                                             U"時間", U"分間", U"秒間", U"日間", U"週間", U"年間", U"年目",
                                             U"日目", U"回目", U"番目", U"時限", U"周年", U"年代", U"階席",
                                             U"教室", U"小時", U"小时", U"分鐘", U"分钟", U"시간"};

std::size_t begin_of_last(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0U) == 0x80U) --at;
  return at > 0 ? at - 1 : 0;
}

std::u32string tail_of(std::string_view text) {
  std::size_t begin = text.size();
  for (std::size_t i = 0; i < kTail; ++i) begin = begin_of_last(text.substr(0, begin));
  return code_points(text.substr(begin));
}

// The character so many from the end; 0 where there is none.
char32_t from_end(std::u32string_view text, std::size_t back) {
  return back < text.size() ? text[text.size() - 1 - back] : U'\0';
}

bool is_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}

bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == U'々';
}

bool is_hangul(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}

// With the long vowel and the half-width forms; the middle dot parts words.
bool is_katakana(char32_t c) {
  return (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x30FC && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF) ||
         (c >= 0xFF66 && c <= 0xFF9F);
}

bool is_counter(char32_t c) {
  return is_han(c) || is_hangul(c) || is_katakana(c) || c == U'つ';
}

bool is_power_of_ten(char32_t c) {
  return c != U'\0' && kPowersOfTen.find(c) != std::u32string_view::npos;
}

bool is_inside_word(std::u32string_view left, char32_t next) {
  constexpr char32_t kCjk = 0x2E80;  // there a stop ends a sentence
  const char32_t last = from_end(left, 0);
  const bool stop = last == U'.' || last == U',' || last == U':' || last == U';';
  const bool begins_with_hyphen = last == U'-' && (left.size() == 1 || from_end(left, 1) == U' ');
  return (stop && next < kCjk) || (last == U'+' && next == U'+') || (begins_with_hyphen && next < kCjk) ||
         (is_katakana(last) && is_katakana(next));
}

bool is_inside_number(std::u32string_view left, char32_t next) {
  const char32_t last = from_end(left, 0);
  const char32_t before = from_end(left, 1);
  if (is_digit(last)) return is_counter(next);
  if (last == U'第' || last == U'제') return is_digit(next);
  if (is_power_of_ten(last)) return (is_digit(before) || is_power_of_ten(before)) && is_counter(next);
  const char32_t pair[] = {last, next};
  return is_digit(before) &&
         std::find(std::begin(kCounters), std::end(kCounters), std::u32string_view(pair, 2)) != std::end(kCounters);
}

bool is_unit(std::string_view word) {
  const auto end = word.find_last_not_of(".,;:!?)]}/-");
  const std::string_view unit = word.substr(0, end == std::string_view::npos ? 0 : end + 1);
  return std::find(std::begin(kUnits), std::end(kUnits), unit) != std::end(kUnits);
}

// "km/h", behind its number.
bool is_inside_unit(std::string_view left, std::string_view right) {
  const auto space = left.rfind(' ');
  return left.ends_with('/') && space != std::string_view::npos && is_unit(left.substr(space + 1)) && is_unit(right);
}

bool is_currency(std::u32string_view left) {
  const bool alone = left.size() == 1 || from_end(left, 1) == U' ';
  return alone && std::u32string_view(U"€$£¥₩₹").find(from_end(left, 0)) != std::u32string_view::npos;
}

}  // namespace

bool kept_together(std::string_view left, bool space, std::string_view right) {
  if (left.empty() || right.empty()) return false;
  const std::u32string tail = tail_of(left);
  const std::u32string head = code_points(cut_bytes(right, 4));
  if (head.empty()) return false;
  const char32_t next = head.front();
  if (!space) return is_inside_word(tail, next) || is_inside_number(tail, next) || is_inside_unit(left, right);
  return (is_digit(tail.back()) && is_unit(right)) || (is_currency(tail) && is_digit(next));
}

}  // namespace placard
