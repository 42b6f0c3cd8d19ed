// SPDX-License-Identifier: MIT
#include "overrides/kind_json.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/clean.hpp"
#include "base/text/overloaded.hpp"

namespace placard {
namespace {

constexpr std::int64_t kMaxDelayMinutes = 24 * 60;

std::string needed_text(json::ObjectReader& object, std::string_view key) {
  const auto text = object.text(key);
  if (!text && !object.failed()) object.complain(key, fmt::format("\"{}\" is missing.", object.path_of(key)));
  return text.value_or("");
}

OverrideKind read_message(const EntryReading&, json::ObjectReader& object) {
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

SessionTarget read_target(const EntryReading& reading, json::ObjectReader& entry, const json::Value& value) {
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

SessionDetails read_details(const EntryReading& reading, json::ObjectReader& entry, const json::Value& value) {
  json::ObjectReader object(reading.document, value, entry.path_of("set"), Severity::error, reading.problems);
  SessionDetails details;
  details.title = object.text("title");
  details.speakers = object.texts("speakers");
  details.start = read_instant(reading, object, "start");
  details.end = read_instant(reading, object, "end");
  details.track = object.text("track");
  object.warn_of_unknown_keys();
  if (object.failed()) entry.fail();
  return details;
}

OverrideKind read_session(const EntryReading& reading, json::ObjectReader& object) {
  SessionOverride session;
  if (const json::Value* target = object.object("session")) session.target = read_target(reading, object, *target);
  std::vector<SessionChange> changes;
  if (object.boolean("cancelled") == true) changes.emplace_back(Cancellation{});
  if (auto room = object.text("move_to")) changes.emplace_back(RoomChange{std::move(*room)});
  if (object.boolean("full") == true) changes.emplace_back(SessionFull{});
  if (const json::Value* set = object.object("set")) changes.emplace_back(read_details(reading, object, *set));
  if (changes.size() == 1) session.change = std::move(changes.front());
  if (changes.size() != 1 && !object.failed()) {
    object.complain("session", fmt::format("\"{}\" needs exactly one change.", object.path_of("session")),
                    "Add one of \"cancelled\": true, \"move_to\", \"full\": true and \"set\".");
  }
  return session;
}

OverrideKind read_delay(const EntryReading&, json::ObjectReader& object) {
  return DelayOverride{std::chrono::minutes(object.integer("delay_minutes", 1, kMaxDelayMinutes).value_or(0))};
}

OverrideKind read_full(const EntryReading&, json::ObjectReader& object) {
  if (object.boolean("full") == false) object.complain("full", "\"full\" must be true.", "Remove the entry otherwise.");
  return FullOverride{};
}

OverrideKind read_replace(const EntryReading& reading, json::ObjectReader& entry) {
  const json::Value* value = entry.object("replace");
  if (value == nullptr) return ReplaceOverride{};
  json::ObjectReader object(reading.document, *value, entry.path_of("replace"), Severity::error, reading.problems);
  ReplaceOverride replace{object.text("title").value_or(""), object.text("text").value_or("")};
  object.warn_of_unknown_keys();
  if (replace.title.empty() && replace.text.empty() && !object.failed()) {
    object.complain_at(*value, fmt::format("\"{}\" says nothing.", entry.path_of("replace")), "Give it a \"title\".");
  }
  if (object.failed()) entry.fail();
  return replace;
}

// A kind in the file. An entry is of the kind whose key it has.
struct KindInFile {
  std::string key;
  std::vector<std::string> with;  // further keys of such entries
  bool needs_rooms;
  OverrideKind (*read)(const EntryReading&, json::ObjectReader&);
};

const auto& kinds() {
  static const KindInFile kKinds[] = {
      {"message", {"level"}, false, read_message},
      {"session", {"cancelled", "move_to", "full", "set"}, false, read_session},
      {"delay_minutes", {}, true, read_delay},
      {"full", {}, true, read_full},
      {"replace", {}, false, read_replace},
  };
  static_assert(std::size(kKinds) == std::variant_size_v<OverrideKind>);
  return kKinds;
}

bool goes_with_another(const std::string& key) {
  return std::any_of(std::begin(kinds()), std::end(kinds()), [&key](const KindInFile& kind) {
    return std::find(kind.with.begin(), kind.with.end(), key) != kind.with.end();
  });
}

std::string names_of_kinds() {
  std::vector<std::string> keys;
  for (const KindInFile& kind : kinds()) keys.push_back(kind.key);
  const std::string last = keys.back();
  keys.pop_back();
  return fmt::format("{} and {}", fmt::join(keys, ", "), last);
}

// A session may be full too: such a key tells the kind only where no other does.
const KindInFile* kind_of(json::ObjectReader& object) {
  std::vector<const KindInFile*> present;
  for (const KindInFile& kind : kinds()) {
    if (object.any(kind.key) != nullptr) present.push_back(&kind);
  }
  if (present.size() > 1) std::erase_if(present, [](const KindInFile* kind) { return goes_with_another(kind->key); });
  if (present.size() == 1) return present.front();
  object.complain("", present.empty() ? "This entry says nothing." : "This entry is of several kinds at once.",
                  fmt::format("An entry has exactly one of {}.", names_of_kinds()));
  return nullptr;
}

json::ObjectWriter written(const SessionTarget& target, const TimeZone& zone) {
  json::ObjectWriter object;
  object.add_text("id", target.id);
  object.add_text("room", target.room);
  object.add_optional("start", time_literal(target.start, zone));
  object.add_text("title", target.title);
  return object;
}

json::ObjectWriter written(const SessionDetails& details, const TimeZone& zone) {
  json::ObjectWriter object;
  if (details.title) object.add_text("title", *details.title);
  if (details.speakers) object.add("speakers", json::list_literal(*details.speakers));
  object.add_optional("start", time_literal(details.start, zone));
  object.add_optional("end", time_literal(details.end, zone));
  if (details.track) object.add_text("track", *details.track);
  return object;
}

void write_change(json::ObjectWriter& members, const SessionChange& change, const TimeZone& zone) {
  std::visit(overloaded{
                 [&](const Cancellation&) { members.add("cancelled", "true"); },
                 [&](const RoomChange& move) { members.add_text("move_to", move.room); },
                 [&](const SessionFull&) { members.add("full", "true"); },
                 [&](const SessionDetails& details) { members.add("set", written(details, zone).object()); },
             },
             change);
}

}  // namespace

std::optional<Instant> read_instant(const EntryReading& reading, json::ObjectReader& object, std::string_view key) {
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

void read_kind(const EntryReading& reading, json::ObjectReader& object, Override& entry) {
  const KindInFile* kind = kind_of(object);
  if (kind == nullptr) return;
  entry.what = kind->read(reading, object);
  if (!kind->needs_rooms || !entry.rooms.empty() || object.failed()) return;
  object.complain(kind->key, fmt::format("\"{}\" needs \"rooms\".", object.path_of(kind->key)),
                  "Say which rooms it is for.");
}

std::vector<std::string> keys_of_kinds() {
  std::vector<std::string> keys;
  for (const KindInFile& kind : kinds()) {
    keys.push_back(kind.key);
    keys.insert(keys.end(), kind.with.begin(), kind.with.end());
  }
  return keys;
}

void write_kind(json::ObjectWriter& members, const OverrideKind& what, const TimeZone& zone) {
  std::visit(overloaded{
                 [&](const MessageOverride& message) {
                   members.add_text("message", message.text);
                   members.add_text("level", std::string(name_of(message.level)));
                 },
                 [&](const SessionOverride& session) {
                   members.add("session", written(session.target, zone).object());
                   write_change(members, session.change, zone);
                 },
                 [&](const DelayOverride& late) { members.add("delay_minutes", std::to_string(late.delay.count())); },
                 [&](const FullOverride&) { members.add("full", "true"); },
                 [&](const ReplaceOverride& replace) {
                   json::ObjectWriter display;
                   display.add_text("title", replace.title);
                   display.add_text("text", replace.text);
                   members.add("replace", display.object());
                 },
             },
             what);
}

std::optional<std::string> time_literal(const std::optional<Instant>& instant, const TimeZone& zone) {
  return instant ? std::optional(json::string_literal(zone.format(*instant))) : std::nullopt;
}

}  // namespace placard
