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

std::optional<seconds> at_most(seconds span) {
  return span <= kLongest ? std::optional(span) : std::nullopt;
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
      {{"h", "hr", "hrs", "hour", "hours", "std"}, std::chrono::hours(1), std::chrono::minutes(1)},
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
  if (!word.empty() && text.starts_with('.')) text.remove_prefix(1);
  return word;
}

// "90", "90 min", "1 h 30 min", "1h30", "12H12M12S": each unit smaller than the one before; of a number that stands
// alone it is minutes, behind a unit the next smaller one.
std::optional<seconds> parse_words(std::string_view text) {
  seconds span{0};
  seconds alone = std::chrono::minutes(1);  // the unit of a number without one
  seconds last = seconds::max();
  bool any = false;
  for (skip_blanks(text); !text.empty(); skip_blanks(text), any = true) {
    const auto count = take_count(text);
    skip_blanks(text);
    const std::string word = take_word(text);
    const Unit* unit = unit_of(word);
    const bool ends_alone = word.empty() && text.empty() && alone > seconds(0);
    if (!count || (unit == nullptr && !ends_alone) || (unit != nullptr && unit->length >= last)) return std::nullopt;
    span += *count * (unit != nullptr ? unit->length : alone);
    if (unit == nullptr) continue;
    last = unit->length;
    alone = unit->smaller;
  }
  return any ? std::optional(span) : std::nullopt;
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
  const auto words = parse_words(*value.text());
  return words ? with_one_meaning(at_most(*words)) : std::nullopt;
}

std::optional<seconds> parse_span(std::string_view text) {
  const bool clock = std::count(text.begin(), text.end(), ':') == 1;
  const auto parts = clock ? parse_duration(text) : std::nullopt;
  const auto span = clock ? (parts ? std::optional(parts->span) : std::nullopt) : parse_words(text);
  return span && *span > seconds(0) && *span <= kLongestSpan ? span : std::nullopt;
}

}  // namespace placard
