// SPDX-License-Identifier: MIT
#include "overrides/read_overrides.hpp"

#include <doctest/doctest.h>

#include "schedule/programme.hpp"

using namespace placard;
using namespace std::chrono_literals;

namespace {

ReadOverrides read(const std::string& text) {
  return read_overrides("overrides.json", text, los_angeles());
}

// One entry alone.
ReadOverrides read_one(const std::string& entry) {
  return read("{\"overrides\": [" + entry + "]}");
}

template <typename Kind>
Kind only(const std::string& entry) {
  const ReadOverrides result = read_one(entry);
  for (const Problem& problem : result.problems) INFO(to_sentence(problem));
  REQUIRE(result.overrides);
  REQUIRE(result.overrides->size() == 1);
  return std::get<Kind>(result.overrides->front().what);
}

}  // namespace

TEST_CASE("each kind of entry") {
  CHECK(only<MessageOverride>(R"({"message": "Lunch is late", "level": "notice"})") ==
        MessageOverride{"Lunch is late", MessageLevel::notice});
  CHECK(only<MessageOverride>(R"({"message": "Stairs only", "level": "warning"})").level == MessageLevel::warning);
  CHECK(only<SessionOverride>(R"({"session": {"id": "a1"}, "cancelled": true})").change ==
        SessionChange(Cancellation{}));
  CHECK(only<SessionOverride>(R"({"session": {"title": "Talk"}, "move_to": "Hall"})").change ==
        SessionChange(RoomChange{"Hall"}));
  const auto full =
      only<SessionOverride>(R"({"session": {"room": "Hall", "start": "2025-11-04T13:00"}, "full": true})");
  CHECK(full.target.start == moment("13:00"));
  CHECK(full.change == SessionChange(SessionFull{}));
  const auto set =
      only<SessionOverride>(R"({"session": {"id": "a1"}, "set": {"title": "New", "end": "2025-11-04T13:30"}})");
  const auto& details = std::get<SessionDetails>(set.change);
  CHECK(details.title == "New");
  CHECK(details.end == moment("13:30"));
  CHECK_FALSE(details.start);
  CHECK(only<DelayOverride>(R"({"delay_minutes": 10, "rooms": ["Hall"]})").delay == 10min);
  only<FullOverride>(R"({"full": true, "rooms": ["Hall"]})");
  CHECK(only<ReplaceOverride>(R"({"replace": {"title": "Private event"}})").title == "Private event");
}

TEST_CASE("what every entry may have") {
  const auto result = read_one(R"({"id": "x", "by": "desk", "signs": ["a*"], "rooms": ["Hall"], "message": "m",
      "level": "notice", "from": "2025-11-04T13:00", "until": "2025-11-04T22:00:00Z"})");
  REQUIRE(result.overrides);
  const Override& entry = result.overrides->at(0);
  CHECK(entry.id == "x");
  CHECK(entry.by == "desk");
  CHECK(entry.signs == std::vector<std::string>{"a*"});
  CHECK(entry.rooms == std::vector<std::string>{"Hall"});
  CHECK(entry.from == moment("13:00"));
  CHECK(entry.until == moment("14:00"));
  CHECK(entry.line == 1);
  CHECK(result.problems.empty());
}

TEST_CASE("a bad entry is left out and named; its neighbours count") {
  struct Row {
    const char* entry;
    const char* what;  // part of the sentence
  };
  const Row rows[] = {
      {"7", "is a whole number where an object belongs"},
      {"{}", "says nothing"},
      {R"({"message": "m", "replace": {"title": "t"}})", "several kinds"},
      {R"({"message": "m"})", "\"overrides[1].level\" is missing"},
      {R"({"message": "m", "level": "loud"})", "\"loud\""},
      {R"({"message": "", "level": "notice"})", "\"overrides[1].message\" is missing"},
      {R"({"message": "m", "level": "notice", "until": "15:30"})", "names no day"},
      {R"({"message": "m", "level": "notice", "until": "tomorrow"})", "not a date and time"},
      {R"({"message": "m", "level": "notice", "until": "2025-11-04 at 15:30"})", "not a date and time"},
      {R"({"session": {}, "cancelled": true})", "names no session"},
      {R"({"session": {"room": "Hall"}, "cancelled": true})", "names no session"},
      {R"({"session": {"id": "a"}})", "exactly one change"},
      {R"({"session": {"id": "a"}, "cancelled": true, "full": true})", "exactly one change"},
      {R"({"session": {"id": "a"}, "set": {"start": 5}})", "where a string belongs"},
      {R"({"delay_minutes": 10})", "needs \"rooms\""},
      {R"({"delay_minutes": 0, "rooms": ["Hall"]})", "must be from 1"},
      {R"({"full": true})", "needs \"rooms\""},
      {R"({"full": false, "rooms": ["Hall"]})", "must be true"},
      {R"({"replace": {}})", "says nothing"},
      {R"({"replace": {"title": 5}})", "where a string belongs"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.entry);
    const std::string good = R"({"message": "good", "level": "notice"})";
    const auto result = read("{\"overrides\": [" + good + ",\n" + row.entry + ",\n" + good + "]}");
    REQUIRE(result.overrides);
    CHECK(result.overrides->size() == 2);
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].line == 2);
    CAPTURE(to_sentence(result.problems[0]));
    CHECK(result.problems[0].what.find(row.what) != std::string::npos);
  }
}

TEST_CASE("a takeover without until is named as an error, and obeyed") {
  const auto result = read_one(R"({"message": "Leave", "level": "takeover"})");
  CHECK(result.overrides->size() == 1);
  CHECK(has_errors(result.problems));
}

TEST_CASE("an unknown key is a warning with the nearest known one") {
  const auto result = read_one(R"({"mesage": "x", "message": "m", "level": "notice"})");
  CHECK(result.overrides->size() == 1);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].severity == Severity::warning);
  CHECK(result.problems[0].remedy == "Did you mean \"message\"?");
}

TEST_CASE("a file that can't be parsed has no overrides at all, not even none") {
  for (const char* text : {"", "{", "[]", "{\"overrides\": {}}", "{\"overrides\": [{]}", "{}"}) {
    CAPTURE(text);
    const auto result = read(text);
    CHECK_FALSE(result.overrides);
    CHECK(has_errors(result.problems));
  }
  CHECK(read("// nothing today\n{\"overrides\": []}").overrides->empty());
}

TEST_CASE("half a character and a number out of range cost one text or entry, not the file") {
  const auto result = read(R"({"overrides": [{"message": "Rockets \ud83d", "level": "notice"},
      {"delay_minutes": 1e400, "rooms": ["Hall"]}, {"message": "Second", "level": "notice"}]})");
  REQUIRE(result.overrides);
  CHECK(result.overrides->size() == 2);
  CHECK(std::get<MessageOverride>(result.overrides->front().what).text == "Rockets \uFFFD");
  REQUIRE(result.problems.size() == 2);
  CHECK(result.problems[0].column == 37);
  CHECK(result.problems[1].line == 2);
  CHECK(result.problems[1].what.find("a number out of range") != std::string::npos);
}

TEST_CASE("the shipped files are read without a word") {
  const auto shipped = read(file_text(PLACARD_SOURCE "/config/overrides.json"));
  CHECK(shipped.overrides->empty());
  CHECK(shipped.problems.empty());
  const auto example = read(file_text(PLACARD_SOURCE "/config/overrides.example.json"));
  CHECK(example.overrides->size() == 10);
  CHECK(example.problems.empty());
}
