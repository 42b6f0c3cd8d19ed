// SPDX-License-Identifier: MIT
// Sessions that are listed before they have a time or a place: no fault, and no session yet.
#include <doctest/doctest.h>

#include "schedule/formats/placard_feed_text.hpp"
#include "schedule/told.hpp"

using namespace placard;
using namespace placard::test;

namespace {

// A document of each format: `SESSIONS` stands where its sessions do.
struct Format {
  std::string name;
  std::string document;
  std::string good;
  Lines unplaced;
};

const std::vector<Format>& formats() {
  static const std::vector<Format> kFormats = {
      {"frab",
       R"({"schedule": {"conference": {"days": [{"date": "2025-11-04", "rooms": {"": [SESSIONS]}}]}}})",
       R"({"title": "A", "date": "2025-11-04T13:00:00Z", "room": "Pier"})",
       {R"({"title": "B", "date": null, "start": "", "room": "Pier"})", R"({"title": "B", "room": "Pier"})",
        R"({"title": "B", "date": "2025-11-04T13:00:00Z", "room": null})"}},
      {"frab2",
       R"({"schedule": {"conference": {}, "events": [SESSIONS]}})",
       R"({"title": "A", "start": "2025-11-04T13:00:00Z", "room": "Pier"})",
       {R"({"title": "B", "start": null, "room": "Pier"})",
        R"({"title": "B", "start": "2025-11-04T13:00:00Z", "room": " "})",
        R"({"title": "B", "start": "2025-11-04T13:00:00Z", "room": {"guid": null, "name": ""}})", R"({"title": "B"})"}},
      {"pretalx",
       R"({"timezone": "UTC", "rooms": [{"id": 1, "name": "Pier"}], "talks": [SESSIONS]})",
       R"({"code": "A", "title": "A", "start": "2025-11-04T13:00:00Z", "room": 1})",
       {R"({"code": "B", "title": "B", "start": null, "room": 1})",
        R"({"code": "B", "start": "2025-11-04T13:00:00Z"})"}},
      {"sessionize",
       R"({"categories": [], "rooms": [{"id": 1, "name": "Pier"}], "sessions": [SESSIONS]})",
       R"({"id": "1", "title": "A", "startsAt": "2025-11-04T13:00:00", "roomId": 1})",
       {R"({"id": "2", "title": "B", "startsAt": null, "roomId": null})", R"({"id": "2", "title": "B"})",
        R"({"id": "2", "title": "B", "startsAt": "2025-11-04T13:00:00", "roomId": null})"}},
      {"gridsmart",
       R"([{"rooms": [{"id": 1, "name": "Pier", "sessions": [SESSIONS]}], "timeSlots": []}])",
       R"({"id": "1", "title": "A", "startsAt": "2025-11-04T13:00:00"})",
       {R"({"id": "2", "title": "B", "startsAt": null})", R"({"id": "2", "title": "B", "startsAt": ""})"}},
      {"opass",
       R"({"rooms": [{"id": "R", "en": {"name": "Pier"}}], "session_types": [], "sessions": [SESSIONS]})",
       R"({"id": "1", "room": "R", "start": "2025-11-04T13:00:00Z", "en": {"title": "A"}})",
       {R"({"id": "2", "room": null, "start": "2025-11-04T13:00:00Z", "en": {"title": "B"}})",
        R"({"id": "2", "room": "R", "start": "", "en": {"title": "B"}})"}},
      {"scale",
       "[SESSIONS]",
       R"({"Name": "A", "StartTime": "2025-11-04T13:00:00Z", "Location": "Pier"})",
       {R"({"Name": "B", "StartTime": "", "Location": ""})", R"({"Name": "B", "StartTime": null, "Location": null})",
        R"({"Name": "B", "StartTime": "2025-11-04T13:00:00Z", "Location": ""})"}},
      {"placard",
       R"({"sessions": [SESSIONS]})",
       R"({"title": "A", "start": "2025-11-04T13:00:00Z", "room": "Pier"})",
       {R"({"title": "B", "start": null, "room": "Pier"})",
        R"({"title": "B", "start": "2025-11-04T13:00:00Z", "room": ""})", R"({"title": "B", "start": "", "room": []})",
        R"({"title": "B"})", R"({"title": "B", "room": null})"}},
  };
  return kFormats;
}

ReadFeed read(const Format& format, const std::string& sessions, const std::string& name = "") {
  std::string text = format.document;
  text.replace(text.find("SESSIONS"), 8, sessions);
  return read_feed("feed.json", text, {TimeZone::fixed(seconds(0)), name});
}

}  // namespace

TEST_CASE("sessions without a start or a room are none, and no fault, however many they are") {
  for (const Format& format : formats()) {
    CAPTURE(format.name);
    for (const std::string& unplaced : format.unplaced) {
      CAPTURE(unplaced);
      const ReadFeed feed = read(format, format.good + ", " + unplaced + ", " + unplaced);
      REQUIRE(feed.schedule);
      CHECK(feed.schedule->sessions.size() == 1);
      CHECK(feed.problems.empty());
      CHECK(feed.skipped == 0);
      CHECK(feed.not_scheduled == 2);
    }
  }
}

TEST_CASE("a feed in which nothing is scheduled yet is read, and empty") {
  for (const Format& format : formats()) {
    for (const std::string& unplaced : format.unplaced) {
      CAPTURE(unplaced);
      // One that lacks the keys by which its format is known must be told.
      for (const std::string& name : {format.name, std::string(format.name == "scale" ? "scale" : "")}) {
        const ReadFeed feed = read(format, unplaced + ", " + unplaced, name);
        REQUIRE(feed.schedule);
        CHECK(feed.schedule->sessions.empty());
        CHECK(feed.problems.empty());
        CHECK(feed.not_scheduled == 2);
      }
    }
  }
}

TEST_CASE("they do not count among those of which half may be bad") {
  for (const Format& format : formats()) {
    CAPTURE(format.name);
    const std::string& unplaced = format.unplaced.front();
    CHECK(read(format, format.good + ", 5, " + unplaced).skipped == 1);
    CHECK_FALSE(read(format, format.good + ", 5, 6, " + unplaced + ", " + unplaced).schedule);
  }
}

TEST_CASE("our own format: what was forgotten or mistyped is told, what was left open is not") {
  const std::string start = R"("start": "2025-11-04T13:00:00Z")";
  for (const std::string& bad :
       {R"({"title": "B", "room": "Pier"})" + std::string(), R"({"title": "B", )" + start + "}",
        R"({"title": "B", "start": "soon", "room": "Pier"})" + std::string(),
        R"({"title": "B", "room": 7, )" + start + "}"}) {
    CAPTURE(bad);
    const ReadFeed feed = read_text(feed_of({kGoodSession, bad}));
    CHECK(feed.skipped == 1);
    CHECK(feed.not_scheduled == 0);
    CHECK(feed.problems.size() == 1);
  }
}

TEST_CASE("documents of other shapes are still none of ours") {
  for (const char* text : {R"({"sessions": [{"title": "A", "speaker": "Jo"}]})", R"({"sessions": ["A"]})",
                           R"({"sessions": [{"name": "A"}], "rooms": [], "speakers": []})"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(read_feed("feed.json", text, {}).schedule);
  }
}
