// SPDX-License-Identifier: MIT
#include "commands/staff/typed_time.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/clean.hpp"
#include "base/text/fold.hpp"
#include "base/time/clock_time.hpp"
#include "base/time/duration.hpp"

namespace placard {
namespace {

constexpr std::chrono::hours kNightIsOver{7};
constexpr const char* kFourInTheMorning = "04:00";

HourReckoning reckoning_of(const StaffFile& file) {
  return {file.zone, file.settings.twelve_hours};
}

// An instant that no clock is needed for: nothing for a time of day.
std::optional<Instant> counted_from_now(const StaffFile& file, const std::string& text) {
  const std::string folded = fold_name(text);
  if (folded == "now") return file.now;
  if (!folded.starts_with("in ")) return std::nullopt;
  const auto span = parse_span(std::string_view(folded).substr(3));
  return span ? std::optional(file.now + *span) : std::nullopt;
}

std::optional<Instant> whole_time(const StaffFile& file, const std::string& text) {
  if (const auto written = parse_time(text)) return file.zone.instant(*written);
  return counted_from_now(file, text);
}

bool at_night(const StaffFile& file, Instant instant) {
  const LocalTime local = file.zone.local(instant);
  return local - std::chrono::floor<std::chrono::days>(local) < kNightIsOver;
}

}  // namespace

bool is_local_time(const std::string& text) {
  const auto written = parse_time(text);
  const std::string folded = fold_name(text);
  return !text.empty() && !(written && written->offset) && folded != "now" && !folded.starts_with("in ");
}

std::optional<Instant> typed_after(const StaffFile& file, const std::string& text, Instant after) {
  if (const auto whole = whole_time(file, text)) return whole;
  const auto clock = parse_clock_time(text);
  return clock ? std::optional(reading_after(reckoning_of(file), *clock, after, file.now)) : std::nullopt;
}

std::vector<Instant> typed_on(const StaffFile& file, const std::string& text, Instant day) {
  if (const auto whole = whole_time(file, text)) return {*whole};
  const auto clock = parse_clock_time(text);
  return clock ? readings_on(reckoning_of(file), *clock, day, file.now) : std::vector<Instant>{};
}

std::optional<Instant> typed_near(const StaffFile& file, const std::string& text, Instant near) {
  auto readings = typed_on(file, text, near);
  if (readings.empty()) return std::nullopt;
  if (readings.size() > 1 && !at_night(file, near)) {
    std::erase_if(readings, [&file](Instant one) { return at_night(file, one); });
  }
  return *std::min_element(readings.begin(), readings.end(), [near](Instant a, Instant b) {
    return std::chrono::abs(a - near) < std::chrono::abs(b - near);
  });
}

Instant night_after(const StaffFile& file, Instant instant) {
  return typed_after(file, kFourInTheMorning, instant).value_or(instant);
}

Error not_a_time(const std::string& option, const std::string& text) {
  return {fmt::format("{} {} is not a time. Write 15:30, 3:30 PM, \"in 20 min\" or 2025-11-04T15:30.", option,
                      clean_line(text, 40))};
}

}  // namespace placard
