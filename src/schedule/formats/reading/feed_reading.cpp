// SPDX-License-Identifier: MIT
#include "schedule/formats/reading/feed_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text/clean.hpp"

namespace placard {
namespace {

constexpr std::size_t kMaxIdBytes = 256;

void add_session(FeedReading& reading, Session&& session, SessionOutcome outcome, bool bad) {
  if (outcome == SessionOutcome::good && !bad) {
    reading.schedule.sessions.push_back(std::move(session));
    return;
  }
  reading.lengths.forget(reading.schedule.sessions.size());
  if (outcome == SessionOutcome::not_scheduled) {
    ++reading.not_scheduled;
    --reading.listed;
  } else if (outcome == SessionOutcome::good) {
    ++reading.skipped;
  }
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
    add_session(reading, std::move(session), outcome, needed.failed());
  }
}

ReadFeed finished(FeedReading& reading, const json::Value& place) {
  if (reading.skipped * 2 <= reading.listed) {
    reading.lengths.settle(reading.schedule);
    return {std::move(reading.schedule), std::move(reading.problems), reading.skipped, std::move(reading.zone_doubt),
            reading.not_scheduled};
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

bool is_blank(const json::Value* value) {
  if (value == nullptr || value->is_null()) return true;
  if (value->text() != nullptr) return clean_line(*value->text()).empty();
  const json::Array* list = value->array();
  return list != nullptr && std::all_of(list->begin(), list->end(), [](const json::Value& element) {
           return element.text() != nullptr && is_blank(&element);
         });
}

bool is_blank(const json::Value& object, std::string_view key) {
  return is_blank(json::find(object, key));
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
    return std::all_of(keys.begin(), keys.end(), [&value](std::string_view key) { return json::has(value, key); });
  });
}

}  // namespace placard
