// SPDX-License-Identifier: MIT
// The formats that are read by ids: what a small document of each becomes.
#include <doctest/doctest.h>

#include "schedule/told.hpp"

using namespace placard;
using namespace placard::test;

namespace {

ReadFeed read(const std::string& text, const std::string& language = "") {
  return read_feed("feed.json", text, {los_angeles(), "", language});
}

}  // namespace

TEST_CASE("frab2: flat events, texts in languages, tracks by slug, speakers before other people") {
  const std::string text = R"({"schedule": {"conference": {"title": {"de": "Kongress", "en": "Congress"},
      "time_zone_name": "Europe/Berlin", "rooms": [{"name": "Saal 1", "guid": "r1"}],
      "tracks": [{"name": "Art", "slug": "art", "colors": {"light": "#111111", "dark": "#F9B000"}}]},
    "events": [
      {"guid": "g1", "code": "C1", "start": "2024-12-27T10:30:00+01:00", "end": "2024-12-27T11:00:00+01:00",
       "room": {"name": "Saal 1", "guid": "r1"}, "title": {"de": "Anfang", "en": "Opening"}, "track": {"slug": "art"},
       "participants": [{"name": "Mod", "role": "MODERATOR"}, {"name": "Ada", "role": "SPEAKER"}]},
      {"code": "C2", "type": "BREAK", "start": "2024-12-27T11:00:00+01:00", "end": "2024-12-27T11:30:00+01:00",
       "room": "Foyer", "title": "Pause", "participants": [{"name": "Cook", "role": "HELPER"}]}]}})";
  CHECK(told(read(text)) == Lines{"g1: Opening | Saal 1 | 2024-12-27T09:30 - 10:00 | Art | Ada | ",
                                  "C2: Pause | Foyer | 2024-12-27T10:00 - 10:30 |  | Cook | break"});
  CHECK(told(read(text, "de")).front().starts_with("g1: Anfang |"));
  CHECK(read(text, "de").schedule->event == "Kongress");
  CHECK(told_rooms(read(text)) == "Saal 1=r1, Foyer");
  CHECK(read(text).schedule->track_colors == std::vector<TrackColor>{{"Art", 0xF9B000}});
}

TEST_CASE("frab2: a break or meta event without a room is for every room; a room may be told by its id alone") {
  const std::string events = R"(
      {"type": "BREAK", "start": "2024-12-27T12:00:00Z", "end": "2024-12-27T13:00:00Z", "title": "Lunch"},
      {"type": "meta", "room": null, "start": "2024-12-27T13:00:00Z", "end": "2024-12-27T13:05:00Z", "title": "Doors"},
      {"type": "BREAK", "room": {"guid": "r1"}, "start": "2024-12-27T14:00:00Z", "title": "Change over"},
      {"type": "BREAK", "room": "", "start": "2024-12-27T15:00:00Z", "title": "Tea"},
      {"type": "META", "room": {"guid": "r9"}, "start": "2024-12-27T16:00:00Z", "title": "Nowhere"},
      {"type": "TALK", "start": "2024-12-27T17:00:00Z", "title": "Roomless"})";
  const ReadFeed feed = read(
      R"({"schedule": {"conference": {"rooms": [{"name": "Saal 1", "guid": "r1"}]}, "events": [)" + events + "]}}");
  CHECK(told(feed) == Lines{": Lunch |  | 2024-12-27T12:00 - 13:00 |  |  | break, every room",
                            ": Doors |  | 2024-12-27T13:00 - 13:05 |  |  | break, every room",
                            ": Change over | Saal 1 | 2024-12-27T14:00 - |  |  | break",
                            ": Tea |  | 2024-12-27T15:00 - |  |  | break, every room"});
  CHECK(feed.skipped == 1);
  CHECK(feed.not_scheduled == 1);
  CHECK(sentences(feed).back().find("\"schedule.events[4].room\" names no room.") != std::string::npos);
}

TEST_CASE("frab2: what is delayed is told so; a length in ISO 8601 stands in for an end") {
  const ReadFeed feed = read(R"({"schedule": {"conference": {}, "events": [
      {"state": "DELAYED", "room": "Hall", "start": "2024-12-27T12:00:00Z", "duration": "PT1H30M", "title": "Late"},
      {"state": "ACCEPTED", "room": "Hall", "start": "2024-12-27T14:00:00Z", "duration": "01:30", "title": "Punctual"},
      {"state": "CANCELED", "room": "Hall", "start": "2024-12-27T16:00:00Z", "end": "2024-12-27T17:00:00Z",
       "duration": "PT9H", "title": "Off"},
      {"room": "Hall", "start": "2024-12-27T18:00:00Z", "duration": "1.5 h", "title": "Odd"}]}})");
  CHECK(told(feed) == Lines{": Late | Hall | 2024-12-27T12:00 - 13:30 |  |  | delayed",
                            ": Punctual | Hall | 2024-12-27T14:00 - 15:30 |  |  | ",
                            ": Off | Hall | 2024-12-27T16:00 - 17:00 |  |  | cancelled",
                            ": Odd | Hall | 2024-12-27T18:00 - |  |  | "});
  CHECK(sentences(feed).size() == 1);
}

TEST_CASE("pretalx widget: ids of rooms, tracks and speakers; breaks have no code") {
  const ReadFeed feed = read(R"({"timezone": "America/Lima", "event_start": "2026-08-27",
    "rooms": [{"id": 286, "name": {"en": "Terrace", "es": "Terraza"}}, {"id": 281, "name": "Hall"}],
    "tracks": [{"id": 229, "name": {"en": "Event"}, "color": "#e0b6f3"}],
    "speakers": [{"code": "XQ", "name": "Ada"}],
    "talks": [
      {"code": "W8", "id": 1, "title": "Entrada", "start": "2026-08-27T08:00:00-05:00", "end": "2026-08-27T08:30:00-05:00",
       "room": 286, "track": 229, "speakers": ["XQ", "??"], "duration": 99},
      {"id": 23165, "title": {"en": "Break", "es": "Receso"}, "start": "2026-08-27T15:50:00Z",
       "end": "2026-08-27T11:10:00-05:00", "room": 281, "slot_type": "break"},
      {"id": 3, "title": "x", "start": "2026-08-27T15:50:00Z", "room": 281, "slot_type": "blocker"},
      {"code": "W9", "state": "pending", "title": "y", "start": "2026-08-27T15:50:00Z", "room": 281}]})",
                             "es");
  CHECK(told(feed) == Lines{"W8: Entrada | Terraza | 2026-08-27T13:00 - 13:30 | Event | Ada | ",
                            "23165: Receso | Hall | 2026-08-27T15:50 - 16:10 |  |  | break"});
  CHECK(told_rooms(feed) == "Terraza=286, Hall=281");
  CHECK(feed.schedule->time_zone == "America/Lima");
  CHECK(feed.skipped == 0);
  CHECK(feed.problems.empty());
}

TEST_CASE("Sessionize All: local times, rooms by their sort, plenary and service sessions, the track's category") {
  const ReadFeed feed = read(R"({"rooms": [{"id": 2, "name": "Side", "sort": 5}, {"id": 1, "name": "Main", "sort": 0}],
    "speakers": [{"id": "s1", "fullName": "Ada"}, {"id": "s2", "fullName": "Grace"}],
    "categories": [{"id": 9, "title": "Level", "items": [{"id": 90, "name": "Beginner"}]},
                   {"id": 8, "title": "Which track does it fit into?", "items": [{"id": 80, "name": "Cloud"}]}],
    "sessions": [
      {"id": "658", "title": "Keynote", "startsAt": "2024-04-20T09:00:00", "endsAt": "2024-04-20T09:45:00", "roomId": 1,
       "isPlenumSession": true, "isServiceSession": false, "speakers": ["s2", "s1"], "categoryItems": [90, 80],
       "status": "Accepted"},
      {"id": "b-1", "title": "Coffee", "startsAt": "2024-04-20T09:45:00", "endsAt": "2024-04-20T10:00:00", "roomId": 2,
       "isPlenumSession": false, "isServiceSession": true, "speakers": [], "categoryItems": [], "status": null},
      {"id": "659", "title": "Off", "startsAt": "2024-04-20T10:00:00", "endsAt": "2024-04-20T10:30:00", "roomId": 2,
       "status": "Declined"}]})");
  CHECK(told(feed) == Lines{"658: Keynote | Main | 2024-04-20T16:00 - 16:45 | Cloud | Grace, Ada | every room",
                            "b-1: Coffee | Side | 2024-04-20T16:45 - 17:00 |  |  | break"});
  CHECK(told_rooms(feed) == "Main=1, Side=2");
}

TEST_CASE("Sessionize without a zone is refused with what to set") {
  const ReadFeed feed = read_feed("feed.json", R"({"rooms": [{"id": 1, "name": "Main"}], "sessions": [
      {"id": "1", "title": "T", "startsAt": "2024-04-20T09:00:00", "roomId": 1}]})",
                                  {});
  CHECK_FALSE(feed.schedule);
  CHECK(sentences(feed).front().find("Set \"time_zone\" in the config, to the venue's.") != std::string::npos);
}

TEST_CASE("Sessionize GridSmart: days, rooms, and the time slots that repeat them") {
  const std::string session = R"({"id": "335", "title": "Welcome", "startsAt": "2022-06-02T09:30:00",
      "endsAt": "2022-06-02T09:50:00", "isServiceSession": false, "isPlenumSession": true,
      "speakers": [{"id": "x", "name": "Ada"}],
      "categories": [{"id": 1, "name": "Level", "categoryItems": [{"name": "Hard"}]},
                     {"id": 2, "name": "Track", "categoryItems": [{"name": "Kotlin"}, {"name": "Java"}]}],
      "roomId": 22799, "room": "Robertson 1"})";
  const ReadFeed feed = read(R"([{"date": "2022-06-02T00:00:00", "rooms": [
      {"id": 22799, "name": "Robertson 1", "sessions": [)" +
                             session + R"(]}],
      "timeSlots": [{"slotStart": "09:30:00", "rooms": [{"id": 22799, "session": )" +
                             session + "}]}]}]");
  CHECK(told(feed) == Lines{"335: Welcome | Robertson 1 | 2022-06-02T16:30 - 16:50 | Kotlin | Ada | every room"});
  CHECK(told_rooms(feed) == "Robertson 1=22799");
}

TEST_CASE("GridSmart: sessions of a room without a name are left out and counted") {
  const ReadFeed feed = read(R"([{"rooms": [{"id": 1, "sessions": [{"title": "x"}]},
      {"id": 2, "name": "B", "sessions": [{"title": "T", "startsAt": "2022-06-02T09:30:00"}]}], "timeSlots": []}])");
  CHECK(feed.skipped == 1);
  CHECK(told(feed).size() == 1);
}

TEST_CASE("OPass: texts by language, broadcasts to other rooms, kinds as tracks, tags as labels") {
  const std::string text = R"({"rooms": [{"id": "R0", "zh": {"name": "大廳"}, "en": {"name": "Hall"}},
      {"id": "R1", "zh": {"name": "一"}, "en": {"name": "One"}}],
    "session_types": [{"id": "K", "zh": {"name": "主題演講"}, "en": {"name": "Keynote"}}],
    "speakers": [{"id": "a", "zh": {"name": "愛達"}, "en": {"name": "Ada"}}, {"id": "#", "en": {"name": "B"}},
                 {"id": "#", "en": {"name": "C"}}],
    "tags": [{"id": "t", "zh": {"name": "台語"}, "en": {"name": "Taigi"}}],
    "sessions": [{"id": "4f", "type": "K", "room": "R0", "broadcast": ["R0", "R1"], "start": "2022-09-04T10:05:00+08:00",
      "end": "2022-09-04T10:55:00+08:00", "zh": {"title": "十年之間"}, "en": {"title": "Ten years"},
      "speakers": ["a", "#"], "tags": ["t"]}]})";
  CHECK(told(read(text)) == Lines{"4f: Ten years | Hall, One | 2022-09-04T02:05 - 02:55 | Keynote | Ada | "});
  CHECK(told(read(text, "zh")) == Lines{"4f: 十年之間 | 大廳, 一 | 2022-09-04T02:05 - 02:55 | 主題演講 | 愛達 | "});
  CHECK(read(text).schedule->sessions[0].labels == Lines{"Taigi"});
  // Who "#" is nobody knows: nobody is named rather than the wrong one.
  CHECK(sentences(read(text)).front().find("The id \"#\" stands for \"B\" and for \"C\".") != std::string::npos);
}

TEST_CASE("SCaLE: a flat list without ids") {
  const ReadFeed feed = read(R"([{"Name": "GUCS", "Location": "Room 107", "StartTime": "2018-03-08T09:30:00-08:00",
      "EndTime": "2018-03-08T12:30:00-08:00", "Speakers": "Ada, Grace H.", "Topic": "PostgreSQL"},
      {"Name": "Later", "Location": "Room 107", "StartTime": "2018-03-11T09:30:00-07:00", "Speakers": "", "Topic": ""}])");
  CHECK(told(feed) == Lines{": GUCS | Room 107 | 2018-03-08T17:30 - 20:30 | PostgreSQL | Ada, Grace H. | ",
                            ": Later | Room 107 | 2018-03-11T16:30 - |  |  | "});
}

TEST_CASE("a room the feed does not list makes a session bad; one without a room is not scheduled yet") {
  const auto read_with = [](const std::string& room) {
    const std::string good = R"({"code": "A", "title": "T", "start": "2026-08-27T08:00:00-05:00", "room": 1})";
    return read(R"({"timezone": "America/Lima", "rooms": [{"id": 1, "name": "Hall"}], "talks": [)" + good + ", {" +
                room + R"("code": "B", "title": "U", "start": "2026-08-27T08:00:00-05:00"}]})");
  };
  for (const char* room : {R"("room": 5, )", R"("room": {}, )", R"("room": true, )"}) {
    CAPTURE(std::string(room));
    const ReadFeed feed = read_with(room);
    CHECK(told(feed).size() == 1);
    CHECK(feed.skipped == 1);
    CHECK(sentences(feed).front().find("\"talks[1].room\"") != std::string::npos);
  }
  for (const char* room : {R"("room": null, )", "", R"("room": "", )", R"("room": [], )"}) {
    CAPTURE(std::string(room));
    const ReadFeed feed = read_with(room);
    CHECK(told(feed).size() == 1);
    CHECK(feed.skipped == 0);
    CHECK(feed.not_scheduled == 1);
    CHECK(feed.problems.empty());
  }
}

TEST_CASE("a feed full of ids that stand for two names is told of 500, quickly") {
  std::string rooms, sessions;
  for (int i = 0; i < 20'000; ++i) {
    const std::string id = std::to_string(i);
    rooms += R"({"id": )" + id + R"(, "name": "A"}, {"id": )" + id + R"(, "name": "B"}, )";
  }
  const ReadFeed feed = read("{\"speakers\": [], \"categories\": [], \"rooms\": [" + rooms +
                             R"({"id": -1, "name": "Hall"}], "sessions": [
      {"id": "a", "title": "Alpha", "startsAt": "2025-11-04T13:00:00", "roomId": -1}]})");
  CHECK(feed.problems.size() == 500);
  CHECK(told(feed) == Lines{"a: Alpha | Hall | 2025-11-04T21:00 - |  |  | "});
}

TEST_CASE("local times in the hour that clocks skip or repeat: told once for the document") {
  const auto session = [](const std::string& start) {
    return R"({"id": "1", "title": "T", "startsAt": ")" + start + R"(", "roomId": 1})";
  };
  const ReadFeed feed = read(R"({"rooms": [{"id": 1, "name": "Main"}], "sessions": [)" +
                             session("2025-03-09T02:30:00") + "," + session("2025-11-02T01:30:00") + "]}");
  CHECK(told(feed) == Lines{"1: T | Main | 2025-03-09T10:30 - |  |  | ", "1: T | Main | 2025-11-02T08:30 - |  |  | "});
  REQUIRE(feed.problems.size() == 1);
  CHECK(feed.problems[0].what == "\"sessions[0].startsAt\" falls in the hour that the clocks skip.");
  CHECK(feed.problems[0].severity == Severity::warning);
}
