// SPDX-License-Identifier: MIT
#include "base/time/posix_zone.hpp"

#include <algorithm>
#include <array>

namespace placard {
namespace {

using std::chrono::sys_days;

constexpr std::size_t kMostBytes = 128;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Takes what it reads off the front of the text.
class Reading {
 public:
  explicit Reading(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  bool at(char c) const { return !rest_.empty() && rest_.front() == c; }

  bool take(char c) {
    if (!at(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // "PST", "<+05>".
  bool name() {
    const bool quoted = take('<');
    const auto belongs = [quoted](char c) { return is_letter(c) || (quoted && (is_digit(c) || c == '+' || c == '-')); };
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), belongs);
    const auto length = static_cast<std::size_t>(end - rest_.begin());
    rest_.remove_prefix(length);
    return length >= 3 && (!quoted || take('>'));
  }

  // At most `most`, of at most three digits.
  std::optional<unsigned> number(unsigned most) {
    unsigned value = 0;
    std::size_t digits = 0;
    for (; digits < 3 && digits < rest_.size() && is_digit(rest_[digits]); ++digits) {
      value = value * 10 + static_cast<unsigned>(rest_[digits] - '0');
    }
    rest_.remove_prefix(digits);
    return digits == 0 || value > most ? std::nullopt : std::optional(value);
  }

  // "8", "-5:30", "+1:02:03".
  std::optional<seconds> span(unsigned most_hours) {
    const bool negative = take('-');
    if (!negative) take('+');
    const auto hours = number(most_hours);
    const auto minutes = take(':') ? number(59) : 0;
    const auto secs = minutes && take(':') ? number(59) : 0;
    if (!hours || !minutes || !secs) return std::nullopt;
    const seconds span(std::int64_t{*hours} * 3600 + *minutes * 60 + *secs);
    return negative ? -span : span;
  }

 private:
  std::string_view rest_;
};

std::optional<YearlyChange> read_day(Reading& reading) {
  YearlyChange change;
  std::optional<unsigned> day, week = 0, month = 0;
  if (reading.take('M')) {
    month = reading.number(12);
    week = reading.take('.') ? reading.number(5) : std::nullopt;
    day = reading.take('.') ? reading.number(6) : std::nullopt;
    if (month == 0U || week == 0U) return std::nullopt;
  } else {
    change.kind = reading.take('J') ? YearlyChange::Day::julian : YearlyChange::Day::zero;
    day = reading.number(365);
    if (change.kind == YearlyChange::Day::julian && day == 0U) return std::nullopt;
  }
  if (!day || !week || !month) return std::nullopt;
  change.day = *day;
  change.week = *week;
  change.month = *month;
  return change;
}

std::optional<YearlyChange> read_change(Reading& reading) {
  if (!reading.take(',')) return std::nullopt;
  auto change = read_day(reading);
  if (!change || !reading.take('/')) return change;
  const auto time = reading.span(167);
  if (!time) return std::nullopt;
  change->time = *time;
  return change;
}

// POSIX counts offsets westward.
std::optional<seconds> read_offset(Reading& reading) {
  const auto west = reading.span(24);
  return west ? std::optional(-*west) : std::nullopt;
}

std::optional<PosixZone::Daylight> read_daylight(Reading& reading, seconds standard) {
  if (!reading.name()) return std::nullopt;
  const auto offset = reading.at(',') ? standard + std::chrono::hours(1) : read_offset(reading);
  const auto begin = offset ? read_change(reading) : std::nullopt;
  const auto end = begin ? read_change(reading) : std::nullopt;
  if (!end) return std::nullopt;
  return PosixZone::Daylight{*offset, *begin, *end};
}

sys_days day_in(const YearlyChange& change, std::chrono::year year) {
  using namespace std::chrono;
  const sys_days first = year / January / 1;
  if (change.kind == YearlyChange::Day::zero) return first + days(change.day);
  if (change.kind == YearlyChange::Day::julian) {
    return first + days(change.day - 1 + (year.is_leap() && change.day >= 60 ? 1 : 0));
  }
  const auto in_month = year / month(change.month);
  if (change.week == 5) return in_month / weekday(change.day)[last];
  return in_month / weekday(change.day)[change.week];
}

// One year of a rule: summer time from begin to end or, south of the equator, all but from end to begin.
struct Season {
  Instant begin, end;

  bool is_summer(Instant at) const { return begin <= at && at < end; }
  bool is_winter(Instant at) const { return end <= at && at < begin; }
};

}  // namespace

std::optional<PosixZone> parse_posix_zone(std::string_view text) {
  if (text.size() > kMostBytes) return std::nullopt;
  Reading reading(text);
  PosixZone zone;
  const auto standard = reading.name() ? read_offset(reading) : std::nullopt;
  if (!standard) return std::nullopt;
  zone.standard = *standard;
  if (reading.at_end()) return zone;
  zone.daylight = read_daylight(reading, zone.standard);
  return zone.daylight && reading.at_end() ? std::optional(zone) : std::nullopt;
}

OffsetUntil offset_at(const PosixZone& zone, Instant instant) {
  using namespace std::chrono;
  if (!zone.daylight) return {zone.standard, Instant::max()};
  const year_month_day today(floor<days>(instant + zone.standard));
  std::array<Season, 3> seasons;
  OffsetUntil found{zone.standard, sys_days((today.year() + years(2)) / January / 1)};
  bool summer = false, winter = false, southern = false;
  for (std::size_t i = 0; i < seasons.size(); ++i) {
    const year year = today.year() + years(static_cast<int>(i) - 1);
    const Season season{day_in(zone.daylight->begin, year) + zone.daylight->begin.time - zone.standard,
                        day_in(zone.daylight->end, year) + zone.daylight->end.time - zone.daylight->offset};
    southern = southern || season.end < season.begin;
    summer = summer || season.is_summer(instant);
    winter = winter || season.is_winter(instant);
    for (const Instant change : {season.begin, season.end}) {
      if (change > instant) found.until = std::min(found.until, change);
    }
  }
  if (southern ? !winter : summer) found.offset = zone.daylight->offset;
  return found;
}

}  // namespace placard
