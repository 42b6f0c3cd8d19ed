// SPDX-License-Identifier: MIT
#include "schedule/formats/frab_feed.hpp"

#include <doctest/doctest.h>

#include "schedule/told.hpp"

using namespace placard;
using namespace placard::test;

namespace {

ReadFeed read(const std::string& conference, const std::optional<TimeZone>& zone = std::nullopt) {
  return read_feed("schedule.json", R"({"schedule": {"conference": {)" + conference + "}}}", {zone, "frab"});
}

// One event of a day in Saal 1.
ReadFeed read_event(const std::string& event, const std::string& head = "", const std::string& day = "",
                    const std::optional<TimeZone>& zone = TimeZone::find("Europe/Berlin")) {
  return read(head + R"("days": [{"date": "2025-12-27", )" + day + R"("rooms": {"Saal 1": [{)" + event + "}]}}]", zone);
}

const std::string kTimes = R"("date": "2025-12-27T11:00:00+01:00", "duration": "01:00")";

}  // namespace

TEST_CASE("a schedule.json: rooms in the organiser's order, colours, zone, and every detail of an event") {
  const ReadFeed feed = read(R"("title": "Congress", "time_zone_name": "Europe/Berlin",
      "rooms": [{"name": "Saal 2", "guid": "r2"}, {"name": "Saal 1", "guid": "r1"}],
      "tracks": [{"name": "Ethics", "color": "#ff8800", "slug": "ethics"}],
      "days": [{"index": 1, "date": "2025-12-27", "rooms": {
        "Saal 1": [{"guid": "g1", "id": 7, "date": "2025-12-27T11:00:00+01:00", "start": "11:00", "duration": "00:40",
                    "room": "Somewhere else", "title": " Opening\tnight ", "subtitle": "x", "track": "Ethics", "type": "Talk",
                    "persons": [{"id": 1, "public_name": "Ada", "name": "A"}, {"name": "Grace"}, {"full_public_name": "Alan"}]}],
        "Tent": [{"id": 8, "date": "2025-12-28T00:15:00+01:00", "duration": "1:05", "title": "Late", "track": null,
                  "persons": []}]}}])");
  CHECK(told(feed) == Lines{"g1: Opening night | Saal 1 | 2025-12-27T10:00 - 10:40 | Ethics | Ada, Grace, Alan | ",
                            "8: Late | Tent | 2025-12-27T23:15 - 00:20 |  |  | "});
  CHECK(told_rooms(feed) == "Saal 2=r2, Saal 1=r1, Tent");
  CHECK(feed.schedule->event == "Congress");
  CHECK(feed.schedule->time_zone == "Europe/Berlin");
  CHECK(feed.schedule->track_colors == std::vector<TrackColor>{{"Ethics", 0xFF8800}});
  CHECK(feed.problems.empty());
}

TEST_CASE("starts and ends, however they are spelled") {
  struct Row {
    std::string times;
    std::string told;  // start and end in UTC
  };
  const Row rows[] = {
      {R"("date": "2025-12-27T11:00:00+01:00", "duration": "00:30")", "2025-12-27T10:00 - 10:30"},
      {R"("date": "2025-12-27T11:00:00+01:00", "duration": "2:05")", "2025-12-27T10:00 - 12:05"},
      {R"("date": "2025-12-27T11:00:00+01:00", "duration": "1:01:00")", "2025-12-27T10:00 - 11:00"},
      {R"("date": "2025-12-27T11:00:00+01:00", "duration": 45)", "2025-12-27T10:00 - 10:45"},
      {R"("date": "2025-12-27T11:00:00+01:00", "duration": "00:30", "end": "2025-12-27T12:00:00+01:00")",
       "2025-12-27T10:00 - 11:00"},
      {R"("date": "2025-12-27T11:00:00+01:00", "duration": "00:00")", "2025-12-27T10:00 - 10:00"},
      {R"("date": "2025-12-27T11:00:00+01:00")", "2025-12-27T10:00 -"},
      {R"("date": "2025-12-27T11:00:00+01:00", "duration": "soon")", "2025-12-27T10:00 -"},
      {R"("date": "2025-12-27T11:00:00", "duration": "00:30")", "2025-12-27T10:00 - 10:30"},
      {R"("start": "11:00", "duration": "00:30")", "2025-12-27T10:00 - 10:30"},
      {R"("start": "0:30", "duration": "00:30")", "2025-12-27T23:30 - 00:00"},   // the night after
      {R"("start": "05:59", "duration": "00:30")", "2025-12-28T04:59 - 05:29"},  // before six belongs to the day before
      {R"("start": "06:00", "duration": "00:30")", "2025-12-27T05:00 - 05:30"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.times);
    const ReadFeed feed = read_event(R"("title": "T", )" + row.times);
    REQUIRE(feed.schedule);
    CHECK(told(feed).front().find("| " + row.told + " |") != std::string::npos);
  }
}

TEST_CASE("the day's own beginning says when it changes") {
  const std::string event = R"("title": "T", "start": "04:30", "duration": "00:30")";
  CHECK(told(read_event(event, "", R"("day_start": "2025-12-27T04:00:00+01:00", )")).front().find("2025-12-27T03:30") !=
        std::string::npos);
  CHECK(told(read_event(event, "", R"("day_start": "2025-12-27T11:00:00+01:00", )")).front().find("2025-12-28T03:30") !=
        std::string::npos);
}

TEST_CASE("a time of day alone needs a zone") {
  const ReadFeed feed = read_event(R"("title": "T", "start": "11:00")", "", "", std::nullopt);
  CHECK_FALSE(feed.schedule);
  CHECK(sentences(feed).front().find("Set \"time_zone\" in the config") != std::string::npos);
}

TEST_CASE("a zone that the written offsets contradict is told once; UTC is no contradiction") {
  const auto zone_problems = [](const std::string& date) {
    std::size_t count = 0;
    const std::string event = R"({"title": "T", "date": ")" + date + R"("})";
    const ReadFeed feed =
        read(R"("time_zone_name": "America/Lima", "days": [{"rooms": {"A": [)" + event + ", " + event + "]}}]");
    for (const Problem& problem : feed.problems)
      count += problem.what.find("another offset") != std::string::npos ? 1 : 0;
    return count;
  };
  CHECK(zone_problems("2025-12-27T11:00:00+01:00") == 1);
  CHECK(zone_problems("2025-12-27T11:00:00-05:00") == 0);
  CHECK(zone_problems("2025-12-27T11:00:00Z") == 0);
}

TEST_CASE("offsets are held to the feed's own zone, where it names none to the config's; edition and cure are told") {
  const auto doubt = [](const std::string& event_zone, std::optional<TimeZone> zone) {
    return read_event(R"("title": "T", "date": "2025-12-27T11:00:00+01:00")", event_zone, "", std::move(zone))
        .zone_doubt;
  };
  const auto lima = TimeZone::find("America/Lima");
  const std::string berlin = R"("time_zone_name": "Europe/Berlin", )";
  CHECK(doubt(berlin, std::nullopt) == "");
  CHECK(doubt(berlin, lima) == "");
  CHECK(doubt("", TimeZone::find("Europe/Berlin")) == "");
  CHECK(doubt("", std::nullopt) == "");
  const std::string told = doubt("", lima);
  CHECK(told.find("another offset, +01:00, than America/Lima has then, -05:00, by this device's tzdata (edition " +
                  lima->edition() + ").") != std::string::npos);
  CHECK(told.find("Update the package tzdata") != std::string::npos);
}

TEST_CASE("a zone nobody knows is told and ignored, as is a bad detail") {
  const ReadFeed feed =
      read_event(R"("title": "T", "persons": "Ada", "track": 5, )" + kTimes, R"("time_zone_name": "Berlin", )");
  CHECK(told(feed) == Lines{": T | Saal 1 | 2025-12-27T10:00 - 11:00 |  |  | "});
  CHECK(sentences(feed).size() == 3);
  CHECK(sentences(feed)[0].find("\"Berlin\" is not a time zone") != std::string::npos);
  for (const Problem& problem : feed.problems) CHECK(problem.severity == Severity::warning);
}

TEST_CASE("states: cancelled ones are shown as such, those never accepted not at all") {
  struct Row {
    std::string state;
    std::size_t sessions;
    bool cancelled;
  };
  for (const Row& row : {Row{"confirmed", 1, false},
                         {"Accepted", 1, false},
                         {"whatever", 1, false},
                         {"canceled", 1, true},
                         {"cancelled", 1, true},
                         {"withdrawn", 1, true},
                         {"rejected", 0, false},
                         {"pending", 0, false}}) {
    CAPTURE(row.state);
    const ReadFeed feed = read_event(R"("title": "T", "state": ")" + row.state + "\", " + kTimes);
    REQUIRE(feed.schedule);
    CHECK(feed.schedule->sessions.size() == row.sessions);
    CHECK(feed.skipped == 0);
    if (row.sessions == 1) CHECK(feed.schedule->sessions[0].cancelled == row.cancelled);
  }
}

TEST_CASE("a bad event is left out and named by its path; of more than half of them the feed is refused") {
  const std::string good = R"({"title": "T", "date": "2025-12-27T11:00:00+01:00"})";
  const ReadFeed feed = read(R"("days": [{"rooms": {"A": [)" + good + R"(, {"title": "U", "date": "soon"}]}}])");
  CHECK(feed.schedule->sessions.size() == 1);
  CHECK(feed.skipped == 1);
  REQUIRE(sentences(feed).size() == 1);
  CHECK(sentences(feed)[0].find("error: \"schedule.conference.days[0].rooms.A[1].date\" is not a date and time. "
                                "Write it like") != std::string::npos);
  const ReadFeed worse = read(R"("days": [{"rooms": {"A": [)" + good + R"(, {"title": "U", "date": "soon"}, 5]}}])");
  CHECK_FALSE(worse.schedule);
  CHECK(worse.problems.back().what == "2 of the feed's 3 sessions can't be read, so the feed is not used.");
}
