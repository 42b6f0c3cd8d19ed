// SPDX-License-Identifier: MIT
#include "overrides/read_overrides.hpp"

#include <fmt/format.h>

#include "base/json/object_reader.hpp"
#include "base/json/parse.hpp"
#include "base/text/clean.hpp"

namespace placard {
namespace {

constexpr std::size_t kMaxEntries = 1000;
constexpr std::int64_t kMaxDelayMinutes = 24 * 60;

struct Reading {
  const json::Document& document;
  const TimeZone& zone;
  Problems& problems;
};

std::optional<Instant> read_instant(const Reading& reading, json::ObjectReader& object, std::string_view key) {
  const auto text = object.raw_text(key, 64);
  if (!text) return std::nullopt;
  if (const auto written = parse_time(*text)) return reading.zone.instant(*written);
  const bool time_only = text->find(':') != std::string::npos && text->find('-') == std::string::npos;
  object.complain(key,
                  fmt::format("\"{}\" is \"{}\", which {}.", object.path_of(key), clean_line(*text, 40),
                              time_only ? "names no day" : "is not a date and time"),
                  "Write date and time, like 2025-11-04T15:30.");
  return std::nullopt;
}

std::string needed_text(json::ObjectReader& object, std::string_view key) {
  const auto text = object.text(key);
  if (!text && !object.failed()) object.complain(key, fmt::format("\"{}\" is missing.", object.path_of(key)));
  return text.value_or("");
}

MessageOverride read_message(json::ObjectReader& object) {
  MessageOverride message;
  message.text = needed_text(object, "message");
  const auto level = object.one_of("level", {"notice", "warning", "takeover"});
  if (!level && !object.failed()) {
    object.complain("level", fmt::format("\"{}\" is missing.", object.path_of("level")),
                    "Write notice, warning or takeover.");
  }
  if (level == "warning") message.level = MessageLevel::warning;
  if (level == "takeover") message.level = MessageLevel::takeover;
  return message;
}

SessionTarget read_target(const Reading& reading, json::ObjectReader& entry, const json::Value& value) {
  json::ObjectReader object(reading.document, value, entry.path_of("session"), Severity::error, reading.problems);
  SessionTarget target;
  target.id = object.text("id").value_or("");
  target.room = object.text("room").value_or("");
  target.start = read_instant(reading, object, "start");
  target.title = object.text("title").value_or("");
  object.warn_of_unknown_keys();
  const bool by_room = !target.room.empty() && target.start;
  if (!object.failed() && target.id.empty() && target.title.empty() && !by_room) {
    object.complain_at(value, fmt::format("\"{}\" names no session.", entry.path_of("session")),
                       "Give its \"id\", its \"room\" and \"start\", or its \"title\".");
  }
  if (object.failed()) entry.fail();
  return target;
}

SessionChanges read_changes(const Reading& reading, json::ObjectReader& entry, const json::Value& value) {
  json::ObjectReader object(reading.document, value, entry.path_of("set"), Severity::error, reading.problems);
  SessionChanges changes;
  changes.title = object.text("title");
  changes.speakers = object.texts("speakers");
  changes.start = read_instant(reading, object, "start");
  changes.end = read_instant(reading, object, "end");
  changes.track = object.text("track");
  object.warn_of_unknown_keys();
  if (object.failed()) entry.fail();
  return changes;
}

SessionOverride read_session(const Reading& reading, json::ObjectReader& object) {
  SessionOverride session;
  if (const json::Value* target = object.object("session")) session.target = read_target(reading, object, *target);
  session.cancelled = object.boolean("cancelled").value_or(false);
  session.move_to = object.text("move_to").value_or("");
  session.full = object.boolean("full").value_or(false);
  if (const json::Value* set = object.object("set")) session.set = read_changes(reading, object, *set);
  const int changes =
      (session.cancelled ? 1 : 0) + (session.move_to.empty() ? 0 : 1) + (session.full ? 1 : 0) + (session.set ? 1 : 0);
  if (changes != 1 && !object.failed()) {
    object.complain("session", fmt::format("\"{}\" needs exactly one change.", object.path_of("session")),
                    "Add one of \"cancelled\": true, \"move_to\", \"full\": true and \"set\".");
  }
  return session;
}

ReplaceOverride read_replace(const Reading& reading, json::ObjectReader& entry, const json::Value& value) {
  json::ObjectReader object(reading.document, value, entry.path_of("replace"), Severity::error, reading.problems);
  ReplaceOverride replace{object.text("title").value_or(""), object.text("text").value_or("")};
  object.warn_of_unknown_keys();
  if (replace.title.empty() && replace.text.empty() && !object.failed()) {
    object.complain_at(value, fmt::format("\"{}\" says nothing.", entry.path_of("replace")), "Give it a \"title\".");
  }
  if (object.failed()) entry.fail();
  return replace;
}

// An entry is of the kind whose key it has; two such keys are one too many.
std::string kind_of(json::ObjectReader& object) {
  std::vector<std::string> kinds;
  for (const char* key : {"message", "session", "delay_minutes", "replace"}) {
    if (object.any(key) != nullptr) kinds.emplace_back(key);
  }
  if (kinds.empty() && object.any("full") != nullptr) kinds.emplace_back("full");
  if (kinds.size() == 1) return kinds.front();
  object.complain("", kinds.empty() ? "This entry says nothing." : "This entry is of several kinds at once.",
                  "An entry has exactly one of message, session, delay_minutes, full and replace.");
  return "";
}

void need_rooms(json::ObjectReader& object, const Override& entry, const std::string& kind) {
  if (!entry.rooms.empty() || object.failed()) return;
  object.complain(kind, fmt::format("\"{}\" needs \"rooms\".", object.path_of(kind)), "Say which rooms it is for.");
}

void read_kind(const Reading& reading, json::ObjectReader& object, Override& entry) {
  const std::string kind = kind_of(object);
  if (kind == "message") entry.what = read_message(object);
  if (kind == "session") entry.what = read_session(reading, object);
  if (kind == "replace") {
    if (const json::Value* value = object.object("replace")) entry.what = read_replace(reading, object, *value);
  }
  if (kind == "delay_minutes") {
    entry.what = DelayOverride{std::chrono::minutes(object.integer(kind, 1, kMaxDelayMinutes).value_or(0))};
    need_rooms(object, entry, kind);
  }
  if (kind == "full") {
    if (object.boolean(kind) == false) object.complain(kind, "\"full\" must be true.", "Remove the entry otherwise.");
    entry.what = FullOverride{};
    need_rooms(object, entry, kind);
  }
}

std::optional<Override> read_entry(const Reading& reading, const json::Value& value, std::size_t index) {
  const std::string path = fmt::format("overrides[{}]", index);
  json::ObjectReader object(reading.document, value, path, Severity::error, reading.problems);
  if (value.object() == nullptr) {
    object.complain_at(value, fmt::format("\"{}\" is {} where an object belongs.", path, json::kind_name(value)));
    return std::nullopt;
  }
  Override entry;
  const Problem place = reading.document.problem_at(value.offset, Severity::error, "");
  entry.line = place.line;
  entry.column = place.column;
  entry.id = object.text("id").value_or("");
  entry.by = object.text("by").value_or("");
  entry.signs = object.texts("signs").value_or(std::vector<std::string>{});
  entry.rooms = object.texts("rooms").value_or(std::vector<std::string>{});
  entry.from = read_instant(reading, object, "from");
  entry.until = read_instant(reading, object, "until");
  read_kind(reading, object, entry);
  object.warn_of_unknown_keys(
      {"message", "level", "session", "cancelled", "move_to", "full", "set", "delay_minutes", "replace"});
  if (object.failed()) return std::nullopt;
  const auto* message = std::get_if<MessageOverride>(&entry.what);
  if (message != nullptr && message->level == MessageLevel::takeover && !entry.until) {
    object.complain("message", fmt::format("\"{}\" takes the whole glass and has no \"until\".", path),
                    "Say when it ends; without, it ends an hour after a sign first reads it.");
  }
  return entry;
}

}  // namespace

ReadOverrides read_overrides(const std::string& name, std::string bytes, const TimeZone& zone) {
  json::Limits limits;
  limits.max_bytes = kMaxOverridesBytes;
  limits.comments = true;
  auto parsed = json::parse(name, std::move(bytes), limits);
  if (auto* problem = std::get_if<Problem>(&parsed)) return {std::nullopt, {std::move(*problem)}};
  const auto& document = std::get<json::Document>(parsed);
  ReadOverrides out;
  const Reading reading{document, zone, out.problems};
  json::ObjectReader top(document, document.root, "", Severity::error, out.problems);
  const json::Value* list = top.list("overrides");
  top.raw_text("$schema");
  if (list == nullptr) {
    if (!top.failed()) top.complain("", "This file has no list \"overrides\".", "Write {\"overrides\": []}.");
    return out;
  }
  top.warn_of_unknown_keys();
  out.overrides.emplace();
  for (std::size_t i = 0; i < list->array()->size() && i < kMaxEntries; ++i) {
    if (auto entry = read_entry(reading, (*list->array())[i], i)) out.overrides->push_back(std::move(*entry));
  }
  if (list->array()->size() > kMaxEntries) {
    top.complain("overrides", fmt::format("Only the first {} entries count.", kMaxEntries), "Remove what is over.");
  }
  return out;
}

}  // namespace placard
