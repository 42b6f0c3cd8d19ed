// SPDX-License-Identifier: MIT
#include "schedule/formats/placard_feed.hpp"

#include <fmt/format.h>

#include "schedule/formats/feed_reading.hpp"

namespace placard {
namespace {

void read_rooms(FeedReading& reading, json::ObjectReader& object, Session& session) {
  auto names = object.texts("room", json::TextsAs::list_or_one).value_or(std::vector<std::string>{});
  if (names.size() > kMaxNames) names.resize(kMaxNames);
  for (const auto& name : names) {
    if (name == "*") {
      session.every_room = true;
    } else {
      session.rooms.push_back(reading.rooms.index(name));
    }
  }
  if (names.empty() && !object.failed()) {
    object.complain("room", fmt::format("\"{}\" is missing.", object.path_of("room")),
                    "Name the room, or write \"*\" for every room.");
  }
}

SessionOutcome read_session(FeedReading& reading, const SessionObject& object, Session& session) {
  read_title(reading, object.needed, "title", session);
  read_start(reading, object.needed, "start", session);
  read_end(reading, object, "end", session);
  // A status nobody knows may well mean that the session is off: it is not shown as on.
  const auto status = object.needed.one_of("status", {"scheduled", "cancelled", "canceled"});
  session.cancelled = status == "cancelled" || status == "canceled";
  session.id = object.details.text("id").value_or("");
  session.track = object.details.text("track").value_or("");
  session.labels = read_names(object.details, "labels");
  session.speakers = read_names(object.details, "speakers");
  if (!object.needed.failed()) read_rooms(reading, object.needed, session);
  return SessionOutcome::good;
}

}  // namespace

bool is_placard_feed(const json::Value& root) {
  const json::Value* sessions = json::find(root, "sessions");
  if (sessions == nullptr || sessions->array() == nullptr) return false;
  const json::Array& list = *sessions->array();
  if (list.empty()) return json::find(root, "rooms") == nullptr && json::find(root, "speakers") == nullptr;
  for (const json::Value& session : list) {
    if (json::find(session, "start") != nullptr) return true;
  }
  return false;
}

ReadFeed read_placard_feed(const json::Document& document, const ReadOptions& options) {
  FeedReading reading(document, options);
  json::ObjectReader object(document, document.root, "", Severity::error, reading.problems);
  reading.schedule.event = object.text("event").value_or("");
  read_time_zone(reading, object, "time_zone");
  reading.schedule.generated_at = read_instant(reading, object, "generated_at");
  reading.schedule.utc_offset.reset();  // feeds are often stamped in UTC; only the sessions' offset says where they are
  const json::Value* sessions = object.list("sessions");
  if (sessions == nullptr) return refused(reading, "placard", "list \"sessions\"");
  read_session_list(reading, *sessions, "sessions", [&reading](const SessionObject& one, Session& session) {
    return read_session(reading, one, session);
  });
  return finished(reading, *sessions);
}

}  // namespace placard
