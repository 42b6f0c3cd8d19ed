// SPDX-License-Identifier: MIT
#include "schedule/formats/feed_format.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "schedule/programme.hpp"

using namespace placard;
using namespace std::string_literals;

namespace {

// The one sentence a refused feed is refused with; "" if it is taken.
std::string refusal(const std::string& bytes, const std::string& format = "") {
  const ReadFeed read = read_feed("feed.json", bytes, {std::nullopt, format});
  if (read.schedule) return "";
  REQUIRE(read.problems.size() == 1);
  CHECK(read.problems.front().severity == Severity::error);
  return to_sentence(read.problems.front());
}

bool begins_with(const std::string& text, const std::string& beginning) {
  return text.rfind(beginning, 0) == 0;
}

// A feed of one good session with so many lists, one in the other, under a key that Placard does not read.
std::string nested(std::size_t depth) {
  return R"({"sessions": [{"room": "Hall", "title": "Alpha", "start": "2025-11-04T13:00Z", "deep": )" +
         std::string(depth, '[') + std::string(depth, ']') + "}]}";
}

}  // namespace

TEST_CASE("text that is no JSON is refused with its line and column") {
  struct Row {
    std::string what;
    std::string bytes;
    std::string place;
  };
  const Row rows[] = {
      {"nothing", "", "feed.json:1:1: error: "},
      {"blanks", "\n\n", "feed.json:"},
      {"a web page", "<!doctype html>\n<title>404</title>", "feed.json:1:1: error: "},
      {"cut short", "{\"sessions\": [\n  {\"title\": \"Al", "feed.json:2:"},
      {"a comma too many", "{\"sessions\": [\n  {\"title\": \"A\",}\n]}", "feed.json:2:17: error: "},
      {"a comma missing", "{\n\"event\": \"E\"\n\"sessions\": []}", "feed.json:3:"},
      {"single quotes", "{'sessions': []}", "feed.json:1:2: error: "},
      {"a comment", "// comment\n{\"sessions\": []}", "feed.json:1:"},
      {"two documents", "{\"sessions\": []}\n{}", "feed.json:2:1: error: "},
      {"a raw line break in a string", "{\"event\": \"a\nb\"}", "feed.json:1:"},
      {"bad UTF-8", "{\"event\": \"a\xFF\"}", "feed.json:1:"},
      {"NUL after the document", "{\"sessions\": []}\0"s, "feed.json:1:"},
      {"NUL inside", "{\"sessions\"\0: []}"s, "feed.json:1:"},
      {"UTF-16", "\xFF\xFE{\0}\0"s, "feed.json:1:"},
      {"a number too large that is none", "{\"sessions\": [], \"x\": 1e999.5}", "feed.json:1:"},
      {"compressed", "\x1F\x8B\x08\0\0"s, "feed.json:1:1: error: "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::string sentence = refusal(row.bytes);
    CAPTURE(sentence);
    CHECK(begins_with(sentence, row.place));
  }
}

TEST_CASE("columns count characters, not bytes") {
  CHECK(begins_with(refusal("{\"event\": \"\u5927\u5BB4\", }"), "feed.json:1:17: error: "));
}

TEST_CASE("a byte-order mark before a feed does no harm") {
  CHECK(refusal("\xEF\xBB\xBF{\"sessions\": []}").empty());
}

TEST_CASE("a key that stands twice in one object is refused where it stands again") {
  CHECK(begins_with(refusal("{\"sessions\": [],\n \"sessions\": []}"),
                    "feed.json:2:2: error: The key \"sessions\" stands twice in the same object."));
  CHECK(begins_with(refusal("{\"sessions\": [{\"start\": 1, \"start\": 2}]}"),
                    "feed.json:1:28: error: The key \"start\" stands twice"));
  std::string many = "{\"sessions\": []";
  for (int i = 0; i < 100; ++i) many += ", \"k" + std::to_string(i) + "\": 0";
  CHECK(refusal(many + "}").empty());
  CHECK_FALSE(refusal(many + ",\n\"k7\": 0}").empty());
}

TEST_CASE("depth, number of values and size have bounds") {
  CHECK(refusal(nested(29)).empty());
  CHECK(refusal(nested(30)).find("nested more than 32 levels deep") != std::string::npos);
  CHECK(refusal(nested(1'000'000)).find("nested more than 32 levels deep") != std::string::npos);
  CHECK(refusal(std::string(1'000'000, '[')).find("nested more than 32 levels deep") != std::string::npos);
  std::string values = "{\"sessions\": [], \"x\": [0";
  for (int i = 0; i < 1'000'000; ++i) values += ",0";
  CHECK(refusal(values + "]}").find("more than 1000000 values") != std::string::npos);
  CHECK(refusal(std::string(17U << 20U, ' ')).find("larger than") != std::string::npos);
}

TEST_CASE("a document of unknown shape is refused with what it has instead") {
  struct Row {
    std::string bytes;
    std::string shape;
  };
  const Row rows[] = {
      {R"({"talks": [], "halls": []})",
       "its top-level keys are talks, halls; nearest comes pretalx (which has rooms, tracks, timezone too)."},
      {R"({"sessions": {}})",
       "its top-level keys are sessions; nearest comes opass (which has rooms, speakers, session_types too) or "
       "sessionize "
       "(which has rooms, speakers, categories too) or placard (which has time_zone, event too)."},
      {R"({"rooms": [], "sessions": 5, "speakers": []})",
       "its top-level keys are rooms, sessions, speakers; nearest comes opass (which has session_types too) or "
       "sessionize (which has categories too)."},
      {R"({"schedule": {"conference": {}}})",
       "its top-level keys are schedule; nearest comes frab2 (which has schedule.events too) or frab (which has "
       "schedule.conference.days too)."},
      {R"([1, {"StartTime": "x", "Name": "y"}])",
       "it is a list of objects with the keys StartTime, Name; nearest comes scale (which has EndTime, Location too)."},
      {R"({"error": "invalid token"})", "its top-level keys are error."},
      {R"({"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1})", "its top-level keys are a, b, c, d, e, f, g, h."},
      {R"({"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1})",
       "its top-level keys are a, b, c, d, e, f, g, h, \u2026."},
      {"{\"a\\u0007\\u200bb\": 1}", "its top-level keys are ab."},
      {"{}", "it is empty."},
      {"null", "it is null."},
      {"true", "it is true or false."},
      {"42", "it is a whole number."},
      {"[42]", "it is a list."},
      {"\"sessions\"", "it is a string."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    const std::string sentence = refusal(row.bytes);
    CAPTURE(sentence);
    CHECK(begins_with(sentence, "feed.json:1:1: error: This feed is in no format Placard knows: "s + row.shape));
    CHECK(sentence.find("Placard reads: frab2, frab, pretalx, opass, sessionize, gridsmart, scale, placard.") !=
          std::string::npos);
  }
}

TEST_CASE("each format is told by its shape; an empty schedule of a known shape has no sessions") {
  struct Row {
    std::string bytes;
    std::string format;
  };
  const Row rows[] = {
      {R"({"sessions": []})", "placard"},
      {R"({"schedule": {"conference": {"days": []}}})", "frab"},
      {R"({"schedule": {"conference": {"title": "E", "days": [{"rooms": {}}]}}})", "frab"},
      {R"({"schedule": {"conference": {"days": []}, "events": []}})", "frab2"},
      {R"({"talks": [], "timezone": "America/Lima"})", "pretalx"},
      {R"({"talks": [], "event_start": "2026-08-27"})", "pretalx"},
      {R"({"sessions": [], "rooms": [], "session_types": []})", "opass"},
      {R"({"sessions": [], "rooms": [], "categories": []})", "sessionize"},
      {R"([{"date": "2022-06-02T00:00:00", "rooms": [], "timeSlots": []}])", "gridsmart"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(refusal(row.bytes).empty());
    CHECK(refusal(row.bytes, row.format).empty());
    CHECK(read_feed("feed.json", row.bytes, {}).schedule->sessions.empty());
  }
}

TEST_CASE("an empty list may be anything: only who asks for a format of lists means one") {
  CHECK(begins_with(refusal("[]"),
                    "feed.json:1:1: error: This feed is in no format Placard knows: it is an empty list."));
  CHECK(refusal("[]", "gridsmart").empty());
  CHECK(refusal("[]", "scale").empty());
}

TEST_CASE("a format that is asked for and lacks its list is refused in a sentence") {
  for (const std::string& format : feed_format_names()) {
    CAPTURE(format);
    const std::string sentence = refusal(R"({"halls": []})", format);
    CHECK(begins_with(sentence, "feed.json:1:1: error: This feed has no list "));
    CHECK(sentence.find("\"" + format + "\"") != std::string::npos);
  }
}

TEST_CASE("a key of a megabyte does not make a sentence of a megabyte") {
  CHECK(refusal("{\"" + std::string(1 << 20, 'k') + "\": 1}").size() < 400);
}

TEST_CASE("a format asked for by name is the one tried") {
  const auto names = feed_format_names();
  CHECK(std::count(names.begin(), names.end(), "placard") == 1);
  CHECK(refusal(R"({"sessions": []})", "placard").empty());
  CHECK(refusal(R"({"talks": []})", "placard").find("has no list \"sessions\"") != std::string::npos);
  CHECK(refusal("[]", "placard").find("has no list \"sessions\"") != std::string::npos);
  CHECK(refusal(R"({"sessions": []})", "no-such-format").find("no format Placard knows") != std::string::npos);
}

TEST_CASE("every format is listed once") {
  auto names = feed_format_names();
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}

TEST_CASE("a published feed, whole or cut short, is read or refused in sentences, and never anything else") {
  const std::filesystem::path folder = PLACARD_SAMPLES "/feeds";
  if (!std::filesystem::is_directory(folder)) {
    MESSAGE("There are no published feeds here, so none is tried.");
    return;
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    CAPTURE(entry.path().filename().string());
    const std::string whole = file_text(entry.path().string());
    for (std::size_t sixteenths = 0; sixteenths <= 16; ++sixteenths) {
      CAPTURE(sixteenths);
      const ReadFeed read = read_feed("feed.json", whole.substr(0, whole.size() * sixteenths / 16), {});
      CHECK((read.schedule.has_value() || !read.problems.empty()));
      CHECK((sixteenths == 16 || !read.schedule.has_value()));
      for (const Problem& problem : read.problems) CHECK((problem.file == "feed.json" && !problem.what.empty()));
    }
  }
}
