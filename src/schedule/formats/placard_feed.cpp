// SPDX-License-Identifier: MIT
#include "schedule/formats/placard_feed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text/clean.hpp"
#include "base/text/fold.hpp"
#include "base/text/nearest.hpp"
#include "schedule/formats/reading/session_times.hpp"
#include "schedule/formats/reading/words.hpp"

namespace placard {
namespace {

constexpr std::array<std::string_view, 9> kKeys = {"id",    "room",   "title",    "start", "end",
                                                   "track", "labels", "speakers", "status"};
constexpr std::array kOff = {"cancelled", "canceled", "withdrawn", "postponed"};
constexpr std::size_t kMostTypos = 2;

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
                    "Name the room, or write \"*\" for every room; \"\" if it has none yet.");
  }
}

// A key that is there and says nothing was left open on purpose. One that is missing was forgotten, unless the other
// says nothing either. What has no title is no session that waits for its place.
bool waits_for_its_place(const json::Value& session) {
  if (is_blank(session, "title")) return false;
  const bool no_start = is_blank(session, "start");
  const bool no_room = is_blank(session, "room");
  if (no_start && no_room) return true;
  return (no_start && json::has(session, "start")) || (no_room && json::has(session, "room"));
}

// What looks like the word that a session is off is taken for it: a sign must not show it as on.
void read_status(json::ObjectReader& details, Session& session) {
  const std::string status = fold_name(details.text("status").value_or("scheduled"));
  const auto is_near = [&status](const char* off) { return edit_distance(status, off) <= kMostTypos; };
  session.cancelled = std::any_of(kOff.begin(), kOff.end(), is_near);
  if (status == "scheduled" || status == "cancelled" || status == "canceled") return;
  details.complain("status",
                   fmt::format("\"{}\" is \"{}\"; the session is shown as {}.", details.path_of("status"),
                               clean_line(status, 60), session.cancelled ? "cancelled" : "scheduled"),
                   "It must be one of: scheduled, cancelled, canceled.");
}

SessionOutcome read_session(FeedReading& reading, const SessionObject& object, Session& session) {
  if (waits_for_its_place(object.value)) return SessionOutcome::not_scheduled;
  read_title(reading, object, "title", session);
  read_start(reading, object.needed, "start", session);
  read_end(reading, object, "end", session);
  read_status(object.details, session);
  session.id = object.details.text("id").value_or("");
  session.track = object.details.text("track").value_or("");
  session.labels = read_names(object.details, "labels");
  session.speakers = read_names(object.details, "speakers");
  if (!object.needed.failed()) read_rooms(reading, object.needed, session);
  name_untitled(reading, object, "title", session);
  return SessionOutcome::good;
}

bool has_our_keys_alone(const json::Value& session) {
  const json::Object* members = session.object();
  return members != nullptr && !members->empty() &&
         std::all_of(members->begin(), members->end(), [](const json::Member& member) {
           return std::find(kKeys.begin(), kKeys.end(), member.key) != kKeys.end();
         });
}

}  // namespace

bool is_placard_feed(const json::Value& root) {
  const json::Value* sessions = json::find(root, "sessions");
  if (sessions == nullptr || sessions->array() == nullptr) return false;
  const json::Array& list = *sessions->array();
  if (list.empty()) return json::find(root, "rooms") == nullptr && json::find(root, "speakers") == nullptr;
  return any_has(sessions, {"start"}) || std::all_of(list.begin(), list.end(), has_our_keys_alone);
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
