// SPDX-License-Identifier: MIT
#include "base/time/duration.hpp"

#include <charconv>
#include <map>
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
  struct Unit {
    char letter;
    bool of_day;  // behind the T
    seconds length;
  };
  constexpr Unit kUnits[] = {{'D', false, std::chrono::days(1)},
                             {'H', true, std::chrono::hours(1)},
                             {'M', true, std::chrono::minutes(1)},
                             {'S', true, seconds(1)}};
  if (!text.starts_with('P')) return std::nullopt;
  text.remove_prefix(1);
  seconds span{0};
  bool of_day = false;
  for (const Unit& unit : kUnits) {
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
  static const std::map<char, seconds> kUnits = {
      {'d', std::chrono::days(1)}, {'h', std::chrono::hours(1)}, {'m', std::chrono::minutes(1)}, {'s', seconds(1)}};
  seconds span{0};
  std::int64_t number = -1;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      number = std::max<std::int64_t>(number, 0) * 10 + (c - '0');
      if (number > kLongestSpan.count()) return std::nullopt;
      continue;
    }
    const auto unit = kUnits.find(c);
    if (unit == kUnits.end() || number < 0) return std::nullopt;
    span += number * unit->second;
    number = -1;
  }
  if (number >= 0 || span <= seconds(0) || span > kLongestSpan) return std::nullopt;
  return span;
}

}  // namespace placard
