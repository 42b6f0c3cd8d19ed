// SPDX-License-Identifier: MIT
#include "schedule/placard_feed.hpp"

#include <fmt/format.h>

#include "json/object_reader.hpp"

namespace placard {
namespace {

constexpr std::size_t kMaxNames = 32;  // rooms, labels or speakers of one session

struct Reading {
  const json::Document& document;
  std::optional<TimeZone> zone;  // for times without offset
  Schedule& schedule;
  RoomTable rooms;
  Problems problems;
  std::size_t skipped = 0;
};

std::optional<Instant> read_instant(Reading& reading, json::ObjectReader& object, std::string_view key) {
  const auto text = object.raw_text(key, 64);
  if (!text || text->empty()) return std::nullopt;
  const auto written = parse_time(*text);
  if (!written) {
    object.complain(key, fmt::format("\"{}\" is not a date and time.", object.path_of(key)),
                    "Write it like 2025-11-04T13:00:00-08:00.");
    return std::nullopt;
  }
  if (written->offset && !reading.schedule.utc_offset) reading.schedule.utc_offset = written->offset;
  if (written->offset) return TimeZone::fixed(*written->offset).instant(*written);
  if (!reading.zone) {
    object.complain(key, fmt::format("\"{}\" has no offset from UTC, and no time zone is known.", object.path_of(key)),
                    "Set \"time_zone\" in the config or in the feed.");
    return std::nullopt;
  }
  return reading.zone->instant(*written);
}

void read_rooms(Reading& reading, json::ObjectReader& object, Session& session) {
  auto names = object.texts("room", true).value_or(std::vector<std::string>{});
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

std::vector<std::string> read_names(json::ObjectReader& object, std::string_view key) {
  auto names = object.texts(key).value_or(std::vector<std::string>{});
  if (names.size() > kMaxNames) names.resize(kMaxNames);
  return names;
}

// What a session can do without: a value that can't be read is named and left out, and the session stands.
void read_details(Reading& reading, const json::Value& value, const std::string& path, Session& session) {
  json::ObjectReader object(reading.document, value, path, Severity::warning, reading.problems);
  session.id = object.text("id").value_or("");
  session.track = object.text("track").value_or("");
  session.labels = read_names(object, "labels");
  session.speakers = read_names(object, "speakers");
  if (session.end && *session.end <= session.start) {
    object.complain("end", fmt::format("\"{}\" ends before it has begun.", path),
                    "Until it is mended, it counts until the next session in its room, an hour at the most.");
  }
}

std::optional<Session> read_session(Reading& reading, const json::Value& value, std::size_t index) {
  const std::string path = fmt::format("sessions[{}]", index);
  json::ObjectReader object(reading.document, value, path, Severity::error, reading.problems);
  if (value.object() == nullptr) {
    object.complain_at(value, fmt::format("\"{}\" is {} where an object belongs.", path, json::kind_name(value)));
    return std::nullopt;
  }
  Session session;
  session.title = object.text("title").value_or("");
  if (session.title.empty() && !object.failed()) {
    object.complain("title", fmt::format("\"{}\" is missing.", object.path_of("title")), "Give the session a title.");
  }
  const auto start = read_instant(reading, object, "start");
  if (!start && !object.failed()) {
    object.complain("start", fmt::format("\"{}\" is missing.", object.path_of("start")),
                    "Say when the session starts.");
  }
  session.start = start.value_or(Instant{});
  session.end = read_instant(reading, object, "end");
  // A status nobody knows may well mean that the session is off: it is not shown as on.
  const auto status = object.one_of("status", {"scheduled", "cancelled", "canceled"});
  session.cancelled = status == "cancelled" || status == "canceled";
  read_details(reading, value, path, session);
  if (!object.failed()) read_rooms(reading, object, session);
  if (object.failed()) return std::nullopt;
  return session;
}

void read_head(Reading& reading, json::ObjectReader& object) {
  reading.schedule.event = object.text("event").value_or("");
  if (const auto name = object.raw_text("time_zone", 64)) {
    const auto zone = TimeZone::find(*name);
    if (!zone) {
      object.complain("time_zone", fmt::format("\"{}\" is not a time zone this system knows.", *name),
                      "Write an IANA name such as America/Los_Angeles.");
    } else {
      reading.schedule.time_zone = *name;
      if (!reading.zone) reading.zone = zone;
    }
  }
  reading.schedule.generated_at = read_instant(reading, object, "generated_at");
  reading.schedule.utc_offset.reset();  // feeds are often stamped in UTC; only the sessions' offset says where they are
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
  Schedule schedule;
  Reading reading{document, options.zone, schedule, RoomTable(schedule), {}, 0};
  json::ObjectReader object(document, document.root, "", Severity::error, reading.problems);
  read_head(reading, object);
  const json::Value* sessions = object.list("sessions");
  if (sessions == nullptr) {
    object.complain("sessions", "This feed has no list \"sessions\".",
                    "Check that it is a feed in Placard's own format.");
    return {std::nullopt, std::move(reading.problems), 0};
  }
  const json::Array& list = *sessions->array();
  for (std::size_t i = 0; i < list.size(); ++i) {
    auto session = read_session(reading, list[i], i);
    if (session) reading.schedule.sessions.push_back(std::move(*session));
    if (!session) ++reading.skipped;
  }
  if (reading.skipped * 2 > list.size()) {
    // Not through the reader, which stops at so many problems: this is the one to be told.
    reading.problems.push_back(
        document.problem_at(sessions->offset, Severity::error,
                            fmt::format("{} of the feed's {} sessions can't be read, so the feed is not used.",
                                        reading.skipped, list.size()),
                            "Mend the sessions named above."));
    return {std::nullopt, std::move(reading.problems), reading.skipped};
  }
  return {std::move(schedule), std::move(reading.problems), reading.skipped};
}

}  // namespace placard
