// SPDX-License-Identifier: MIT
#include "agenda2feed/start_line.hpp"

namespace placard::agenda {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void skip_spaces(std::string_view& rest) {
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
}

bool take(std::string_view& rest, std::string_view word) {
  if (!rest.starts_with(word)) return false;
  rest.remove_prefix(word.size());
  return true;
}

std::optional<int> take_number(std::string_view& rest, std::size_t most_digits) {
  int value = 0;
  std::size_t digits = 0;
  for (; digits < most_digits && digits < rest.size() && is_digit(rest[digits]); ++digits) {
    value = value * 10 + (rest[digits] - '0');
  }
  if (digits == 0) return std::nullopt;
  rest.remove_prefix(digits);
  return value;
}

// "01:30 PM". Twelve o'clock is the hour before one, so 12 counts as 0 in both halves of the day.
std::optional<std::chrono::minutes> take_clock(std::string_view& rest) {
  const std::optional<int> hour = take_number(rest, 2);
  if (!hour || *hour < 1 || *hour > 12 || !take(rest, ":")) return std::nullopt;
  const std::size_t before = rest.size();
  const std::optional<int> minute = take_number(rest, 2);
  if (!minute || *minute > 59 || before - rest.size() != 2) return std::nullopt;
  skip_spaces(rest);
  const bool afternoon = take(rest, "PM");
  if (!afternoon && !take(rest, "AM")) return std::nullopt;
  return std::chrono::hours(*hour % 12 + (afternoon ? 12 : 0)) + std::chrono::minutes(*minute);
}

bool take_dash(std::string_view& rest) {
  return take(rest, "-") || take(rest, "\u2013") || take(rest, "\u2014");
}

}  // namespace

std::optional<StartLine> read_start_line(std::string_view line) {
  StartLine result;
  result.glued = take(line, kReadMore);
  skip_spaces(line);
  const auto start = take_clock(line);
  skip_spaces(line);
  if (!start || !take_dash(line)) return std::nullopt;
  skip_spaces(line);
  const auto end = take_clock(line);
  if (!end) return std::nullopt;
  skip_spaces(line);
  result.start = *start;
  result.end = *end;
  result.room = line;
  return result;
}

bool opens_with_time(std::string_view line) {
  take(line, kReadMore);
  skip_spaces(line);
  return take_number(line, 2) && take(line, ":") && take_number(line, 2);
}

}  // namespace placard::agenda
