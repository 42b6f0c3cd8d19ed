// SPDX-License-Identifier: MIT
#include "schedule/formats/gridsmart_feed.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "schedule/formats/reading/session_state.hpp"
#include "schedule/formats/reading/words.hpp"
#include "schedule/formats/sessionize_session.hpp"

namespace placard {
namespace {

// The names in a list of {"name": …}.
std::vector<std::string> names_in(FeedReading& reading, json::ObjectReader& details, std::string_view key) {
  std::vector<std::string> names;
  const json::Value* list = details.list(key);
  if (list == nullptr) return names;
  for (std::size_t i = 0; i < list->array()->size() && names.size() < kMaxNames; ++i) {
    json::ObjectReader element(reading.document, (*list->array())[i], fmt::format("{}[{}]", details.path_of(key), i),
                               Severity::warning, reading.problems);
    if (auto name = element.text("name")) names.push_back(std::move(*name));
  }
  return names;
}

std::string read_track(FeedReading& reading, json::ObjectReader& details) {
  const json::Value* categories = details.list("categories");
  if (categories == nullptr) return "";
  for (std::size_t i = 0; i < categories->array()->size(); ++i) {
    json::ObjectReader category(reading.document, (*categories->array())[i],
                                fmt::format("{}[{}]", details.path_of("categories"), i), Severity::warning,
                                reading.problems);
    if (!is_track_category(category.text("name").value_or(""))) continue;
    const auto items = names_in(reading, category, "categoryItems");
    if (!items.empty()) return items.front();
  }
  return "";
}

SessionOutcome read_session(FeedReading& reading, std::size_t room, const SessionObject& object, Session& session) {
  if (is_blank(object.value, "startsAt")) return SessionOutcome::not_scheduled;
  read_sessionize_session(reading, object, session);
  session.rooms.push_back(room);
  session.track = read_track(reading, object.details);
  session.speakers = names_in(reading, object.details, "speakers");
  name_untitled(reading, object, "title", session);
  return read_state(object.details, "status", session);
}

// The time slots beside the rooms repeat the same sessions.
void read_day(FeedReading& reading, const json::Value& day, std::size_t index) {
  json::ObjectReader object(reading.document, day, fmt::format("[{}]", index), Severity::warning, reading.problems);
  const json::Value* rooms = object.list("rooms");
  if (rooms == nullptr) return;
  for (std::size_t i = 0; i < rooms->array()->size(); ++i) {
    const std::string path = fmt::format("[{}].rooms[{}]", index, i);
    json::ObjectReader room(reading.document, (*rooms->array())[i], path, Severity::warning, reading.problems);
    const auto name = room.text("name");
    const json::Value* sessions = room.list("sessions");
    if (!name && sessions != nullptr) {
      reading.listed += sessions->array()->size();
      reading.skipped += sessions->array()->size();
      room.complain("name", fmt::format("\"{}\" has no name, so its sessions are left out.", path));
    } else if (sessions != nullptr) {
      const std::size_t known = reading.rooms.index(*name, read_id(room, "id"));
      read_session_list(reading, *sessions, path + ".sessions", [&](const SessionObject& one, Session& session) {
        return read_session(reading, known, one, session);
      });
    }
  }
}

bool is_day(const json::Value& value) {
  const json::Value* rooms = json::find(value, "rooms");
  if (rooms == nullptr || rooms->array() == nullptr) return false;
  return json::find(value, "timeSlots") != nullptr || any_has(rooms, {"sessions"});
}

}  // namespace

bool is_gridsmart_feed(const json::Value& root) {
  const json::Array* days = root.array();
  return days != nullptr && std::any_of(days->begin(), days->end(), is_day);
}

ReadFeed read_gridsmart_feed(const json::Document& document, const ReadOptions& options) {
  FeedReading reading(document, options);
  const json::Array* days = document.root.array();
  if (days == nullptr) return refused(reading, "gridsmart", "list of days");
  for (std::size_t i = 0; i < days->size(); ++i) read_day(reading, (*days)[i], i);
  return finished(reading, document.root);
}

}  // namespace placard
