// SPDX-License-Identifier: MIT
// The sessions of a feed in Placard's own format, key by key.
#include <doctest/doctest.h>

#include "schedule/formats/placard_feed_text.hpp"
#include "schedule/programme.hpp"

using namespace placard;
using namespace std::string_literals;

using Names = std::vector<std::string>;

namespace {

Names room_names_of(const Schedule& schedule, const Session& session) {
  Names names;
  for (const std::size_t room : session.rooms) names.push_back(schedule.rooms[room].name);
  return names;
}

const char* const kNotScheduled = "not scheduled yet";

// What became of the second of three sessions: "taken", "taken; " and what was left out of it, or the sentence the
// whole session was left out with.
std::string fate(const std::string& session) {
  const ReadFeed feed = read_text(feed_of({kGoodSession, session, kGoodSession}));
  REQUIRE(feed.schedule.has_value());
  CHECK(feed.schedule->sessions.size() == 3 - feed.skipped - feed.not_scheduled);
  if (feed.not_scheduled == 1 && feed.problems.empty()) return kNotScheduled;
  if (feed.problems.empty()) return "taken";
  CHECK(feed.problems.size() == 1);
  CHECK(feed.problems.front().line == 3);
  CHECK((feed.problems.front().severity == Severity::error) == (feed.skipped == 1));
  return (feed.skipped == 0 ? "taken; " : "") + feed.problems.front().what;
}

Session only_session(const std::string& key, const std::string& value) {
  const ReadFeed feed = read_text(feed_of({session_with(key, value)}));
  REQUIRE(feed.schedule.has_value());
  return feed.schedule->sessions.at(0);
}

}  // namespace

TEST_CASE("every key of a session: null, missing, empty, of the wrong type") {
  struct Row {
    std::string key;
    std::string value;
    std::string fate;
  };
  const char* const no_title = "taken; \"sessions[1].title\" is missing.";
  const char* const no_start = "\"sessions[1].start\" is missing.";
  const char* const no_room = "\"sessions[1].room\" is missing.";
  const Row rows[] = {
      {"id", "null", "taken"},
      {"id", "\"\"", "taken"},
      {"id", "17", "taken; \"sessions[1].id\" is a whole number where a string belongs."},
      {"title", "", no_title},
      {"title", "null", no_title},
      {"title", "\"\"", no_title},
      {"title", R"(" \t\u200b\u0007 ")", no_title},
      {"title", "17.5", "taken; \"sessions[1].title\" is a number where a string belongs."},
      {"title", R"(["Beta"])", "taken; \"sessions[1].title\" is a list where a string belongs."},
      {"room", "", no_room},
      {"room", "null", kNotScheduled},
      {"room", "\"\"", kNotScheduled},
      {"room", "[]", kNotScheduled},
      {"room", R"([" ", ""])", kNotScheduled},
      {"room", "3", "\"sessions[1].room\" is a whole number where a string or a list of strings belongs."},
      {"room", R"(["Hall", 3])", "\"sessions[1].room\" holds a whole number where only strings belong."},
      {"room", R"(["Hall", null])", "\"sessions[1].room\" holds null where only strings belong."},
      {"room", R"({"en": "Hall"})", "\"sessions[1].room\" is an object where a string or a list of strings belongs."},
      {"start", "", no_start},
      {"start", "null", kNotScheduled},
      {"start", "\"\"", kNotScheduled},
      {"start", "\"13:00\"", "\"sessions[1].start\" is not a date and time."},
      {"start", "1762290000", "\"sessions[1].start\" is a whole number where a string belongs."},
      {"end", "null", "taken"},
      {"end", "\"\"", "taken"},
      {"end", "\"2025-11-04T12:00:00-08:00\"", "taken; \"sessions[1].end\" is not after the session's start."},
      {"end", "\"later\"", "taken; \"sessions[1].end\" is not a date and time."},
      {"end", "false", "taken; \"sessions[1].end\" is true or false where a string belongs."},
      {"track", "null", "taken"},
      {"track", "\"\"", "taken"},
      {"track", R"(["Water"])", "taken; \"sessions[1].track\" is a list where a string belongs."},
      {"labels", "null", "taken"},
      {"labels", "[]", "taken"},
      {"labels", "\"Deep\"", "taken; \"sessions[1].labels\" is a string where a list of strings belongs."},
      {"labels", "[[]]", "taken; \"sessions[1].labels\" holds a list where only strings belong."},
      {"speakers", "null", "taken"},
      {"speakers", "[]", "taken"},
      {"speakers", "\"Ada\"", "taken; \"sessions[1].speakers\" is a string where a list of strings belongs."},
      {"speakers", R"([{"name": "Ada"}])",
       "taken; \"sessions[1].speakers\" holds an object where only strings belong."},
      {"status", "null", "taken"},
      {"status", "\"scheduled\"", "taken"},
      {"status", "\"cancelled\"", "taken"},
      {"status", "\"canceled\"", "taken"},
      {"status", "\"withdrawn\"", "taken; \"sessions[1].status\" is \"withdrawn\"; the session is shown as cancelled."},
      {"status", "\"sure\"", "taken; \"sessions[1].status\" is \"sure\"; the session is shown as scheduled."},
      {"status", "\"\"", "taken"},
      {"status", "true", "taken; \"sessions[1].status\" is true or false where a string belongs."},
      {"unknown", "{\"deep\": [1, 2]}", "taken"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.key);
    CAPTURE(row.value);
    CHECK(fate(session_with(row.key, row.value)) == row.fate);
  }
  CHECK(fate("null") == "\"sessions[1]\" is null where an object belongs.");
  CHECK(fate("[]") == "\"sessions[1]\" is a list where an object belongs.");
}

TEST_CASE("a session is cancelled when its status says so, or nearly so") {
  CHECK(only_session("status", "\"cancelled\"").cancelled);
  CHECK(only_session("status", "\"canceled\"").cancelled);
  for (const char* off : {"Cancelled", "CANCELED", "cancled", "cancel", "Postponed", "withdrawn"}) {
    CHECK(only_session("status", "\"" + std::string(off) + "\"").cancelled);
  }
  for (const char* on : {"sheduled", "confirmed", "accepted", "live"}) {
    CHECK_FALSE(only_session("status", "\"" + std::string(on) + "\"").cancelled);
  }
  CHECK_FALSE(only_session("status", "\"scheduled\"").cancelled);
  CHECK_FALSE(only_session("status", "null").cancelled);
}

TEST_CASE("an end is kept as it is written, also one not after the start: rule 4 judges it later") {
  CHECK((only_session("end", "\"2025-11-04T14:30-08:00\"").end == moment("14:30")));
  CHECK((only_session("end", "\"2025-11-04T14:00-08:00\"").end == moment("14:00")));
  CHECK((only_session("end", "\"2025-11-03T14:00-08:00\"").end == moment("11-03 14:00")));
  CHECK_FALSE(only_session("end", "null").end.has_value());
}

TEST_CASE("texts are trimmed and free of characters that show nothing") {
  struct Row {
    std::string written;
    std::string shown;
  };
  const Row rows[] = {
      {R"("  Tides  ")", "Tides"},
      {R"("Tides\nand\tmoons\r\n")", "Tides and moons"},
      {R"("Ti\u0000des\u0007\u001b[31m")", "Tides[31m"},
      {R"("\ufeffTi\u200bd\u00ades\u2060")", "Tides"},
      {R"("\u202eTides\u202c \u2066and\u2069 moons")", "Tides and moons"},
      {R"("Caf\u00e9 \ud83d\ude80")", "Caf\u00E9 \U0001F680"},
      {R"("*")", "*"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(only_session("title", row.written).title == row.shown);
    CHECK(only_session("track", row.written).track == row.shown);
    CHECK(only_session("id", row.written).id == row.shown);
    CHECK((only_session("labels", "["s + row.written + ", \" \"]").labels == Names{row.shown}));
    CHECK((only_session("speakers", "[\"\\u200b\", "s + row.written + "]").speakers == Names{row.shown}));
  }
}

TEST_CASE("huge values are cut, not refused") {
  const std::string huge = "\"" + std::string(1 << 20, 'x') + "\"";
  CHECK(only_session("title", huge).title.size() == 1000);
  CHECK(only_session("id", huge).id.size() == 1000);
  CHECK(only_session("track", huge).track.size() == 1000);
  CHECK(only_session("labels", "[" + huge + "]").labels.at(0).size() == 1000);
  CHECK(only_session("room", huge).rooms.size() == 1);
  std::string thousand = "[\"n0\"";
  for (int i = 1; i < 1000; ++i) thousand += ", \"n" + std::to_string(i) + "\"";
  CHECK(only_session("labels", thousand + "]").labels.size() == 32);
  CHECK(only_session("speakers", thousand + "]").speakers.back() == "n31");
  CHECK(only_session("room", thousand + "]").rooms.size() == 32);
  // A title of nothing but characters that show nothing is no title, however long.
  std::string nothing;
  for (int i = 0; i < 300'000; ++i) nothing += "\u200B";
  CHECK(fate(session_with("title", "\"" + nothing + "\"")) == "taken; \"sessions[1].title\" is missing.");
  CHECK(fate(session_with("start", huge)) == "\"sessions[1].start\" is longer than 64 bytes.");
  CHECK(fate(session_with("status", huge)).size() < 200);
}

TEST_CASE("a room is one name, a list of names, or every room") {
  struct Row {
    std::string room;
    Names names;
    bool every_room;
  };
  const Row rows[] = {
      {R"("Pier 3")", {"Pier 3"}, false},
      {R"(["Pier 3"])", {"Pier 3"}, false},
      {R"([" Pier 3 ", "Quay", ""])", {"Pier 3", "Quay"}, false},
      {R"("*")", {}, true},
      {R"(" * ")", {}, true},
      {R"(["*"])", {}, true},
      {R"(["Quay", "*"])", {"Quay"}, true},
      {R"("**")", {"**"}, false},
      {R"("Pier *")", {"Pier *"}, false},
      {R"("Pier 3, Quay")", {"Pier 3, Quay"}, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.room);
    const Schedule schedule = read_text(feed_of({session_with("room", row.room)})).schedule.value();
    CHECK((room_names_of(schedule, schedule.sessions.at(0)) == row.names));
    CHECK(schedule.sessions.at(0).every_room == row.every_room);
  }
}

TEST_CASE("rooms stand in the order in which the feed first names them, each once") {
  const ReadFeed feed =
      read_text(feed_of({session_with("room", R"(["Quay", "Pier 3"])"), session_with("room", "\"quay\""),
                         session_with("room", "\"*\""), session_with("room", "\"Attic\"")}));
  CHECK((room_names(feed.schedule.value()) == Names{"Quay", "Pier 3", "Attic"}));
}

TEST_CASE("a time without offset is read in the config's zone, else in the feed's, else not at all") {
  const std::string session = session_with("start", "\"2025-11-04T13:00\"");
  const std::string of_berlin = "\"time_zone\": \"Europe/Berlin\", ";
  const auto start = [](const ReadFeed& feed) { return feed.schedule.value().sessions.at(0).start; };
  CHECK((start(read_text(feed_of({session}), los_angeles())) == moment("2025-11-04T13:00-08:00")));
  CHECK((start(read_text(feed_of({session}, of_berlin))) == moment("2025-11-04T13:00+01:00")));
  CHECK((start(read_text(feed_of({session}, of_berlin), los_angeles())) == moment("2025-11-04T13:00-08:00")));
  // A written offset always decides.
  CHECK((start(read_text(feed_of({kGoodSession}, of_berlin), los_angeles())) == moment("2025-11-04T13:00-08:00")));
  const ReadFeed neither = read_text(feed_of({kGoodSession, session}));
  CHECK(told(neither) ==
        "feed.json:3:60: error: \"sessions[1].start\" has no offset from UTC, and no time zone is known. "
        "Set \"time_zone\" in the config, to the venue's.\n");
}

TEST_CASE("times without offset on the nights the clocks change") {
  const auto start = [](const std::string& text) {
    return read_text(feed_of({session_with("start", text)}), los_angeles()).schedule.value().sessions.at(0).start;
  };
  CHECK((start("\"2025-03-09T02:30\"") == moment("2025-03-09T03:30-07:00")));
  CHECK((start("\"2025-11-02T01:30\"") == moment("2025-11-02T01:30-07:00")));
}
