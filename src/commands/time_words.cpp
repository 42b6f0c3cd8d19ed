// SPDX-License-Identifier: MIT
#include "commands/time_words.hpp"

#include <fmt/format.h>

namespace placard {
namespace {

std::string day_of(const TimeStyle& style, Instant instant, Instant now) {
  const auto date = [&style](Instant of) { return std::chrono::floor<std::chrono::days>(style.zone.local(of)); };
  const auto ahead = (date(instant) - date(now)).count();
  if (ahead == 0) return "today";
  if (ahead == 1) return "tomorrow";
  return ahead == -1 ? "yesterday" : "on " + date_text(style, instant);
}

}  // namespace

std::string time_and_date(const TimeStyle& style, Instant instant) {
  return fmt::format("{} on {}", time_of_day(style, instant), date_text(style, instant));
}

std::string time_and_day(const TimeStyle& style, Instant instant, Instant now) {
  return time_of_day(style, instant) + " " + day_of(style, instant, now);
}

std::string from_until(const TimeStyle& style, Instant from, Instant until, Instant now) {
  const bool one_day = day_of(style, from, now) == day_of(style, until, now);
  return fmt::format("from {} until {}", one_day ? time_of_day(style, from) : time_and_day(style, from, now),
                     time_and_day(style, until, now));
}

}  // namespace placard
