// SPDX-License-Identifier: MIT
#include "base/time/duration.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace placard {
namespace {

constexpr seconds kLongestSpan = std::chrono::days(30);

constexpr seconds kLongest = std::chrono::days(60);

std::optional<long> number(std::string_view text) {
  if (text.empty() || text.size() > 4 || text.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  long value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// "PT1H30M", "P1DT2H", "PT90M", "PT45M30S": whole days and smaller, each unit once and in that order.
std::optional<seconds> parse_iso_duration(std::string_view text) {
  struct IsoUnit {
    char letter;
    bool of_day;  // behind the T
    seconds length;
  };
  constexpr IsoUnit kUnits[] = {{'D', false, std::chrono::days(1)},
                                {'H', true, std::chrono::hours(1)},
                                {'M', true, std::chrono::minutes(1)},
                                {'S', true, seconds(1)}};
  if (!text.starts_with('P')) return std::nullopt;
  text.remove_prefix(1);
  seconds span{0};
  bool of_day = false;
  for (const IsoUnit& unit : kUnits) {
    if (unit.of_day && !of_day && text.starts_with('T')) {
      of_day = true;
      text.remove_prefix(1);
    }
    const auto letter = text.find_first_not_of("0123456789");
    if (letter == std::string_view::npos || text[letter] != unit.letter || unit.of_day != of_day) continue;
    const auto count = number(text.substr(0, letter));
    if (!count) return std::nullopt;
    span += *count * unit.length;
    text.remove_prefix(letter + 1);
    if (text.empty()) return span <= kLongest ? std::optional(span) : std::nullopt;
  }
  return std::nullopt;
}

// What a person may write behind a number, and the unit of a number that follows without one.
struct Unit {
  std::vector<std::string_view> words;
  seconds length;
  seconds smaller;
};

const Unit* unit_of(std::string_view word) {
  static const std::vector<Unit> kUnits = {
      {{"d", "day", "days"}, std::chrono::days(1), std::chrono::hours(1)},
      {{"h", "hr", "hrs", "hour", "hours"}, std::chrono::hours(1), std::chrono::minutes(1)},
      {{"m", "min", "mins", "minute", "minutes"}, std::chrono::minutes(1), seconds(1)},
      {{"s", "sec", "secs", "second", "seconds"}, seconds(1), seconds(0)}};
  for (const Unit& unit : kUnits) {
    if (std::find(unit.words.begin(), unit.words.end(), word) != unit.words.end()) return &unit;
  }
  return nullptr;
}

void skip_blanks(std::string_view& text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
}

std::optional<std::int64_t> take_count(std::string_view& text) {
  std::int64_t count = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), count);
  if (end.ec != std::errc{} || count < 0 || count > kLongestSpan.count()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end.ptr - text.data()));
  return count;
}

// The letters in front, as small ones.
std::string take_word(std::string_view& text) {
  std::string word;
  while (!text.empty() && ((text.front() | 0x20) >= 'a' && (text.front() | 0x20) <= 'z')) {
    word += static_cast<char>(text.front() | 0x20);
    text.remove_prefix(1);
  }
  return word;
}

// "1:30".
std::optional<seconds> parse_hours_and_minutes(std::string_view text) {
  if (std::count(text.begin(), text.end(), ':') != 1) return std::nullopt;
  const auto span = parse_duration(text);
  return span > seconds(0) ? span : std::nullopt;
}

}  // namespace

std::optional<seconds> parse_duration(std::string_view text) {
  std::vector<long> parts;
  while (parts.size() < 4) {
    const auto colon = text.find(':');
    const auto part = number(text.substr(0, colon));
    if (!part) return std::nullopt;
    parts.push_back(*part);
    if (colon == std::string_view::npos) break;
    text.remove_prefix(colon + 1);
  }
  if (parts.size() < 2 || parts.size() > 3 || parts.back() > 59) return std::nullopt;
  if (parts.size() == 2) parts.insert(parts.begin(), 0);
  if (parts[0] > 0 && parts[1] > 23) return std::nullopt;
  const seconds span = std::chrono::days(parts[0]) + std::chrono::hours(parts[1]) + std::chrono::minutes(parts[2]);
  return span <= kLongest ? std::optional(span) : std::nullopt;
}

std::optional<seconds> read_duration(const json::Value& value) {
  if (value.text() != nullptr) {
    const auto span = parse_duration(*value.text());
    return span ? span : parse_iso_duration(*value.text());
  }
  const auto* minutes = std::get_if<std::int64_t>(&value.data);
  if (minutes == nullptr || *minutes < 0 || *minutes > kLongest / std::chrono::minutes(1)) return std::nullopt;
  return std::chrono::minutes(*minutes);
}

std::optional<seconds> parse_span(std::string_view text) {
  if (text.find(':') != std::string_view::npos) return parse_hours_and_minutes(text);
  seconds span{0};
  seconds smaller = std::chrono::minutes(1);  // the unit of a number that stands alone at the end
  while (true) {
    skip_blanks(text);
    if (text.empty()) break;
    const auto count = take_count(text);
    skip_blanks(text);
    const std::string word = take_word(text);
    const Unit* unit = unit_of(word);
    const bool last = word.empty() && text.empty();
    if (!count || (unit == nullptr && (!last || smaller == seconds(0)))) return std::nullopt;
    span += *count * (unit != nullptr ? unit->length : smaller);
    if (unit != nullptr) smaller = unit->smaller;
  }
  return span > seconds(0) && span <= kLongestSpan ? std::optional(span) : std::nullopt;
}

}  // namespace placard
