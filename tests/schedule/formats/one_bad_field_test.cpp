// SPDX-License-Identifier: MIT
// One bad field does not take a session away: bad ends, missing titles, lengths of several meanings.
#include <doctest/doctest.h>

#include "schedule/formats/placard_feed_text.hpp"
#include "schedule/told.hpp"

using namespace placard;
using namespace placard::test;

namespace {

std::string end_of(const std::string& start, const std::string& end,
                   const std::optional<TimeZone>& zone = los_angeles()) {
  const ReadFeed feed =
      read_text(feed_of({R"({"room": "Pier", "title": "A", "start": ")" + start + R"(", "end": )" + end + "}"}), zone);
  REQUIRE(feed.schedule);
  const Session& session = feed.schedule->sessions.at(0);
  const std::string end_text = session.end ? los_angeles().format(*session.end).substr(0, 16) : "none";
  return end_text + (feed.problems.empty() ? "" : ", told");
}

// The lengths of sessions of one room that start at these hours of one day, in minutes; -1: without an end.
std::vector<long> lengths_of(const std::vector<std::pair<int, std::string>>& sessions, const std::string& more = "") {
  std::string events;
  for (const auto& [hour, duration] : sessions) {
    events += (events.empty() ? "" : ", ") + std::string(R"({"title": "T", "date": "2025-11-04T)") +
              (hour < 10 ? "0" : "") + std::to_string(hour) + R"(:00:00Z", "duration": ")" + duration + "\"}";
  }
  const ReadFeed feed =
      read_feed("feed.json",
                R"({"schedule": {"conference": {"days": [{"rooms": {"Pier": [)" + events + "]" + more + "}}]}}}", {});
  REQUIRE(feed.schedule);
  std::vector<long> minutes;
  for (const Session& session : feed.schedule->sessions)
    minutes.push_back(session.end ? (*session.end - session.start).count() / 60 : -1);
  return minutes;
}

using Lengths = std::vector<long>;

}  // namespace

TEST_CASE("ends of every kind: a bad one is none, 24:00 is midnight, one of the morning is the next day's") {
  struct Row {
    const char* start;
    const char* end;
    const char* told;
  };
  const Row rows[] = {
      {"2025-11-04T20:00", R"("TBD")", "none, told"},
      {"2025-11-04T20:00", R"("22:00")", "none, told"},
      {"2025-11-04T20:00", "17", "none, told"},
      {"2025-11-04T20:00", R"("2025-11-04T25:00")", "none, told"},
      {"2025-11-04T20:00", R"("  ")", "none"},
      {"2025-11-04T20:00", R"("2025-11-04T24:00")", "2025-11-05T00:00, told"},
      {"2025-11-04T20:00", R"("2025-11-04T24:00:00-08:00")", "2025-11-05T00:00, told"},
      {"2025-11-04T24:00", R"("2025-11-05T01:00")", "2025-11-05T01:00"},
      // Earlier in the day, on the start's date.
      {"2025-11-04T20:00", R"("2025-11-04T02:00")", "2025-11-05T02:00, told"},
      {"2025-11-04T20:00", R"("2025-11-04T00:00")", "2025-11-05T00:00, told"},
      {"2025-11-04T10:00", R"("2025-11-04T02:00")", "2025-11-05T02:00, told"},
      {"2025-11-04T20:00:00-08:00", R"("2025-11-04T02:00:00-08:00")", "2025-11-05T02:00, told"},
      {"2025-11-05T04:00:00Z", R"("2025-11-04T10:00:00Z")", "2025-11-05T02:00, told"},  // the same, made UTC
      {"2025-11-01T22:00", R"("2025-11-01T03:00")", "2025-11-02T03:00, told"},          // the clocks go back
      // More than sixteen hours, and earlier dates, stay as they are for rule 4.
      {"2025-11-04T10:00", R"("2025-11-04T02:01")", "2025-11-04T02:01, told"},
      {"2025-11-04T14:00", R"("2025-11-04T13:00")", "2025-11-04T13:00, told"},
      {"2025-11-04T20:00", R"("2025-11-03T21:00")", "2025-11-03T21:00, told"},
      // No length: a marker.
      {"2025-11-04T20:00", R"("2025-11-04T20:00")", "2025-11-04T20:00, told"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.start));
    CAPTURE(std::string(row.end));
    CHECK(end_of(row.start, row.end) == row.told);
  }
}

TEST_CASE("a session without a title is headed by what else is known of it") {
  struct Row {
    std::string members;
    std::string title;
  };
  const std::string speakers = R"("persons": [{"name": "Jo Doe"}, {"name": "Al Poe"}], )";
  const Row rows[] = {
      {R"("title": "", "subtitle": "Of tides", "type": "Talk", )" + speakers, "Of tides"},
      {R"("title": " ", "subtitle": "", "type": "Talk", )" + speakers, "Jo Doe, Al Poe"},
      {R"("title": null, "type": "Keynote", )", "Keynote"},
      {R"("title": {"en": "", "de": " "}, "type": "Panel", )", "Panel"},
      {R"("title": ["x"], )", "Session"},
      {"", "Session"},
      {R"("title": 1984, "subtitle": "x", )", "1984"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.members);
    const ReadFeed feed = read_feed("feed.json",
                                    R"({"schedule": {"conference": {"days": [{"rooms": {"Pier": [{)" + row.members +
                                        R"("date": "2025-11-04T13:00:00Z"}]}}]}}})",
                                    {});
    REQUIRE(feed.schedule);
    CHECK(feed.schedule->sessions.at(0).title == row.title);
    CHECK(feed.problems.size() == 1);
    CHECK(feed.problems[0].severity == Severity::warning);
  }
}

TEST_CASE("OPass: a title in no language gives way to the kind") {
  const ReadFeed feed = read_feed("feed.json", R"({"rooms": [{"id": "R", "en": {"name": "Pier"}}],
      "session_types": [{"id": "W", "en": {"name": "Workshop"}}], "sessions": [
      {"room": "R", "type": "W", "start": "2025-11-04T13:00:00Z", "en": {"title": ""}}]})",
                                  {});
  CHECK(test::told(feed) == Lines{": Workshop | Pier | 2025-11-04T13:00 - | Workshop |  | "});
  CHECK(feed.problems.size() == 1);
}

TEST_CASE("lengths of three parts are days, hours and minutes until something contradicts") {
  // Nothing does.
  CHECK(lengths_of({{10, "1:00:00"}}) == Lengths{1440});
  CHECK(lengths_of({{10, "00:30"}, {12, "1:02:30"}}) == Lengths{30, 1590});
  // One can be no days, so all are hours.
  CHECK(lengths_of({{10, "0:45:00"}, {20, "1:00:00"}}) == Lengths{45, 60});
  CHECK(lengths_of({{10, "1:30:00"}, {20, "0:20:00"}}) == Lengths{90, 20});
  // The next start in the room contradicts, and all lengths are written alike.
  CHECK(lengths_of({{10, "0:20:00"}, {11, "2:00:00"}}) == Lengths{20, 120});
  CHECK(lengths_of({{10, "1:00:00"}, {12, "2:00:00"}}) == Lengths{60, 120});
  // Others are written in two parts: each of three parts counts for itself.
  CHECK(lengths_of({{10, "1:00:00"}, {12, "01:00"}, {20, "1:00:00"}}) == Lengths{60, 60, 1440});
  // Another room is no contradiction.
  CHECK(lengths_of({{10, "1:00:00"}}, R"(, "Quay": [{"title": "U", "date": "2025-11-04T12:00:00Z"}])") ==
        Lengths{1440, -1});
}

TEST_CASE("a length of a session that is left out decides nothing") {
  CHECK(lengths_of({{10, "1:00:00"}}, R"(, "Quay": [{"title": "U", "date": "soon", "duration": "0:45:00"}])") ==
        Lengths{1440});
}

TEST_CASE("an end that is bad gives way to the length; no length is a marker") {
  const ReadFeed feed = read_feed("feed.json", R"({"schedule": {"conference": {}, "events": [
      {"title": "A", "room": "Pier", "start": "2025-11-04T13:00:00Z", "end": "TBD", "duration": "1:00"},
      {"title": "B", "room": "Pier", "start": "2025-11-04T14:00:00Z", "duration": "0:00"},
      {"title": "C", "room": "Pier", "start": "2025-11-04T15:00:00Z", "duration": "-1 day, 23:30:00"}]}})",
                                  {});
  CHECK(test::told(feed) == Lines{": A | Pier | 2025-11-04T13:00 - 14:00 |  |  | ",
                                  ": B | Pier | 2025-11-04T14:00 - 14:00 |  |  | ",
                                  ": C | Pier | 2025-11-04T15:00 - |  |  | "});
}

TEST_CASE("frab: times of day with seconds, past midnight, and with a date beside them; a start of its own") {
  struct Row {
    const char* times;
    const char* start;
  };
  const Row rows[] = {
      {R"("start": "09:00:00")", "2025-11-04T09:00"},
      {R"("start": "2:15:00")", "2025-11-05T02:15"},
      {R"("start": "24:00")", "2025-11-05T00:00"},
      {R"("start": "25:30")", "2025-11-05T01:30"},
      {R"("date": "2025-11-05", "start": "02:15")", "2025-11-05T02:15"},
      {R"("date": "soon", "start": "10:00")", "2025-11-04T10:00"},
      {R"("date": "2025-11-04T24:00:00Z", "start": "00:00")", "2025-11-05T00:00"},
      {R"("start": "2025-11-04T10:30:00+02:00")", "2025-11-04T08:30"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.times));
    const ReadFeed feed = read_feed("feed.json",
                                    R"({"schedule": {"conference": {"time_zone_name": "Etc/UTC", "days": [
        {"date": "2025-11-04", "rooms": {"Pier": [{"title": "T", )" +
                                        std::string(row.times) + "}]}}]}}}",
                                    {});
    REQUIRE(feed.schedule);
    REQUIRE(feed.schedule->sessions.size() == 1);
    CHECK(TimeZone::fixed(seconds(0)).format(feed.schedule->sessions[0].start).substr(0, 16) == row.start);
  }
}

TEST_CASE("details of wrong types cost a session nothing but themselves") {
  const ReadFeed feed = read_feed("feed.json", R"({"timezone": "UTC", "rooms": [{"id": 1, "name": "Pier"}], "talks": [
      {"code": {}, "title": "A", "start": "2025-11-04T13:00:00Z", "end": [], "room": 1, "track": [], "speakers": "Jo",
       "state": 5, "signup_status": true, "slot_type": {}, "abstract": 7}]})",
                                  {});
  CHECK(test::told(feed) == Lines{": A | Pier | 2025-11-04T13:00 - |  |  | break"});
  CHECK(feed.skipped == 0);
}

TEST_CASE("a session that its feed calls full is full, in whatever letters") {
  for (const char* status : {"full", "FULL", "Full"}) {
    const ReadFeed feed = read_feed("feed.json",
                                    R"({"timezone": "UTC", "rooms": [{"id": 1, "name": "Pier"}], "talks": [
      {"code": "A", "title": "A", "start": "2025-11-04T13:00:00Z", "room": 1, "signup_status": ")" +
                                        std::string(status) + R"("},
      {"code": "B", "title": "B", "start": "2025-11-04T13:00:00Z", "room": 1, "signup_status": "open"}]})",
                                    {});
    REQUIRE(feed.schedule);
    CHECK(feed.schedule->sessions.at(0).full);
    CHECK_FALSE(feed.schedule->sessions.at(1).full);
  }
}
