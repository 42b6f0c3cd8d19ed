// SPDX-License-Identifier: MIT
#include "schedule/formats/reading/session_times.hpp"

#include <fmt/format.h>

#include "base/time/duration.hpp"

namespace placard {
namespace {

constexpr std::size_t kMaxTimeBytes = 64;
constexpr std::chrono::hours kLongestOvernight{16};
constexpr const char* kUntilMended =
    "Until it is mended, the session counts until the next one in its room, an hour at the most.";

std::string offset_text(seconds offset) {
  return format_rfc3339(LocalTime{}, offset).substr(19);
}

// The zone a feed declares, else the venue's, must be the one it writes; times in UTC say nothing about it.
void compare_with_zone(FeedReading& reading, json::ObjectReader& object, std::string_view key, Instant instant,
                       seconds offset) {
  const auto& zone = reading.declared ? reading.declared : reading.options.zone;
  if (!reading.zone_doubt.empty() || !zone || offset == seconds(0) || zone->offset(instant) == offset) return;
  const json::Value* value = object.any(key);
  if (value == nullptr) return;
  const std::string edition = zone->edition().empty() ? "" : fmt::format(" (edition {})", zone->edition());
  reading.problems.push_back(reading.document.problem_at(
      value->offset, Severity::warning,
      fmt::format("\"{}\" is written with another offset, {}, than {} has then, {}, by this device's tzdata{}.",
                  object.path_of(key), offset_text(offset), zone->name(), offset_text(zone->offset(instant)), edition),
      "The offset counts. Update the package tzdata if the zone's clocks were changed lately; else set \"time_zone\" "
      "in "
      "the config to the venue's."));
  reading.zone_doubt = to_sentence(reading.problems.back());
}

std::optional<WrittenTime> read_written(json::ObjectReader& object, std::string_view key) {
  const auto text = object.raw_text(key, kMaxTimeBytes);
  if (!text || text->find_first_not_of(' ') == std::string::npos) return std::nullopt;
  const auto written = parse_time(*text);
  if (!written) {
    object.complain(key, fmt::format("\"{}\" is not a date and time.", object.path_of(key)),
                    "Write it like 2025-11-04T13:00:00-08:00.");
  }
  return written;
}

std::optional<Instant> instant_of(FeedReading& reading, json::ObjectReader& object, std::string_view key,
                                  const WrittenTime& written) {
  if (!written.offset) return local_instant(reading, object, key, written.local);
  auto& known = reading.schedule.utc_offset;
  if (!known || *known == seconds(0)) known = written.offset;
  const Instant instant = TimeZone::fixed(*written.offset).instant(written);
  compare_with_zone(reading, object, key, instant, *written.offset);
  return instant;
}

bool same_date(LocalTime a, LocalTime b) {
  return std::chrono::floor<std::chrono::days>(a) == std::chrono::floor<std::chrono::days>(b);
}

// By the clock it is written with, or by the venue's: feeds in UTC were made from times of the venue.
bool on_start_date(const FeedReading& reading, const WrittenTime& end, Instant instant, Instant start) {
  const auto& zone = reading.zone;
  if (zone && same_date(zone->local(instant), zone->local(start))) return true;
  return end.offset && same_date(end.local, LocalTime((start + *end.offset).time_since_epoch()));
}

// 20:00 to 02:00 with one date, as sheets of times have it.
std::optional<Instant> next_day_end(FeedReading& reading, const SessionObject& object, std::string_view key,
                                    const WrittenTime& written, const Session& session) {
  if (!on_start_date(reading, written, *session.end, session.start)) return std::nullopt;
  const WrittenTime next_day{written.local + std::chrono::days(1), written.offset};
  const auto end = instant_of(reading, object.details, key, next_day);
  return end && *end - session.start <= kLongestOvernight ? end : std::nullopt;
}

void complain_of_end(const SessionObject& object, std::string_view key, bool next_day) {
  const std::string path = object.details.path_of(key);
  if (next_day) {
    object.details.complain(key, fmt::format("\"{}\" is earlier in the day than the start, on the same date.", path),
                            "It is read as the next day's; write that day's date.");
  } else {
    object.details.complain(key, fmt::format("\"{}\" is not after the session's start.", path), kUntilMended);
  }
}

}  // namespace

std::optional<Instant> local_instant(FeedReading& reading, json::ObjectReader& object, std::string_view key,
                                     LocalTime local) {
  if (!reading.zone) {
    object.complain(key, fmt::format("\"{}\" has no offset from UTC, and no time zone is known.", object.path_of(key)),
                    "Set \"time_zone\" in the config, to the venue's.");
    return std::nullopt;
  }
  const LocatedTime located = reading.zone->locate(local);
  const json::Value* value = object.any(key);
  if (located.kind != LocalTimeKind::unique && !reading.told_of_clock_change && value != nullptr) {
    reading.told_of_clock_change = true;
    const bool skipped = located.kind == LocalTimeKind::skipped;
    reading.problems.push_back(reading.document.problem_at(
        value->offset, Severity::warning,
        fmt::format("\"{}\" falls in the hour that the clocks {}.", object.path_of(key), skipped ? "skip" : "repeat"),
        skipped ? "It is read an hour later." : "The first of the two is taken."));
  }
  return located.instant;
}

std::optional<Instant> read_instant(FeedReading& reading, json::ObjectReader& object, std::string_view key) {
  const auto written = read_written(object, key);
  return written ? instant_of(reading, object, key, *written) : std::nullopt;
}

void read_start(FeedReading& reading, json::ObjectReader& object, std::string_view key, Session& session) {
  const auto start = read_instant(reading, object, key);
  if (!start && !object.failed()) {
    object.complain(key, fmt::format("\"{}\" is missing.", object.path_of(key)), "Say when the session starts.");
  }
  session.start = start.value_or(Instant{});
}

namespace {

// ISO 8601 had it until 2019, and people mean it.
void complain_of_24_hours(const SessionObject& object, std::string_view key) {
  const json::Value* value = json::find(object.value, key);
  const std::string* text = value != nullptr ? value->text() : nullptr;
  if (text == nullptr || text->size() < 13 || text->compare(11, 2, "24") != 0) return;
  object.details.complain(key, fmt::format("\"{}\" is at 24:00.", object.details.path_of(key)),
                          "It is read as midnight; write it as 00:00 of the next day.");
}

}  // namespace

void read_end(FeedReading& reading, const SessionObject& object, std::string_view key, Session& session) {
  const auto written = read_written(object.details, key);
  if (!written) return;
  complain_of_24_hours(object, key);
  session.end = instant_of(reading, object.details, key, *written);
  if (object.needed.failed() || !session.end || *session.end > session.start) return;
  const auto next_day =
      *session.end < session.start ? next_day_end(reading, object, key, *written, session) : std::nullopt;
  if (next_day) session.end = next_day;
  complain_of_end(object, key, next_day.has_value());
}

void read_end_or_duration(FeedReading& reading, const SessionObject& object, Session& session) {
  if (json::find(object.value, "end") != nullptr) read_end(reading, object, "end", session);
  const json::Value* value = json::find(object.value, "duration");
  if (session.end || object.needed.failed() || is_blank(value)) return;
  const auto length = read_duration(*value);
  if (!length) {
    object.details.complain("duration", fmt::format("\"{}\" is not a duration.", object.details.path_of("duration")),
                            fmt::format("Write it like 01:30. {}", kUntilMended));
    return;
  }
  session.end = session.start + length->span;
  reading.lengths.add(reading.schedule.sessions.size(), *length);
}

}  // namespace placard
