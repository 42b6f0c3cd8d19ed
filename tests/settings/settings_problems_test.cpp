// SPDX-License-Identifier: MIT
// What read_settings() says of a config with mistakes.
#include <doctest/doctest.h>

#include "settings/problem_texts.hpp"
#include "settings/read_settings.hpp"

using namespace placard;
using namespace placard::test;

namespace {

Texts problems_of(const std::string& text) {
  return sentences(read_settings("venue.json", text).problems);
}

// One key and value on the third line: at top level, or in a sign.
std::string venue_with(const std::string& member) {
  return "{\n\"feed\": {\"url\": \"f\"},\n" + member + "\n}";
}
std::string sign_with(const std::string& member) {
  return "{\"feed\": {\"url\": \"f\"},\n\"signs\": {\"a\": {\"room\": \"A\",\n" + member + "\n}}}";
}

struct Wrong {
  std::string key, value, what;
};

// The value is refused at its place, by an error that says what is wrong.
void check_wrong(const Wrong& wrong, const std::string& text) {
  CAPTURE(wrong.key);
  CAPTURE(wrong.value);
  const ReadSettings read = read_settings("venue.json", text);
  CHECK_FALSE(read.settings);
  REQUIRE(read.problems.size() == 1);
  const Problem& problem = read.problems.front();
  CHECK(problem.severity == Severity::error);
  CHECK(problem.file == "venue.json");
  CHECK(problem.line == 3);
  CHECK(problem.column == wrong.key.size() + 5);
  CHECK(problem.what.find(wrong.what) != std::string::npos);
}

std::string member(const Wrong& wrong) {
  return "\"" + wrong.key + "\": " + wrong.value;
}

const Wrong kWrongSignValues[] = {
    {"layout", "1", "is a whole number where a string belongs"},
    {"layout", "\"rooms\"", "is \"rooms\""},
    {"size", "[800, 480]", "is a list where a string belongs"},
    {"size", "\"800 x 480\"", "is not a size"},
    {"rotate", "\"90\"", "is a string where a whole number belongs"},
    {"rotate", "45", "is 45"},
    {"rotate", "720", "is 720"},
    {"theme", "true", "is true or false where a string belongs"},
    {"theme", "\"blue\"", "is \"blue\""},
    {"viewing_distance_m", "\"2 m\"", "is a string where a number belongs"},
    {"viewing_distance_m", "0", "is 0"},
    {"viewing_distance_m", "1e400", "is a number out of range where a number belongs"},
    {"panel_width_mm", "{}", "is an object where a number belongs"},
    {"panel_width_mm", "-5", "is -5"},
    {"warning_seconds", "1.5", "is a number where a whole number belongs"},
    {"danger_seconds", "-1", "is -1"},
    {"direction", "\"sideways\"", "is \"sideways\""},
    {"open", "\"always\"", "is a string where a list of strings belongs"},
    {"night", "\"off\"", "is \"off\""},
    {"burn_in", "\"yes\"", "is a string where true or false belongs"},
    {"connector", "1", "is a whole number where a string belongs"},
};

const Wrong kWrongVenueValues[] = {
    {"event", "2025", "is a whole number where a string belongs"},
    {"time_zone", "\"California\"", "is not a time zone"},
    {"time_zone", "-8", "is a whole number where a string belongs"},
    {"hours", "12", "is a whole number where a string belongs"},
    {"hours", "\"am\"", "is \"am\""},
    {"overrides", "{}", "is an object where a string belongs"},
    {"overrides_poll_seconds", "0", "is 0"},
    {"everywhere", "{}", "is an object where"},
    {"tracks", "[]", "is a list where an object belongs"},
    {"clock", "\"wall\"", "is \"wall\""},
    {"fresh", "60", "is a whole number where an object belongs"},
    {"language", "7", "is a whole number where a string belongs"},
    {"skip_breaks", "\"no\"", "is a string where true or false belongs"},
    {"signs", "[]", "is a list where an object belongs"},
};

}  // namespace

TEST_CASE("a value that a sign can't have is an error at its place, in a sign and as the venue's default") {
  for (const Wrong& wrong : kWrongSignValues) {
    check_wrong(wrong, sign_with(member(wrong)));
    check_wrong(wrong, venue_with(member(wrong)));
  }
}

TEST_CASE("a value that the venue can't have is an error at its place") {
  for (const Wrong& wrong : kWrongVenueValues) check_wrong(wrong, venue_with(member(wrong)));
}

TEST_CASE("a feed that can't be read from is an error") {
  struct Row {
    std::string text, problem;
  };
  const Row rows[] = {
      {"{}", "venue.json:1:1: error: The config names no feed. Add \"feed\": {\"url\": \"…\"}."},
      {"{\"feed\": null}", "venue.json:1:1: error: The config names no feed. Add \"feed\": {\"url\": \"…\"}."},
      {"{\"feed\": []}", "venue.json:1:10: error: The config names no feed. Add \"feed\": {\"url\": \"…\"}."},
      {"{\"feed\": \"a\"}",
       "venue.json:1:10: error: \"feed\" is a string where an object belongs. Write \"feed\": {\"url\": \"…\"}."},
      {"{\"feed\": [{\"url\": \"a\"}, 1]}",
       "venue.json:1:25: error: \"feed[1]\" is a whole number where an object belongs. Write \"feed\": {\"url\": "
       "\"…\"}."},
      {"{\"feed\": {}}", "venue.json:1:10: error: \"feed.url\" is missing. Write the feed's address or path."},
      {"{\"feed\": {\"url\": \"\"}}",
       "venue.json:1:18: error: \"feed.url\" is missing. Write the feed's address or path."},
      {"{\"feed\": {\"url\": \"  \"}}",
       "venue.json:1:18: error: \"feed.url\" is missing. Write the feed's address or path."},
      {"{\"feed\": {\"url\": \"a\", \"poll_seconds\": 1}}",
       "venue.json:1:39: error: \"feed.poll_seconds\" is 1; it must be from 2 to 86400."},
      {"{\"feed\": [{\"url\": \"a\", \"token_file\": 1}]}",
       "venue.json:1:38: error: \"feed[0].token_file\" is a whole number where a string belongs."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(problems_of(row.text) == Texts{row.problem});
  }
  CHECK(problems_of("{\"feed\": {\"url\": \"a\", \"format\": \"ical\"}}").at(0).find("\"feed.format\" is \"ical\"") !=
        std::string::npos);
}

TEST_CASE("a track's colour that is none is an error") {
  for (const char* color : {"\"red\"", "\"#fff\"", "\"#12345g\"", "\"123456\"", "1", "null"}) {
    CAPTURE(color);
    CHECK(problems_of(venue_with(std::string("\"tracks\": {\"AI\": ") + color + "}")) ==
          Texts{"venue.json:3:18: error: The colour of track \"AI\" is not a colour. Write it like \"#56B4E9\"."});
  }
}

TEST_CASE("unknown keys are warnings that name the nearest known one, and the config is used") {
  const ReadSettings read = read_settings("venue.json", R"({"feeed": 1, "feed": {"url": "a", "pol_seconds": 9},
 "fresh": {"stale": 9}, "signs": {"a": {"room": "A", "them": "dark", "nonsense": 1}}})");
  CHECK(read.settings);
  CHECK(sentences(read.problems) ==
        Texts{"venue.json:1:35: warning: Placard knows no key \"feed.pol_seconds\" here and ignores it. "
              "Did you mean \"poll_seconds\"?",
              "venue.json:2:12: warning: Placard knows no key \"fresh.stale\" here and ignores it. "
              "Did you mean \"stale_s\"?",
              "venue.json:2:54: warning: Placard knows no key \"signs.a.them\" here and ignores it. "
              "Did you mean \"theme\"?",
              "venue.json:2:70: warning: Placard knows no key \"signs.a.nonsense\" here and ignores it. Remove it.",
              "venue.json:1:2: warning: Placard knows no key \"feeed\" here and ignores it. "
              "Did you mean \"feed\"?"});
}

TEST_CASE("a key of the venue is unknown in a sign, and a sign's room at top level") {
  CHECK(problems_of(sign_with("\"hours\": \"12\"")).size() == 1);
  CHECK(problems_of(venue_with("\"room\": \"A\"")).size() == 1);
}

TEST_CASE("a sign needs a room") {
  const std::string missing = " error: The sign \"a\" has no room. Add \"room\": \"…\".";
  struct Row {
    std::string sign, problem;
  };
  const Row rows[] = {
      {"{}", "venue.json:2:17:" + missing},
      {"{\"room\": \"\"}", "venue.json:2:26:" + missing},
      {"{\"room\": []}", "venue.json:2:26:" + missing},
      {"{\"room\": 1}",
       "venue.json:2:26: error: \"signs.a.room\" is a whole number where a string or a list of strings belongs."},
      {"\"A\"", "venue.json:2:17: error: \"signs.a\" is a string where an object belongs. Write {\"room\": \"…\"}."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.sign);
    CHECK(problems_of("{\"feed\": {\"url\": \"f\"},\n\"signs\": {\"a\":  " + row.sign + "}}") == Texts{row.problem});
  }
}

TEST_CASE("what is no config at all") {
  CHECK(problems_of("[]") ==
        Texts{"venue.json:1:1: error: The config is no JSON object. Begin it with { and end it with }."});
  CHECK(problems_of("").size() == 1);
  CHECK(problems_of("{\"feed\": {\"url\": \"a\"},}").at(0).find("Remove the comma") != std::string::npos);
  CHECK(problems_of(std::string(5 << 20, ' ')).at(0).find("larger than") != std::string::npos);
}

TEST_CASE("all mistakes are told at once") {
  CHECK(problems_of(R"({"feed": {"url": 1}, "hours": 12, "theme": "blue", "signs": {"a": {}}})").size() == 4);
}

TEST_CASE("half a character in a config is warned of where it stands, and the config is used") {
  const ReadSettings read =
      read_settings("venue.json", "{\"feed\": {\"url\": \"f\"},\n \"event\": \"Rockets \\ud83d\"}");
  REQUIRE(read.settings);
  CHECK(read.settings->event == "Rockets \uFFFD");
  REQUIRE(read.problems.size() == 1);
  CHECK(to_sentence(read.problems.front()).starts_with("venue.json:2:20: warning: Half a character (\\ud83d)"));
}
