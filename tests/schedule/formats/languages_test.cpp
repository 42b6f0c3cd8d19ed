// SPDX-License-Identifier: MIT
// Feeds in several languages: texts by tag, and rooms that are known by all their names.
#include <doctest/doctest.h>

#include "schedule/merge.hpp"
#include "schedule/told.hpp"

using namespace placard;
using namespace placard::test;

namespace {

const std::string kPretalx = R"({"timezone": "UTC", "tracks": [{"id": 3, "name": {"de-formal": "Meer", "en": "Sea"}}],
  "rooms": [{"id": 1, "name": {"de-formal": "Kai", "en": "Quay", "zh-Hant": "碼頭"}}, {"id": 2, "name": "Pier"}],
  "talks": [{"code": "A", "title": {"de-formal": "Flut", "en": "Tide"}, "start": "2025-11-04T13:00:00Z", "room": 1, "track": 3}]})";

ReadFeed read(const std::string& text, const std::string& language) {
  return read_feed("feed.json", text, {std::nullopt, "", language});
}

const std::string kFrab2 = R"({"schedule": {"conference": {"rooms": [
    {"guid": "r1", "name": {"de": "Kai", "en": "Quay"}}, {"guid": "r2", "name": {"de": "Quay", "en": "Pier"}}]}, "events": [
  {"title": "A", "start": "2025-11-04T13:00:00Z", "room": "kai"},
  {"title": "B", "start": "2025-11-04T14:00:00Z", "room": "Quay"},
  {"title": "C", "start": "2025-11-04T15:00:00Z", "room": {"guid": "r1", "name": "Kai"}}]}})";

}  // namespace

TEST_CASE("texts are found by the nearest tag") {
  CHECK(told(read(kPretalx, "de")) == Lines{"A: Flut | Kai | 2025-11-04T13:00 - | Meer |  | "});
  CHECK(told(read(kPretalx, "DE_at")) == Lines{"A: Flut | Kai | 2025-11-04T13:00 - | Meer |  | "});
  CHECK(told(read(kPretalx, "zh")) == Lines{"A: Tide | 碼頭 | 2025-11-04T13:00 - | Sea |  | "});
  CHECK(told(read(kPretalx, "fr")) == Lines{"A: Tide | Quay | 2025-11-04T13:00 - | Sea |  | "});
}

TEST_CASE("a room is known by its name in any language") {
  for (const std::string language : {"de", "en", "zh"}) {
    const Schedule schedule = read(kPretalx, language).schedule.value();
    for (const std::string name : {"Kai", "QUAY", "碼頭", "1"}) {
      CAPTURE(name);
      CHECK(rooms_named(schedule, {name}) == std::vector<std::size_t>{0});
    }
    CHECK(all_room_names(schedule).size() == 4);
    CHECK(room_names(schedule).size() == 2);
  }
}

TEST_CASE("OPass: rooms by the names in all their languages; broadcasts are told from sessions in several rooms") {
  const ReadFeed feed =
      read(R"({"session_types": [], "rooms": [{"id": "R0", "zh-Hant": {"name": "大廳"}, "en": {"name": "Hall"}},
      {"id": "R1", "en": {"name": "Quay"}}], "sessions": [
      {"room": "R1", "broadcast": ["R0", "R1"], "start": "2025-11-04T13:00:00Z", "en": {"title": "A"}},
      {"room": "R0", "broadcast": ["R0"], "start": "2025-11-04T14:00:00Z", "en": {"title": "B"}}]})",
           "zh");
  CHECK(told_rooms(feed) == "大廳=R0, Quay=R1");
  CHECK(rooms_named(*feed.schedule, {"hall"}) == std::vector<std::size_t>{0});
  CHECK(feed.schedule->sessions[0].rooms == std::vector<std::size_t>{1, 0});
  CHECK(feed.schedule->sessions[0].broadcast);
  CHECK_FALSE(feed.schedule->sessions[1].broadcast);
}

TEST_CASE("frab2: sessions that name their room in another language stand in that room; its own name goes before") {
  const ReadFeed feed = read(kFrab2, "en");
  CHECK(told_rooms(feed) == "Quay=r1, Pier=r2");
  for (const Session& session : feed.schedule->sessions) CHECK(session.rooms == std::vector<std::size_t>{0});
  CHECK(rooms_named(*feed.schedule, {"Quay"}) == std::vector<std::size_t>{0});
  CHECK(rooms_named(*feed.schedule, {"Kai", "Pier"}) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("rooms keep their other names in a schedule merged of several") {
  const Schedule one = read(kPretalx, "de").schedule.value();
  const Schedule both = merged({&one, &one});
  CHECK(both.rooms == one.rooms);
}
