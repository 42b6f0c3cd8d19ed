// SPDX-License-Identifier: MIT
#include "schedule/formats/pretalx_feed.hpp"

#include "base/text/fold.hpp"
#include "schedule/formats/reading/session_state.hpp"
#include "schedule/formats/reading/session_times.hpp"
#include "schedule/formats/reading/words.hpp"

namespace placard {
namespace {

struct Names {
  NamesById rooms;
  NamesById tracks;
  NamesById speakers;
};

Names read_all_names(FeedReading& reading, json::ObjectReader& object) {
  const auto name_of = [&reading](json::ObjectReader& element) { return read_words(reading, element, "name"); };
  Names names;
  names.rooms = read_names_by_id(reading, object, "rooms", "id", [&](json::ObjectReader& room) {
    const auto index = read_room(reading, room, "id");
    return index ? std::optional(reading.schedule.rooms[*index].name) : std::nullopt;
  });
  names.tracks = read_names_by_id(reading, object, "tracks", "id", [&](json::ObjectReader& track) {
    const auto name = name_of(track);
    if (name) add_track_color(reading, *name, track.text("color"));
    return name;
  });
  names.speakers = read_names_by_id(reading, object, "speakers", "code", name_of);
  return names;
}

SessionOutcome read_talk(FeedReading& reading, const Names& names, const SessionObject& object, Session& session) {
  const std::string kind = fold_name(object.details.text("slot_type").value_or(""));
  if (kind == "blocker") return SessionOutcome::left_out;
  if (is_blank(object.value, "start") || is_blank(object.value, "room")) return SessionOutcome::not_scheduled;
  read_title(reading, object, "title", session);
  read_start(reading, object.needed, "start", session);
  // The duration beside it is the submission's, not the slot's.
  read_end(reading, object, "end", session);
  read_room_id(reading, object.needed, "room", names.rooms, session);
  session.id = read_id(object.details, "code");
  // Breaks have no code; their id changes with every version, but there is no other.
  session.is_break = kind == "break" || session.id.empty();
  if (session.id.empty()) session.id = read_id(object.details, "id");
  session.track = name_of_id(names.tracks, read_id(object.details, "track"));
  for (const std::string& code : read_names(object.details, "speakers")) {
    std::string name = name_of_id(names.speakers, code);
    if (!name.empty()) session.speakers.push_back(std::move(name));
  }
  name_untitled(reading, object, "title", session);
  read_signup_status(object.details, session);
  return read_state(object.details, "state", session);
}

}  // namespace

bool is_pretalx_feed(const json::Value& root) {
  const json::Value* talks = json::find(root, "talks");
  return talks != nullptr && talks->array() != nullptr &&
         (json::find(root, "event_start") != nullptr || json::find(root, "timezone") != nullptr);
}

ReadFeed read_pretalx_feed(const json::Document& document, const ReadOptions& options) {
  FeedReading reading(document, options);
  json::ObjectReader object(document, document.root, "", Severity::warning, reading.problems);
  read_time_zone(reading, object, "timezone");
  const Names names = read_all_names(reading, object);
  const json::Value* talks = object.list("talks");
  if (talks == nullptr) return refused(reading, "pretalx", "list \"talks\"");
  read_session_list(reading, *talks, "talks", [&](const SessionObject& one, Session& session) {
    return read_talk(reading, names, one, session);
  });
  return finished(reading, *talks);
}

}  // namespace placard
