// SPDX-License-Identifier: MIT
#include "base/time/time.hpp"

#include <fmt/format.h>

namespace placard {
namespace {

using namespace std::chrono_literals;

// Takes characters from the front of a text; once something does not fit, `good` stays false.
struct Cursor {
  std::string_view rest;
  bool good = true;

  int digits(std::size_t count) {
    int value = 0;
    if (rest.size() < count) good = false;
    for (std::size_t i = 0; good && i < count; ++i) {
      if (rest[i] < '0' || rest[i] > '9') good = false;
      value = value * 10 + (rest[i] - '0');
    }
    if (good) rest.remove_prefix(count);
    return good ? value : 0;
  }

  bool skip_any_of(std::string_view characters) {
    if (rest.empty() || characters.find(rest.front()) == std::string_view::npos) return false;
    rest.remove_prefix(1);
    return true;
  }

  void need(std::string_view characters) {
    if (!skip_any_of(characters)) good = false;
  }
};

void skip_fraction(Cursor& cursor) {
  if (!cursor.skip_any_of(".,")) return;
  cursor.digits(1);
  while (cursor.skip_any_of("0123456789")) {
  }
}

seconds read_time_of_day(Cursor& cursor) {
  const int hour = cursor.digits(2);
  cursor.need(":");
  const int minute = cursor.digits(2);
  int second = 0;
  if (cursor.skip_any_of(":")) {
    second = cursor.digits(2);
    skip_fraction(cursor);
  }
  const bool end_of_day = hour == 24 && minute == 0 && second == 0;
  if ((hour > 23 && !end_of_day) || minute > 59 || second > 60) cursor.good = false;
  return std::chrono::hours(hour) + std::chrono::minutes(minute) + seconds(std::min(second, 59));
}

std::optional<seconds> read_offset(Cursor& cursor) {
  if (cursor.rest.empty()) return std::nullopt;
  if (cursor.skip_any_of("Zz")) return 0s;
  const bool west = cursor.rest.front() == '-';
  cursor.need("+-");
  const int hours = cursor.digits(2);
  cursor.skip_any_of(":");
  const int minutes = cursor.digits(2);
  const seconds offset = std::chrono::hours(hours) + std::chrono::minutes(minutes);
  if (minutes > 59 || offset > 14h) cursor.good = false;
  return west ? -offset : offset;
}

}  // namespace

std::optional<WrittenTime> parse_time(std::string_view text) {
  Cursor cursor{text};
  const int year = cursor.digits(4);
  cursor.need("-");
  const int month = cursor.digits(2);
  cursor.need("-");
  const int day = cursor.digits(2);
  cursor.need("Tt ");
  const seconds time_of_day = read_time_of_day(cursor);
  const auto offset = read_offset(cursor);
  if (!cursor.good || !cursor.rest.empty() || year < 2000 || year > 2199) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return WrittenTime{std::chrono::local_days(date) + time_of_day, offset};
}

std::string format_rfc3339(LocalTime local, seconds offset) {
  const auto midnight = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date{midnight};
  const std::chrono::hh_mm_ss time{local - midnight};
  const std::chrono::hh_mm_ss shift{offset};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", int(date.year()), unsigned(date.month()),
                     unsigned(date.day()), time.hours().count(), time.minutes().count(), time.seconds().count(),
                     shift.is_negative() ? '-' : '+', shift.hours().count(), shift.minutes().count());
}

std::optional<seconds> parse_time_of_day(std::string_view text) {
  Cursor cursor{text};
  const auto colon = text.find(':');
  const int hour = cursor.digits(colon == 1 ? 1 : 2);
  cursor.need(":");
  const int minute = cursor.digits(2);
  if (!cursor.good || !cursor.rest.empty() || hour > 23 || minute > 59) return std::nullopt;
  return std::chrono::hours(hour) + std::chrono::minutes(minute);
}

}  // namespace placard
