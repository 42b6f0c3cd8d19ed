// SPDX-License-Identifier: MIT
#include "schedule/formats/frab2_feed.hpp"

#include <fmt/format.h>

#include "base/text/fold.hpp"
#include "schedule/formats/reading/session_state.hpp"
#include "schedule/formats/reading/session_times.hpp"
#include "schedule/formats/reading/words.hpp"

namespace placard {
namespace {

const json::Value* conference_of(const json::Value& root) {
  const json::Value* schedule = json::find(root, "schedule");
  return schedule != nullptr ? json::find(*schedule, "conference") : nullptr;
}

const json::Value* events_of(const json::Value& root) {
  const json::Value* schedule = json::find(root, "schedule");
  const json::Value* events = schedule != nullptr ? json::find(*schedule, "events") : nullptr;
  return events != nullptr && events->array() != nullptr ? events : nullptr;
}

class Frab2Reader {
 public:
  Frab2Reader(const json::Document& document, const ReadOptions& options) : reading_(document, options) {}

  ReadFeed read() {
    const json::Value* conference = conference_of(reading_.document.root);
    const json::Value* events = events_of(reading_.document.root);
    if (events == nullptr) return refused(reading_, "frab2", "list \"schedule.events\"");
    if (conference != nullptr && conference->object() != nullptr) read_conference(*conference);
    read_session_list(reading_, *events, "schedule.events",
                      [this](const SessionObject& one, Session& session) { return read_event(one, session); });
    return finished(reading_, *events);
  }

 private:
  void read_conference(const json::Value& conference) {
    json::ObjectReader object(reading_.document, conference, "schedule.conference", Severity::warning,
                              reading_.problems);
    reading_.schedule.event = read_words(reading_, object, "title").value_or("");
    read_time_zone(reading_, object, "time_zone_name");
    rooms_ = read_names_by_id(reading_, object, "rooms", "guid", [this](json::ObjectReader& room) {
      const auto index = read_room(reading_, room, "guid");
      return index ? std::optional(reading_.schedule.rooms[*index].name) : std::nullopt;
    });
    tracks_ = read_names_by_id(reading_, object, "tracks", "slug",
                               [this](json::ObjectReader& track) { return known_track(track); });
  }

  std::optional<std::string> known_track(json::ObjectReader& track) {
    const auto name = read_words(reading_, track, "name");
    const json::Value* colors = track.any("colors");
    if (name && colors != nullptr && colors->object() != nullptr) {
      json::ObjectReader both(reading_.document, *colors, track.path_of("colors"), Severity::warning,
                              reading_.problems);
      add_track_color(reading_, *name, both.text("dark"));
    }
    return name;
  }

  SessionOutcome read_event(const SessionObject& object, Session& session) {
    if (is_blank(object.value, "start")) return SessionOutcome::not_scheduled;
    read_title(reading_, object, "title", session);
    read_start(reading_, object.needed, "start", session);
    read_end_or_duration(reading_, object, session);
    const std::string type = fold_name(object.details.text("type").value_or(""));
    session.is_break = type == "break" || type == "meta";
    const bool has_room = names_a_room(json::find(object.value, "room"));
    if (!has_room && !session.is_break) return SessionOutcome::not_scheduled;
    // A break without a room, or what is no session at all, is for the whole venue.
    session.every_room = !has_room;
    if (has_room) read_room_of(object, session);
    session.id = read_id(object.details, "guid");
    if (session.id.empty()) session.id = read_id(object.details, "code");
    session.track = read_track(object);
    read_participants(object.details, session);
    name_untitled(reading_, object, "title", session);
    read_signup_status(object.details, session);
    return read_state(object.details, "state", session);
  }

  static bool names_a_room(const json::Value* room) {
    if (room == nullptr || room->object() == nullptr) return !is_blank(room);
    return !is_blank(*room, "guid") || !is_blank(*room, "name");
  }

  void read_room_of(const SessionObject& object, Session& session) {
    const json::Value* value = object.needed.any("room");
    if (value != nullptr && value->object() != nullptr) {
      json::ObjectReader room(reading_.document, *value, object.needed.path_of("room"), Severity::error,
                              reading_.problems);
      const std::string id = read_id(room, "guid");
      const std::string name = read_words(reading_, room, "name").value_or(name_of_id(rooms_, id));
      if (!name.empty())
        session.rooms.push_back(id.empty() ? reading_.rooms.index_by_name(name) : reading_.rooms.index(name, id));
      if (room.failed()) object.needed.fail();
    } else if (const auto name = object.needed.text("room")) {
      session.rooms.push_back(reading_.rooms.index_by_name(*name));
    }
    if (session.rooms.empty() && !object.needed.failed())
      object.needed.complain("room", fmt::format("\"{}\" names no room.", object.needed.path_of("room")));
  }

  std::string read_track(const SessionObject& object) {
    const json::Value* value = object.details.any("track");
    if (value == nullptr || value->object() == nullptr) return object.details.text("track").value_or("");
    json::ObjectReader track(reading_.document, *value, object.details.path_of("track"), Severity::warning,
                             reading_.problems);
    if (auto name = read_words(reading_, track, "name")) return *name;
    return name_of_id(tracks_, read_id(track, "slug"));
  }

  // Others than speakers take part too: moderators, helpers.
  void read_participants(json::ObjectReader& details, Session& session) {
    const json::Value* list = details.list("participants");
    if (list == nullptr) return;
    std::vector<std::string> others;
    for (std::size_t i = 0; i < list->array()->size(); ++i) {
      json::ObjectReader person(reading_.document, (*list->array())[i],
                                fmt::format("{}[{}]", details.path_of("participants"), i), Severity::warning,
                                reading_.problems);
      const auto name = person.text("name");
      if (!name) continue;
      auto& names = fold_name(person.text("role").value_or("speaker")) == "speaker" ? session.speakers : others;
      if (names.size() < kMaxNames) names.push_back(*name);
    }
    if (session.speakers.empty()) session.speakers = std::move(others);
  }

  FeedReading reading_;
  NamesById rooms_;
  NamesById tracks_;
};

}  // namespace

bool is_frab2_feed(const json::Value& root) {
  return conference_of(root) != nullptr && events_of(root) != nullptr;
}

ReadFeed read_frab2_feed(const json::Document& document, const ReadOptions& options) {
  return Frab2Reader(document, options).read();
}

}  // namespace placard
