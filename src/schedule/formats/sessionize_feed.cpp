// SPDX-License-Identifier: MIT
#include "schedule/formats/sessionize_feed.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "schedule/formats/reading/session_state.hpp"
#include "schedule/formats/reading/words.hpp"
#include "schedule/formats/sessionize_session.hpp"

namespace placard {
namespace {

struct Names {
  NamesById rooms;
  NamesById speakers;
  NamesById tracks;  // items of the categories that are tracks
};

// In the organiser's order, which "sort" tells.
NamesById read_rooms(FeedReading& reading, json::ObjectReader& object) {
  struct Listed {
    std::int64_t sort;
    std::string name;
    std::string id;
  };
  std::vector<Listed> listed;
  NamesById names = read_names_by_id(reading, object, "rooms", "id", [&listed](json::ObjectReader& room) {
    const auto name = room.text("name");
    const auto sort = room.integer("sort", -1'000'000, 1'000'000).value_or(0);
    if (name) listed.push_back({sort, *name, read_id(room, "id")});
    return name;
  });
  std::stable_sort(listed.begin(), listed.end(), [](const Listed& a, const Listed& b) { return a.sort < b.sort; });
  for (const Listed& room : listed) reading.rooms.index(room.name, room.id);
  return names;
}

NamesById read_tracks(FeedReading& reading, json::ObjectReader& object) {
  NamesById tracks;
  const json::Value* categories = object.list("categories");
  if (categories == nullptr) return tracks;
  for (std::size_t i = 0; i < categories->array()->size(); ++i) {
    json::ObjectReader category(reading.document, (*categories->array())[i], fmt::format("categories[{}]", i),
                                Severity::warning, reading.problems);
    if (!is_track_category(category.text("title").value_or(""))) continue;
    tracks.merge(
        read_names_by_id(reading, category, "items", "id", [](json::ObjectReader& item) { return item.text("name"); }));
  }
  return tracks;
}

std::string first_track(const Names& names, json::ObjectReader& details) {
  const json::Value* items = details.list("categoryItems");
  if (items == nullptr) return "";
  for (const json::Value& item : *items->array()) {
    const auto* id = std::get_if<std::int64_t>(&item.data);
    std::string track = id != nullptr ? name_of_id(names.tracks, std::to_string(*id)) : "";
    if (!track.empty()) return track;
  }
  return "";
}

SessionOutcome read_session(FeedReading& reading, const Names& names, const SessionObject& object, Session& session) {
  if (is_blank(object.value, "startsAt")) return SessionOutcome::not_scheduled;
  read_sessionize_session(reading, object, session);
  // A session for all rooms needs none of its own.
  const bool has_room = !is_blank(object.value, "roomId");
  if (!has_room && !session.every_room) return SessionOutcome::not_scheduled;
  if (has_room) {
    read_room_id(reading, object.needed, "roomId", names.rooms, session);
  }
  session.track = first_track(names, object.details);
  for (const std::string& id : read_names(object.details, "speakers")) {
    std::string name = name_of_id(names.speakers, id);
    if (!name.empty()) session.speakers.push_back(std::move(name));
  }
  name_untitled(reading, object, "title", session);
  return read_state(object.details, "status", session);
}

}  // namespace

bool is_sessionize_feed(const json::Value& root) {
  const json::Value* sessions = json::find(root, "sessions");
  const json::Value* rooms = json::find(root, "rooms");
  if (sessions == nullptr || sessions->array() == nullptr || rooms == nullptr || rooms->array() == nullptr)
    return false;
  if (any_has(sessions, {"startsAt"})) return true;
  return json::find(root, "categories") != nullptr && !any_has(sessions, {"start"});
}

ReadFeed read_sessionize_feed(const json::Document& document, const ReadOptions& options) {
  FeedReading reading(document, options);
  json::ObjectReader object(document, document.root, "", Severity::warning, reading.problems);
  Names names;
  names.rooms = read_rooms(reading, object);
  names.speakers = read_names_by_id(reading, object, "speakers", "id",
                                    [](json::ObjectReader& speaker) { return speaker.text("fullName"); });
  names.tracks = read_tracks(reading, object);
  const json::Value* sessions = object.list("sessions");
  if (sessions == nullptr) return refused(reading, "sessionize", "list \"sessions\"");
  read_session_list(reading, *sessions, "sessions", [&](const SessionObject& one, Session& session) {
    return read_session(reading, names, one, session);
  });
  return finished(reading, *sessions);
}

}  // namespace placard
