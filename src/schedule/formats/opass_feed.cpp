// SPDX-License-Identifier: MIT
#include "schedule/formats/opass_feed.hpp"

#include <algorithm>

#include "base/text/clean.hpp"
#include "schedule/formats/reading/session_times.hpp"
#include "schedule/formats/reading/words.hpp"

namespace placard {
namespace {

struct Names {
  NamesById rooms;
  NamesById types;  // they stand in for tracks
  NamesById speakers;
  NamesById tags;
};

// Texts stand in an object of their language: {"zh": {"title": …}, "en": {"title": …}}.
const json::Value* texts_with(const FeedReading& reading, const json::Value& value, std::string_view key) {
  if (value.object() == nullptr) return nullptr;
  const json::Member* nearest = nearest_language(reading, *value.object(), [key](const json::Value& texts) {
    const json::Value* text = json::find(texts, key);
    return text != nullptr && text->text() != nullptr && !is_blank(text);
  });
  return nearest != nullptr ? &nearest->value : nullptr;
}

std::optional<std::string> text_of(FeedReading& reading, const json::Value& value, std::string_view key) {
  const json::Value* texts = texts_with(reading, value, key);
  if (texts == nullptr) return std::nullopt;
  json::ObjectReader object(reading.document, *texts, "", Severity::warning, reading.problems);
  return object.text(key);
}

void add_room(FeedReading& reading, const json::Value& value, const std::string& name, const std::string& id) {
  std::vector<std::string> names;
  for (const json::Member& language : *value.object()) {
    const json::Value* text = json::find(language.value, "name");
    if (text != nullptr && text->text() != nullptr && !is_blank(text)) names.push_back(clean_line(*text->text()));
  }
  reading.rooms.add_names(reading.rooms.index(name, id), names);
}

NamesById names_of(FeedReading& reading, json::ObjectReader& object, std::string_view key) {
  NamesById names;
  const json::Value* list = object.list(key);
  if (list == nullptr) return names;
  for (const json::Value& value : *list->array()) {
    json::ObjectReader element(reading.document, value, std::string(key), Severity::warning, reading.problems);
    const std::string id = value.object() == nullptr ? "" : read_id(element, "id");
    const auto name = text_of(reading, value, "name");
    if (id.empty() || !name) continue;
    add_name(reading, names, value, id, *name);
    if (key == "rooms") add_room(reading, value, *name, id);
  }
  return names;
}

std::vector<std::string> all_named(const NamesById& names, const std::vector<std::string>& ids) {
  std::vector<std::string> out;
  for (const std::string& id : ids) {
    std::string name = name_of_id(names, id);
    if (!name.empty()) out.push_back(std::move(name));
  }
  return out;
}

// The rooms that show the session too.
void read_broadcast(FeedReading& reading, const Names& names, json::ObjectReader& details, Session& session) {
  for (const std::string& id : read_names(details, "broadcast")) {
    const std::string name = name_of_id(names.rooms, id);
    if (name.empty()) continue;
    const std::size_t room = reading.rooms.index(name, id);
    if (std::find(session.rooms.begin(), session.rooms.end(), room) == session.rooms.end())
      session.rooms.push_back(room);
  }
  session.broadcast = session.rooms.size() > 1;
}

SessionOutcome read_session(FeedReading& reading, const Names& names, const SessionObject& object, Session& session) {
  if (is_blank(object.value, "start") || is_blank(object.value, "room")) return SessionOutcome::not_scheduled;
  session.title = text_of(reading, object.value, "title").value_or("");
  read_start(reading, object.needed, "start", session);
  read_end(reading, object, "end", session);
  read_room_id(reading, object.needed, "room", names.rooms, session);
  read_broadcast(reading, names, object.details, session);
  session.id = read_id(object.details, "id");
  session.track = name_of_id(names.types, read_id(object.details, "type"));
  session.speakers = all_named(names.speakers, read_names(object.details, "speakers"));
  session.labels = all_named(names.tags, read_names(object.details, "tags"));
  name_untitled(object, "", session, {text_of(reading, object.value, "subtitle").value_or(""), session.track});
  return SessionOutcome::good;
}

}  // namespace

bool is_opass_feed(const json::Value& root) {
  for (const char* key : {"sessions", "rooms", "session_types"}) {
    const json::Value* list = json::find(root, key);
    if (list == nullptr || list->array() == nullptr) return false;
  }
  return true;
}

ReadFeed read_opass_feed(const json::Document& document, const ReadOptions& options) {
  FeedReading reading(document, options);
  json::ObjectReader object(document, document.root, "", Severity::warning, reading.problems);
  Names names;
  names.rooms = names_of(reading, object, "rooms");
  names.types = names_of(reading, object, "session_types");
  names.speakers = names_of(reading, object, "speakers");
  names.tags = names_of(reading, object, "tags");
  const json::Value* sessions = object.list("sessions");
  if (sessions == nullptr) return refused(reading, "opass", "list \"sessions\"");
  read_session_list(reading, *sessions, "sessions", [&](const SessionObject& one, Session& session) {
    return read_session(reading, names, one, session);
  });
  return finished(reading, *sessions);
}

}  // namespace placard
