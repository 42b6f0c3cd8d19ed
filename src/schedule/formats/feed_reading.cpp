// SPDX-License-Identifier: MIT
#include "schedule/formats/feed_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text/clean.hpp"
#include "base/text/fold.hpp"
#include "base/time/duration.hpp"

namespace placard {
namespace {

constexpr std::size_t kMaxIdBytes = 256;

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

std::optional<std::string> in_language(const FeedReading& reading, const json::Object& texts) {
  const json::Member* best = nullptr;
  int best_rank = 3;
  for (const json::Member& member : texts) {
    if (member.value.text() == nullptr || clean_line(*member.value.text()).empty()) continue;
    const int rank = member.key == reading.options.language ? 0 : member.key == "en" ? 1 : 2;
    if (rank < best_rank) best = &member;
    best_rank = std::min(rank, best_rank);
  }
  return best == nullptr ? std::nullopt : std::optional(clean_line(*best->value.text()));
}

}  // namespace

FeedReading::FeedReading(const json::Document& read, const ReadOptions& asked)
    : document(read), options(asked), rooms(schedule), zone(asked.zone) {}

void read_session_list(FeedReading& reading, const json::Value& list, const std::string& path,
                       const ReadSession& read) {
  if (list.array() == nullptr) return;
  for (std::size_t i = 0; i < list.array()->size(); ++i) {
    const json::Value& value = (*list.array())[i];
    const std::string here = fmt::format("{}[{}]", path, i);
    json::ObjectReader needed(reading.document, value, here, Severity::error, reading.problems);
    json::ObjectReader details(reading.document, value, here, Severity::warning, reading.problems);
    ++reading.listed;
    Session session;
    SessionOutcome outcome = SessionOutcome::good;
    if (value.object() == nullptr) {
      needed.complain_at(value, fmt::format("\"{}\" is {} where an object belongs.", here, json::kind_name(value)));
    } else {
      outcome = read({value, needed, details}, session);
    }
    if (outcome == SessionOutcome::left_out) continue;
    if (needed.failed()) {
      ++reading.skipped;
    } else {
      reading.schedule.sessions.push_back(std::move(session));
    }
  }
}

ReadFeed finished(FeedReading& reading, const json::Value& place) {
  if (reading.skipped * 2 <= reading.listed) {
    return {std::move(reading.schedule), std::move(reading.problems), reading.skipped, std::move(reading.zone_doubt)};
  }
  // Not through a reader, which stops at so many problems: this is the one to be told.
  reading.problems.push_back(
      reading.document.problem_at(place.offset, Severity::error,
                                  fmt::format("{} of the feed's {} sessions can't be read, so the feed is not used.",
                                              reading.skipped, reading.listed),
                                  "Mend the sessions named above."));
  return {std::nullopt, std::move(reading.problems), reading.skipped};
}

ReadFeed refused(FeedReading& reading, const std::string& format, const std::string& lacks) {
  reading.problems.push_back(reading.document.problem_at(
      reading.document.root.offset, Severity::error,
      fmt::format("This feed has no {}, as every feed of the format \"{}\" has.", lacks, format),
      "Check the feed's address, and \"format\" in the config."));
  return {std::nullopt, std::move(reading.problems), 0};
}

void read_time_zone(FeedReading& reading, json::ObjectReader& object, std::string_view key) {
  const auto name = object.raw_text(key, 64);
  if (!name) return;
  reading.declared = TimeZone::find(*name);
  if (!reading.declared) {
    object.complain(key, fmt::format("\"{}\" is not a time zone this system knows.", clean_line(*name, 64)),
                    "Write an IANA name such as America/Los_Angeles.");
    return;
  }
  reading.schedule.time_zone = *name;
  if (!reading.zone) reading.zone = reading.declared;
}

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
  const auto text = object.raw_text(key, 64);
  if (!text || text->empty()) return std::nullopt;
  const auto written = parse_time(*text);
  if (!written) {
    object.complain(key, fmt::format("\"{}\" is not a date and time.", object.path_of(key)),
                    "Write it like 2025-11-04T13:00:00-08:00.");
    return std::nullopt;
  }
  if (!written->offset) return local_instant(reading, object, key, written->local);
  if (!reading.schedule.utc_offset) reading.schedule.utc_offset = written->offset;
  const Instant instant = TimeZone::fixed(*written->offset).instant(*written);
  compare_with_zone(reading, object, key, instant, *written->offset);
  return instant;
}

void read_start(FeedReading& reading, json::ObjectReader& object, std::string_view key, Session& session) {
  const auto start = read_instant(reading, object, key);
  if (!start && !object.failed()) {
    object.complain(key, fmt::format("\"{}\" is missing.", object.path_of(key)), "Say when the session starts.");
  }
  session.start = start.value_or(Instant{});
}

void read_end(FeedReading& reading, const SessionObject& object, std::string_view key, Session& session) {
  session.end = read_instant(reading, object.needed, key);
  if (object.needed.failed() || !session.end || *session.end > session.start) return;
  object.details.complain(
      key, fmt::format("\"{}\" is not after the session's start.", object.details.path_of(key)),
      "Until it is mended, the session counts until the next one in its room, an hour at the most.");
}

void read_end_or_duration(FeedReading& reading, const SessionObject& object, Session& session) {
  if (json::find(object.value, "end") != nullptr) return read_end(reading, object, "end", session);
  if (object.needed.failed()) return;
  const json::Value* value = object.needed.any("duration");
  if (value == nullptr) return;
  const auto length = read_duration(*value);
  if (length && *length > seconds(0)) session.end = session.start + *length;
  if (length) return;
  object.details.complain("duration", fmt::format("\"{}\" is not a duration.", object.details.path_of("duration")),
                          "Write it like 01:30; until it is mended, the session counts until the next one in its room, "
                          "an hour at the most.");
}

std::optional<std::string> read_words(const FeedReading& reading, json::ObjectReader& object, std::string_view key) {
  const json::Value* value = object.any(key);
  if (value == nullptr || value->object() == nullptr) return object.text(key);
  return in_language(reading, *value->object());
}

void read_title(FeedReading& reading, json::ObjectReader& object, std::string_view key, Session& session) {
  session.title = read_words(reading, object, key).value_or("");
  if (!session.title.empty() || object.failed()) return;
  object.complain(key, fmt::format("\"{}\" is missing.", object.path_of(key)), "Give the session a title.");
}

std::string read_id(json::ObjectReader& object, std::string_view key) {
  const json::Value* value = object.any(key);
  if (value == nullptr) return "";
  if (const auto* number = std::get_if<std::int64_t>(&value->data)) return std::to_string(*number);
  const auto text = object.raw_text(key, kMaxIdBytes);
  return text ? clean_line(*text) : "";
}

std::vector<std::string> read_names(json::ObjectReader& object, std::string_view key) {
  auto names = object.texts(key).value_or(std::vector<std::string>{});
  if (names.size() > kMaxNames) names.resize(kMaxNames);
  return names;
}

NamesById read_names_by_id(FeedReading& reading, json::ObjectReader& object, std::string_view key,
                           std::string_view id_key, const NameOf& name_of) {
  NamesById names;
  const json::Value* list = object.list(key);
  if (list == nullptr) return names;
  for (std::size_t i = 0; i < list->array()->size(); ++i) {
    const json::Value& value = (*list->array())[i];
    json::ObjectReader element(reading.document, value, fmt::format("{}[{}]", object.path_of(key), i),
                               Severity::warning, reading.problems);
    const std::string id = read_id(element, id_key);
    const auto name = value.object() == nullptr ? std::nullopt : name_of(element);
    if (!id.empty() && name) add_name(reading, names, value, id, *name);
  }
  return names;
}

void add_name(FeedReading& reading, NamesById& names, const json::Value& element, const std::string& id,
              const std::string& name) {
  const auto [known, is_new] = names.emplace(id, name);
  if (is_new || known->second == name || known->second.empty()) return;
  const std::string first = std::exchange(known->second, "");
  if (reading.problems.size() >= kMaxProblems) return;
  reading.problems.push_back(
      reading.document.problem_at(element.offset, Severity::warning,
                                  fmt::format("The id \"{}\" stands for \"{}\" and for \"{}\".", clean_line(id, 60),
                                              clean_line(first, 60), clean_line(name, 60)),
                                  "Neither is shown until each has an id of its own."));
}

std::string name_of_id(const NamesById& names, const std::string& id) {
  const auto found = names.find(id);
  return found != names.end() ? found->second : "";
}

void add_track_color(FeedReading& reading, const std::string& track, const std::optional<std::string>& color) {
  if (!color || color->size() != 7 || color->front() != '#') return;
  std::uint32_t rgb = 0;
  const auto read = std::from_chars(color->data() + 1, color->data() + 7, rgb, 16);
  if (read.ec == std::errc() && read.ptr == color->data() + 7) reading.schedule.track_colors.push_back({track, rgb});
}

void read_room_id(FeedReading& reading, json::ObjectReader& object, std::string_view key, const NamesById& rooms,
                  Session& session) {
  const std::string id = read_id(object, key);
  const std::string room = name_of_id(rooms, id);
  if (!room.empty()) {
    session.rooms.push_back(reading.rooms.index(room, id));
  } else if (!object.failed()) {
    object.complain(key,
                    id.empty() ? fmt::format("\"{}\" is missing.", object.path_of(key))
                               : fmt::format("\"{}\" is a room the feed does not list.", object.path_of(key)),
                    "Give the session one of the feed's rooms.");
  }
}

bool any_has(const json::Value* list, std::initializer_list<std::string_view> keys) {
  if (list == nullptr || list->array() == nullptr) return false;
  return std::any_of(list->array()->begin(), list->array()->end(), [keys](const json::Value& value) {
    return std::all_of(keys.begin(), keys.end(),
                       [&value](std::string_view key) { return json::find(value, key) != nullptr; });
  });
}

}  // namespace placard
