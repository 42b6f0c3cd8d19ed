// SPDX-License-Identifier: MIT
#include "base/time/clock_time.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace placard {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr hours kHalfDay{12};
constexpr hours kDay{24};
constexpr std::size_t kLongest = 40;  // bytes of such a text
constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};

// In small letters, with plain blanks, none at the ends.
std::string simplified(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const bool wide = rest.starts_with("\u202f") || rest.starts_with("\u2009");
    const bool fixed = rest.starts_with("\u00a0");
    if (wide || fixed) {
      i += wide ? 2 : 1;
      out += ' ';
    } else {
      const char c = text[i];
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '\t' ? ' ' : c;
    }
  }
  return out;
}

void trim(std::string_view& text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == ',')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.remove_suffix(1);
}

bool drop_end(std::string_view& text, std::string_view end) {
  if (!text.ends_with(end)) return false;
  text.remove_suffix(end.size());
  trim(text);
  return true;
}

bool is_end_of_word(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == ',';
}

// Takes a word from the front or the back of the text, with what parts it from the rest.
bool drop_word(std::string_view& text, std::string_view word) {
  if (text.starts_with(word) && is_end_of_word(text, word.size())) {
    text.remove_prefix(word.size());
  } else if (text.size() > word.size() && text.ends_with(word) && is_end_of_word(text, text.size() - word.size() - 1)) {
    text.remove_suffix(word.size());
  } else {
    return false;
  }
  trim(text);
  return true;
}

void read_day(std::string_view& text, ClockTime& clock) {
  if (drop_word(text, "tonight")) return;
  if (drop_word(text, "today"))
    clock.days = 0;
  else if (drop_word(text, "tomorrow"))
    clock.days = 1;
  else if (drop_word(text, "yesterday"))
    clock.days = -1;
  for (unsigned day = 0; day < kWeekdays.size() && !clock.days && !clock.weekday; ++day) {
    const std::string_view name = kWeekdays[day];
    if (drop_word(text, name) || drop_word(text, name.substr(0, 3))) clock.weekday = std::chrono::weekday(day);
  }
  drop_word(text, clock.weekday ? "on" : "at");
  drop_word(text, "at");
}

enum class Half { unsaid, am, pm };

Half read_half(std::string_view& text) {
  for (const std::string_view end : {"a.m.", "am", "a"}) {
    if (drop_end(text, end)) return Half::am;
  }
  for (const std::string_view end : {"p.m.", "pm", "p"}) {
    if (drop_end(text, end)) return Half::pm;
  }
  return Half::unsaid;
}

std::optional<int> number(std::string_view digits) {
  if (digits.empty() || digits.size() > 2) return std::nullopt;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

struct Digits {
  std::string_view hour;
  std::string_view minute;  // "" for none
  std::string_view second;
};

Digits split(std::string_view text) {
  const auto mark = text.find_first_of(":.h");
  if (mark == std::string_view::npos) {
    const std::size_t hour = text.size() < 3 ? text.size() : text.size() - 2;
    return {text.substr(0, hour), text.substr(hour), ""};
  }
  const auto second = text[mark] == ':' ? text.find(':', mark + 1) : std::string_view::npos;
  return {text.substr(0, mark), text.substr(mark + 1, second == std::string_view::npos ? second : second - mark - 1),
          second == std::string_view::npos ? "" : text.substr(second + 1)};
}

// The hour of the day; nothing: a clock shows no such hour.
std::optional<int> hour_of_day(int hour, Half half) {
  if (half == Half::unsaid) return hour;
  if (half == Half::am) return hour <= 12 ? std::optional(hour % 12) : std::nullopt;
  if (hour == 0 || hour > 23) return std::nullopt;
  return hour < 12 ? hour + 12 : hour;
}

std::optional<seconds> time_of(const Digits& digits, Half half) {
  const auto hour = number(digits.hour);
  const auto minute = digits.minute.empty() ? std::optional(0) : number(digits.minute);
  const auto second = digits.second.empty() ? std::optional(0) : number(digits.second);
  if (!hour || !minute || !second || digits.minute.size() == 1 || digits.second.size() == 1) return std::nullopt;
  const auto of_day = hour_of_day(*hour, half);
  if (!of_day || *minute > 59 || *second > 59) return std::nullopt;
  const seconds time = hours(*of_day) + minutes(*minute) + seconds(*second);
  return time <= kDay ? std::optional(time) : std::nullopt;
}

std::optional<ClockTime> read_time(std::string_view text, ClockTime clock) {
  if (text == "noon" || text == "midnight") {
    clock.time = text == "noon" ? kHalfDay : kDay;
    return clock;
  }
  const Half half = read_half(text);
  const bool of_24 = drop_end(text, "uhr") || drop_end(text, "h");
  const Digits digits = split(text);
  const bool bare_hour = digits.minute.empty();
  const bool cut = !text.empty() && (text.back() < '0' || text.back() > '9');
  if (cut || (bare_hour && half == Half::unsaid && !of_24) || (of_24 && half != Half::unsaid)) return std::nullopt;
  const auto time = time_of(digits, half);
  if (!time) return std::nullopt;
  clock.time = *time;
  clock.either_half =
      half == Half::unsaid && !of_24 && digits.hour.front() != '0' && *time >= hours(1) && *time < kHalfDay + hours(1);
  return clock;
}

int days_to(const HourReckoning& reckoning, const ClockTime& clock, Instant now) {
  if (clock.days) return *clock.days;
  const std::chrono::weekday today{std::chrono::floor<std::chrono::days>(reckoning.zone.local(now))};
  return static_cast<int>((*clock.weekday - today).count());
}

std::vector<Instant> on_date(const HourReckoning& reckoning, const ClockTime& clock, std::chrono::local_days date) {
  std::vector<Instant> out = {reckoning.zone.locate(date + clock.time).instant};
  if (clock.either_half && reckoning.twelve_hours) {
    const seconds other = clock.time < kHalfDay ? clock.time + kHalfDay : clock.time - kHalfDay;
    out.push_back(reckoning.zone.locate(date + other).instant);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::chrono::local_days date_of(const HourReckoning& reckoning, Instant day) {
  return std::chrono::floor<std::chrono::days>(reckoning.zone.local(day));
}

}  // namespace

std::optional<ClockTime> parse_clock_time(std::string_view text) {
  if (text.size() > kLongest) return std::nullopt;
  const std::string simple = simplified(text);
  std::string_view rest = simple;
  trim(rest);
  ClockTime clock;
  read_day(rest, clock);
  return rest.empty() ? std::nullopt : read_time(rest, clock);
}

std::vector<Instant> readings_on(const HourReckoning& hours, const ClockTime& clock, Instant day, Instant now) {
  const bool named = clock.days || clock.weekday;
  const auto date = named ? date_of(hours, now) + std::chrono::days(days_to(hours, clock, now)) : date_of(hours, day);
  return on_date(hours, clock, date);
}

Instant reading_after(const HourReckoning& hours, const ClockTime& clock, Instant after, Instant now) {
  std::vector<Instant> readings = readings_on(hours, clock, after, now);
  if (!clock.days && !clock.weekday) {
    const auto next = on_date(hours, clock, date_of(hours, after) + std::chrono::days(1));
    readings.insert(readings.end(), next.begin(), next.end());
  }
  const auto first = std::find_if(readings.begin(), readings.end(), [after](Instant one) { return one > after; });
  return first == readings.end() ? readings.back() : *first;
}

}  // namespace placard
