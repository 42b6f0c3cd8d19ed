// SPDX-License-Identifier: MIT
#include "view/time_text.hpp"

#include <fmt/format.h>

#include <array>

#include "base/time/day_start.hpp"

namespace placard {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

constexpr std::array<const char*, 7> kWeekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                  "Thursday", "Friday", "Saturday"};
constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::chrono::local_days local_day(const TimeStyle& style, Instant instant) {
  return std::chrono::floor<days>(style.zone.local(instant));
}

std::string weekday(std::chrono::local_days day) {
  return kWeekdays[std::chrono::weekday(day).c_encoding()];
}

// Without AM or PM.
std::string bare_time(const TimeStyle& style, Instant instant) {
  const LocalTime local = style.zone.local(instant);
  const std::chrono::hh_mm_ss time{local - std::chrono::floor<days>(local)};
  if (!style.twelve_hours) return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
  return fmt::format("{}:{:02}", std::chrono::make12(time.hours()).count(), time.minutes().count());
}

std::string half_of_day(const TimeStyle& style, Instant instant) {
  if (!style.twelve_hours) return "";
  const LocalTime local = style.zone.local(instant);
  return std::chrono::is_am(std::chrono::floor<std::chrono::hours>(local - std::chrono::floor<days>(local))) ? " AM"
                                                                                                             : " PM";
}

std::string date_of(const TimeStyle& style, std::chrono::local_days day) {
  const std::chrono::year_month_day date{day};
  const char* month = kMonths[unsigned(date.month()) - 1];
  if (style.twelve_hours) return fmt::format("{:.3}, {} {}", weekday(day), month, unsigned(date.day()));
  return fmt::format("{:.3} {} {}", weekday(day), unsigned(date.day()), month);
}

// A party "11:00 PM – 1:00 AM" needs no day: it ends on the day it began, as people count them.
bool end_needs_day(const TimeStyle& style, Instant start, Instant end) {
  return local_day(style, end) > local_day(style, start) && end > day_start(style.zone, start, 1);
}

// "Tuesday", and of the hours after its midnight "Tuesday night".
std::string weekday_as_counted(const TimeStyle& style, Instant instant) {
  const std::string name = weekday(local_day(style, day_start(style.zone, instant, 0)));
  return is_after_midnight(style.zone, instant) ? name + " night" : name;
}

// Said after midnight "tomorrow" may be taken for either day: there the weekday is said.
std::string next_day_word(const TimeStyle& style, Instant instant, const TrackedInstant& now) {
  if (now.reached(style.zone.midnight(day_start(style.zone, instant, 0), 0))) return weekday_as_counted(style, instant);
  return is_after_midnight(style.zone, instant) ? "Tomorrow night" : "Tomorrow";
}

std::string same_day_word(const TimeStyle& style, Instant instant, const TrackedInstant& now) {
  const Instant midnight = midnight_after(style.zone, instant);
  return instant < midnight || now.reached(midnight) ? "" : "Tonight";
}

// "Yesterday" may be taken for either day after midnight too.
std::string last_day_word(const TimeStyle& style, Instant instant, const TrackedInstant& now) {
  if (now.reached(midnight_after(style.zone, day_start(style.zone, instant, 1)))) return date_text(style, instant);
  return is_after_midnight(style.zone, instant) ? "last night" : "yesterday";
}

}  // namespace

std::string time_of_day(const TimeStyle& style, Instant instant) {
  return bare_time(style, instant) + half_of_day(style, instant);
}

std::string time_range(const TimeStyle& style, Instant start, Instant end) {
  if (end_needs_day(style, start, end)) {
    const bool far = local_day(style, end) - local_day(style, start) >= days(7);
    const std::string day = far ? date_of(style, local_day(style, end)) : weekday(local_day(style, end)).substr(0, 3);
    return fmt::format("{} – {} {}", time_of_day(style, start), day, time_of_day(style, end));
  }
  const bool same_half = half_of_day(style, start) == half_of_day(style, end) && end - start < 12h;
  return fmt::format("{} – {}", same_half ? bare_time(style, start) : time_of_day(style, start),
                     time_of_day(style, end));
}

std::string day_word(const TimeStyle& style, Instant instant, const TrackedInstant& now) {
  const auto reached = [&](int days_from_it) { return now.reached(day_start(style.zone, instant, days_from_it)); };
  if (!reached(-6)) return date_text(style, instant);
  if (!reached(-1)) return weekday_as_counted(style, instant);
  if (!reached(0)) return next_day_word(style, instant, now);
  if (!reached(1)) return same_day_word(style, instant, now);
  return reached(2) ? date_text(style, instant) : last_day_word(style, instant, now);
}

std::string day_and_time(const TimeStyle& style, Instant instant, const TrackedInstant& now) {
  const std::string day = day_word(style, instant, now);
  return (day.empty() ? "" : day + " ") + time_of_day(style, instant);
}

std::string within_sentence(std::string text) {
  if (text.starts_with("Tomorrow") || text.starts_with("Tonight")) text.front() = 't';
  return text;
}

bool is_past_midnight(const TimeStyle& style, const TrackedInstant& now) {
  const Instant day = now.untracked();  // which day it is holds until the next one starts
  return now.is_within(midnight_after(style.zone, day), day_start(style.zone, day, 1));
}

std::string date_text(const TimeStyle& style, Instant instant) {
  return date_of(style, local_day(style, instant));
}

long minutes_up(seconds span) {
  return std::chrono::ceil<std::chrono::minutes>(span).count();
}

std::string time_left(seconds left) {
  if (left > 24h || left <= 0s) return "";
  const long minutes = minutes_up(left);
  if (minutes < 60) return fmt::format("{} min left", minutes);
  if (minutes % 60 == 0) return fmt::format("{} h left", minutes / 60);
  return fmt::format("{} h {:02} min left", minutes / 60, minutes % 60);
}

std::string time_until(seconds ahead) {
  if (ahead > 60min || ahead <= 0s) return "";
  return fmt::format("in {} min", minutes_up(ahead));
}

}  // namespace placard
