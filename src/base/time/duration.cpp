// SPDX-License-Identifier: MIT
#include "base/time/duration.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string>
#include <vector>

namespace placard {
namespace {

constexpr seconds kLongestSpan = std::chrono::days(30);

constexpr seconds kLongest = std::chrono::days(60);
constexpr std::size_t kLongestWords = 40;  // bytes
constexpr std::array<std::string_view, 6> kHourNames = {"h", "hr", "hrs", "hour", "hours", "std"};
constexpr std::array<std::string_view, 7> kMinuteNames = {"", "m", "min", "mins", "min.", "minute", "minutes"};

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

std::optional<seconds> at_most(seconds span) {
  return span <= kLongest ? std::optional(span) : std::nullopt;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

template <class Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// "90", "90 min", "1 h 30 min", "1h30", "2 hours": hours before minutes; what has no unit is minutes.
std::optional<seconds> parse_words(std::string_view written) {
  const std::string words = without_blanks(written.substr(0, kLongestWords));
  std::string_view text = words;
  seconds span{0};
  for (const bool hours : {true, false}) {
    const auto unit = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto next = std::min(text.find_first_of("0123456789", unit), text.size());
    const std::string_view name = text.substr(unit, next - unit);
    if (!(hours ? is_one_of(kHourNames, name) : is_one_of(kMinuteNames, name))) continue;
    const auto count = number(text.substr(0, unit));
    if (!count) return std::nullopt;
    span += *count * (hours ? seconds(3600) : seconds(60));
    text.remove_prefix(next);
    if (text.empty()) return at_most(span);
  }
  return std::nullopt;
}

std::optional<WrittenDuration> of_three_parts(long first, long second, long third) {
  if (third > 59) return std::nullopt;
  std::optional<seconds> in_days, in_hours;
  if (second <= 23)
    in_days = at_most(std::chrono::days(first) + std::chrono::hours(second) + std::chrono::minutes(third));
  if (second <= 59) in_hours = at_most(std::chrono::hours(first) + std::chrono::minutes(second) + seconds(third));
  if (!in_days && !in_hours) return std::nullopt;
  return WrittenDuration{in_days ? *in_days : *in_hours, in_hours};
}

std::optional<WrittenDuration> with_one_meaning(std::optional<seconds> span) {
  return span ? std::optional(WrittenDuration{*span}) : std::nullopt;
}

std::optional<seconds> minutes_in(const json::Value& value) {
  constexpr double kMost = kLongest / std::chrono::minutes(1);
  const auto* whole = std::get_if<std::int64_t>(&value.data);
  const auto* real = std::get_if<double>(&value.data);
  const double minutes = whole != nullptr ? static_cast<double>(*whole) : real != nullptr ? *real : -1;
  if (!(minutes >= 0 && minutes <= kMost)) return std::nullopt;
  return seconds(static_cast<std::int64_t>(minutes * 60));
}

}  // namespace

std::optional<WrittenDuration> parse_duration(std::string_view text) {
  std::vector<long> parts;
  while (parts.size() < 4) {
    const auto colon = text.find(':');
    const auto part = number(text.substr(0, colon));
    if (!part) return std::nullopt;
    parts.push_back(*part);
    if (colon == std::string_view::npos) break;
    text.remove_prefix(colon + 1);
  }
  if (parts.size() == 3) return of_three_parts(parts[0], parts[1], parts[2]);
  if (parts.size() != 2) return std::nullopt;
  return with_one_meaning(at_most(std::chrono::hours(parts[0]) + std::chrono::minutes(parts[1])));
}

std::optional<WrittenDuration> read_duration(const json::Value& value) {
  if (value.text() == nullptr) return with_one_meaning(minutes_in(value));
  if (const auto parts = parse_duration(*value.text())) return parts;
  if (const auto iso = parse_iso_duration(*value.text())) return with_one_meaning(iso);
  return with_one_meaning(parse_words(*value.text()));
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
