// SPDX-License-Identifier: MIT
#include "schedule/formats/frab_feed.hpp"

#include <fmt/format.h>

#include "base/text/clean.hpp"
#include "base/text/fold.hpp"
#include "base/time/duration.hpp"
#include "schedule/formats/reading/session_state.hpp"
#include "schedule/formats/reading/session_times.hpp"
#include "schedule/formats/reading/words.hpp"

namespace placard {
namespace {

constexpr std::chrono::hours kUsualDayChange{6};
constexpr std::chrono::hours kEndOfNight{30};

// What the events of one day need to know of it: events after midnight are listed under the day before.
struct Day {
  std::optional<LocalTime> date;
  seconds change = kUsualDayChange;
};

std::optional<LocalTime> midnight_of(const std::string& date) {
  const auto written = parse_time(date.substr(0, 10) + "T00:00");
  return written ? std::optional(written->local) : std::nullopt;
}

Day read_day(json::ObjectReader& object) {
  Day day;
  const auto date = object.raw_text("date", 64);
  if (date) day.date = midnight_of(*date);
  const auto begin = object.raw_text("day_start", 64);
  const auto start = begin ? parse_time(*begin) : std::nullopt;
  if (!start) return day;
  const seconds time = start->local - std::chrono::floor<std::chrono::days>(start->local);
  if (time < kUsualDayChange) day.change = time;
  return day;
}

// "9:00", "09:00:00"; up to "29:59" as the hours after midnight are counted by some.
std::optional<seconds> time_of_day(const std::string& text) {
  const auto parts = parse_duration(text);
  if (!parts) return std::nullopt;
  const seconds time = parts->in_hours ? *parts->in_hours : parts->span;
  return time < kEndOfNight ? std::optional(time) : std::nullopt;
}

// A time of day, and the date beside it or that of the day it is listed under.
std::optional<LocalTime> local_start(const SessionObject& object, const Day& day) {
  const json::Value* start = json::find(object.value, "start");
  const json::Value* date = json::find(object.value, "date");
  if (start == nullptr || start->text() == nullptr) return std::nullopt;
  const auto time = time_of_day(*start->text());
  if (!time) return std::nullopt;
  if (date != nullptr && date->text() != nullptr && date->text()->size() == 10) {
    if (const auto own = midnight_of(*date->text())) return *own + *time;
  }
  if (!day.date) return std::nullopt;
  return *day.date + (*time < day.change ? std::chrono::hours(24) : std::chrono::hours(0)) + *time;
}

bool is_instant(const json::Value* value) {
  return value != nullptr && value->text() != nullptr && parse_time(*value->text());
}

// The oldest feeds have only a time of day; others a date and time as the start.
void read_frab_start(FeedReading& reading, const SessionObject& object, const Day& day, Session& session) {
  if (is_instant(json::find(object.value, "date"))) return read_start(reading, object.needed, "date", session);
  if (is_instant(json::find(object.value, "start"))) return read_start(reading, object.needed, "start", session);
  const auto local = local_start(object, day);
  if (!local) return read_start(reading, object.needed, "date", session);
  session.start = local_instant(reading, object.needed, "start", *local).value_or(Instant{});
}

std::vector<std::string> read_persons(FeedReading& reading, json::ObjectReader& details) {
  std::vector<std::string> names;
  const json::Value* list = details.list("persons");
  if (list == nullptr) return names;
  for (std::size_t i = 0; i < list->array()->size() && names.size() < kMaxNames; ++i) {
    json::ObjectReader person(reading.document, (*list->array())[i],
                              fmt::format("{}[{}]", details.path_of("persons"), i), Severity::warning,
                              reading.problems);
    for (const char* key : {"public_name", "name", "full_public_name"}) {
      const auto name = person.text(key);
      if (!name) continue;
      names.push_back(*name);
      break;
    }
  }
  return names;
}

std::string first_id(json::ObjectReader& details) {
  for (const char* key : {"guid", "code", "id"}) {
    std::string id = read_id(details, key);
    if (!id.empty()) return id;
  }
  return "";
}

class FrabReader {
 public:
  FrabReader(const json::Document& document, const ReadOptions& options) : reading_(document, options) {}

  ReadFeed read() {
    const json::Value* schedule = json::find(reading_.document.root, "schedule");
    const json::Value* conference = schedule != nullptr ? json::find(*schedule, "conference") : nullptr;
    const json::Value* days = conference != nullptr ? json::find(*conference, "days") : nullptr;
    if (days == nullptr || days->array() == nullptr)
      return refused(reading_, "frab", "list \"schedule.conference.days\"");
    json::ObjectReader object(reading_.document, *conference, "schedule.conference", Severity::warning,
                              reading_.problems);
    reading_.schedule.event = read_words(reading_, object, "title").value_or("");
    read_time_zone(reading_, object, "time_zone_name");
    room_ids_ = read_names_by_id(reading_, object, "rooms", "name",
                                 [this](json::ObjectReader& room) { return known_room(room); });
    read_names_by_id(reading_, object, "tracks", "name", [this](json::ObjectReader& track) {
      const auto name = read_words(reading_, track, "name");
      if (name) add_track_color(reading_, *name, track.text("color"));
      return name;
    });
    for (std::size_t i = 0; i < days->array()->size(); ++i) read_one_day((*days->array())[i], i);
    return finished(reading_, *days);
  }

 private:
  // Rooms keep the organiser's order; a room's name leads to its id.
  std::optional<std::string> known_room(json::ObjectReader& room) {
    const auto index = read_room(reading_, room, "guid");
    return index ? std::optional(reading_.schedule.rooms[*index].id) : std::nullopt;
  }

  std::size_t room_index(const std::string& name) {
    const auto listed = room_ids_.find(name);
    return listed != room_ids_.end() ? reading_.rooms.index(name, listed->second) : reading_.rooms.index_by_name(name);
  }

  void read_one_day(const json::Value& value, std::size_t index) {
    const std::string path = fmt::format("schedule.conference.days[{}]", index);
    json::ObjectReader object(reading_.document, value, path, Severity::warning, reading_.problems);
    if (value.object() == nullptr) {
      object.complain_at(value, fmt::format("\"{}\" is {} where an object belongs.", path, json::kind_name(value)));
      return;
    }
    const Day day = read_day(object);
    const json::Value* rooms = object.object("rooms");
    if (rooms == nullptr) return;
    for (const json::Member& member : *rooms->object()) {
      const std::string room = clean_line(member.key);
      const std::string here = fmt::format("{}.rooms.{}", path, clean_line(member.key, 60));
      if (member.value.array() == nullptr && !member.value.is_null()) {
        object.complain_at(member.value,
                           fmt::format("\"{}\" is {} where a list belongs.", here, json::kind_name(member.value)));
      }
      read_session_list(reading_, member.value, here, [&](const SessionObject& one, Session& session) {
        return read_event(one, day, room, session);
      });
    }
  }

  SessionOutcome read_event(const SessionObject& object, const Day& day, const std::string& listed_room,
                            Session& session) {
    if (is_blank(object.value, "date") && is_blank(object.value, "start")) return SessionOutcome::not_scheduled;
    if (listed_room.empty() && is_blank(object.value, "room")) return SessionOutcome::not_scheduled;
    read_title(reading_, object, "title", session);
    read_frab_start(reading_, object, day, session);
    read_end_or_duration(reading_, object, session);
    // The key under which it is listed is the room; its own word for it may be another.
    const auto room = listed_room.empty() ? object.needed.text("room") : listed_room;
    if (room) session.rooms.push_back(room_index(*room));
    session.id = first_id(object.details);
    // pretalx' widget knows it by its code.
    const std::string code = read_id(object.details, "code");
    if (code != session.id) session.other_id = code;
    session.track = read_track(object);
    session.speakers = read_persons(reading_, object.details);
    session.is_break = fold_name(object.details.text("type").value_or("")) == "break";
    name_untitled(reading_, object, "title", session);
    read_signup_status(object.details, session);
    return read_state(object.details, "state", session);
  }

  std::string read_track(const SessionObject& object) {
    const json::Value* track = json::find(object.value, "track");
    if (track == nullptr || json::find(*track, "name") == nullptr) {
      return read_words(reading_, object.details, "track").value_or("");
    }
    json::ObjectReader named(reading_.document, *track, object.details.path_of("track"), Severity::warning,
                             reading_.problems);
    return read_words(reading_, named, "name").value_or("");
  }

  FeedReading reading_;
  NamesById room_ids_;
};

}  // namespace

bool is_frab_feed(const json::Value& root) {
  const json::Value* schedule = json::find(root, "schedule");
  const json::Value* conference = schedule != nullptr ? json::find(*schedule, "conference") : nullptr;
  const json::Value* days = conference != nullptr ? json::find(*conference, "days") : nullptr;
  return days != nullptr && days->array() != nullptr;
}

ReadFeed read_frab_feed(const json::Document& document, const ReadOptions& options) {
  return FrabReader(document, options).read();
}

}  // namespace placard
