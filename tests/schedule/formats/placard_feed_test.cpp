// SPDX-License-Identifier: MIT
#include "schedule/formats/placard_feed.hpp"

#include <doctest/doctest.h>

#include "schedule/formats/placard_feed_text.hpp"
#include "schedule/programme.hpp"

using namespace placard;
using namespace std::chrono_literals;

using Names = std::vector<std::string>;

TEST_CASE("a whole feed, every key used") {
  const ReadFeed feed = read_text(R"({
    "event": "Harbour Days", "time_zone": "America/Los_Angeles", "generated_at": "2025-11-03T20:00:00Z",
    "sessions": [{
      "id": "tides-1", "room": ["Pier 3", "Quay"], "title": "Tides",
      "start": "2025-11-04T13:00:00-08:00", "end": "2025-11-04T13:30:00-08:00",
      "track": "Water", "labels": ["Deep", "Salt"], "speakers": ["Ada", "Bo"], "status": "scheduled"
    }]})");
  CHECK(feed.problems.empty());
  CHECK(feed.skipped == 0);
  REQUIRE(feed.schedule.has_value());
  const Schedule& schedule = *feed.schedule;
  CHECK(schedule.event == "Harbour Days");
  CHECK(schedule.time_zone == "America/Los_Angeles");
  CHECK((schedule.generated_at == moment("2025-11-03T12:00:00-08:00")));
  CHECK((room_names(schedule) == Names{"Pier 3", "Quay"}));
  const Session& session = schedule.sessions.at(0);
  CHECK(session.id == "tides-1");
  CHECK(session.title == "Tides");
  CHECK((session.start == moment("13:00")));
  CHECK((session.end == moment("13:30")));
  CHECK((session.rooms == std::vector<std::size_t>{0, 1}));
  CHECK_FALSE(session.every_room);
  CHECK(session.track == "Water");
  CHECK((session.labels == Names{"Deep", "Salt"}));
  CHECK((session.speakers == Names{"Ada", "Bo"}));
  CHECK_FALSE(session.cancelled);
}

TEST_CASE("the least a session needs: room, title and start") {
  const ReadFeed feed = read_text(feed_of({kGoodSession}));
  CHECK(feed.problems.empty());
  const Session& session = feed.schedule.value().sessions.at(0);
  CHECK(session.id.empty());
  CHECK_FALSE(session.end.has_value());
  CHECK(session.track.empty());
  CHECK(session.labels.empty());
  CHECK(session.speakers.empty());
}

TEST_CASE("an empty list of sessions is a programme without sessions, not a mistake") {
  const ReadFeed feed = read_text(R"({"event": "Harbour Days", "sessions": []})");
  CHECK(feed.problems.empty());
  REQUIRE(feed.schedule.has_value());
  CHECK(feed.schedule->sessions.empty());
  CHECK(feed.schedule->event == "Harbour Days");
}

TEST_CASE("keys of the head: a wrong one is told, and the sessions are used all the same") {
  struct Row {
    std::string head;
    std::string sentence;
  };
  const std::string no_zone = "is not a time zone this system knows. Write an IANA name such as America/Los_Angeles.";
  const Row rows[] = {
      {R"("event": null, "time_zone": null, "generated_at": null, )", ""},
      {R"("event": "", "unknown": 1, "$schema": "x", )", ""},
      {R"("event": 5, )", "feed.json:1:11: error: \"event\" is a whole number where a string belongs."},
      {R"("time_zone": "Mars/Base", )", "feed.json:1:15: error: \"Mars/Base\" " + no_zone},
      {R"("time_zone": "", )", "feed.json:1:15: error: \"\" " + no_zone},
      {R"("time_zone": "localtime", )", "feed.json:1:15: error: \"localtime\" " + no_zone},
      {R"("generated_at": "today", )",
       "feed.json:1:18: error: \"generated_at\" is not a date and time. Write it like 2025-11-04T13:00:00-08:00."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.head);
    const ReadFeed feed = read_text(feed_of({kGoodSession}, row.head));
    CHECK(told(feed) == row.sentence + (row.sentence.empty() ? "" : "\n"));
    REQUIRE(feed.schedule.has_value());
    CHECK(feed.schedule->sessions.size() == 1);
    CHECK(feed.schedule->time_zone.empty());
    CHECK_FALSE(feed.schedule->generated_at.has_value());
  }
}

TEST_CASE("the offset of the feed is the one its sessions are written with, not that of its making") {
  const ReadFeed feed = read_text(feed_of({session_with("start", "\"2025-11-04T13:00+01:00\""), kGoodSession},
                                          "\"generated_at\": \"2025-11-03T20:00:00Z\", "));
  CHECK((feed.schedule.value().utc_offset == 1h));
  const ReadFeed none = read_text(feed_of({session_with("start", "\"2025-11-04T13:00\"")}), los_angeles());
  CHECK_FALSE(none.schedule.value().utc_offset.has_value());
}

TEST_CASE("a bad session is left out and named with line, column and what to do") {
  const ReadFeed feed = read_text(feed_of({kGoodSession, R"(  {"room": "Hall", "title": "Beta", "start": 7})",
                                           kGoodSession, R"({"room": "Hall", "title": "Gamma"})"}));
  CHECK(feed.skipped == 2);
  CHECK(feed.schedule.value().sessions.size() == 2);
  CHECK(told(feed) ==
        "feed.json:3:46: error: \"sessions[1].start\" is a whole number where a string belongs.\n"
        "feed.json:5:1: error: \"sessions[3].start\" is missing. Say when the session starts.\n");
}

TEST_CASE("of a session with several mistakes each is told") {
  const ReadFeed feed = read_text(feed_of({kGoodSession, R"({"track": 1, "room": "Hall", "start": "x", "end": "y"})"}));
  CHECK(feed.skipped == 1);
  CHECK(feed.problems.size() == 4);  // no title, two times, and the track
}

TEST_CASE("a feed of which more than half is bad is refused") {
  struct Row {
    std::size_t good;
    std::size_t bad;
    bool used;
  };
  const Row rows[] = {{1, 0, true},  {1, 1, true},   {1, 2, false},   {2, 2, true},   {2, 3, false},
                      {0, 1, false}, {50, 50, true}, {50, 51, false}, {0, 700, false}};
  for (const Row& row : rows) {
    CAPTURE(row.good);
    CAPTURE(row.bad);
    Names sessions(row.good, kGoodSession);
    sessions.insert(sessions.end(), row.bad, R"({"start": 0})");
    const ReadFeed feed = read_text(feed_of(sessions));
    CHECK(feed.schedule.has_value() == row.used);
    CHECK(feed.skipped == row.bad);
    CHECK(feed.problems.size() <= 501);
    if (row.used) CHECK(feed.schedule->sessions.size() == row.good);
    const std::string refused = std::to_string(row.bad) + " of the feed's " + std::to_string(row.good + row.bad) +
                                " sessions can't be read, so the feed is not used.";
    if (!row.used) CHECK(feed.problems.back().what == refused);
  }
}

TEST_CASE("the shipped feed is read without a word") {
  const ReadFeed feed = read_text(file_text(PLACARD_SOURCE "/config/feed/ray-summit-2025.json"));
  CHECK(feed.problems.empty());
  CHECK(feed.schedule.value().sessions.size() == 61);
  CHECK(feed.schedule->rooms.size() == 12);
  CHECK((feed.schedule->utc_offset == -8h));
}
