// SPDX-License-Identifier: MIT
#include "overrides/edit_overrides.hpp"

#include <doctest/doctest.h>

#include <random>

#include "overrides/known.hpp"

using namespace placard;
using namespace placard::test;

namespace {

std::vector<std::string> ids(const std::string& text) {
  const auto listed = listed_entries("overrides.json", text);
  REQUIRE(listed);
  std::vector<std::string> out;
  for (const ListedEntry& entry : *listed) out.push_back(entry.id);
  return out;
}

std::string entry_named(const std::string& id) {
  return R"({ "id": ")" + id + R"(", "message": "],}// \" {[", "level": "notice" })";
}

}  // namespace

TEST_CASE("an entry is added at the end, all else stays as it was written") {
  struct Row {
    const char* what;
    std::string before;
    std::string after;
  };
  const Row rows[] = {
      {"an empty list", "{\n  \"overrides\": []\n}\n", "{\n  \"overrides\": [\n    NEW\n  ]\n}\n"},
      {"on one line", "{\"overrides\": []}", "{\"overrides\": [\n  NEW\n]}"},
      {"a comment in an empty list", "{\n  \"overrides\": [\n    // none yet\n  ]\n}\n",
       "{\n  \"overrides\": [\n    // none yet\n    NEW\n  ]\n}\n"},
      {"after another", "{\n  \"overrides\": [\n      {\"id\": \"a\"}\n  ]\n}\n",
       "{\n  \"overrides\": [\n      {\"id\": \"a\"},\n      NEW\n  ]\n}\n"},
      {"after another with a comment behind it",
       "{\n  \"overrides\": [\n    {\"id\": \"a\"} // ] } ,\n    /* and { this */\n  ], \"$schema\": \"x\"\n}\n",
       "{\n  \"overrides\": [\n    {\"id\": \"a\"}, // ] } ,\n    NEW\n    /* and { this */\n  ], \"$schema\": "
       "\"x\"\n}\n"},
      {"after another on its line", "{\"overrides\": [{\"id\": \"a\"}]}", "{\"overrides\": [{\"id\": \"a\"},\n  NEW]}"},
      {"Windows line ends", "{\r\n  \"overrides\": [\r\n    {\"id\": \"a\"}\r\n  ]\r\n}\r\n",
       "{\r\n  \"overrides\": [\r\n    {\"id\": \"a\"},\n    NEW\r\n  ]\r\n}\r\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    std::string wanted = row.after;
    wanted.replace(wanted.find("NEW"), 3, entry_named("new"));
    const std::string after = with_entry(row.before, entry_named("new"));
    CHECK(after == wanted);
    CHECK(ids(after).back() == "new");
    CHECK(ids(after).size() == ids(row.before).size() + 1);
  }
}

TEST_CASE("an entry is removed with its comma and its line; comments stay") {
  const std::string text =
      "{\n  // head\n  \"overrides\": [\n    // of a\n    {\"id\": \"a\"}, // behind a\n    {\n      \"id\": \"b\"\n   "
      " },\n"
      "    {\"id\": \"c\"}\n    // foot\n  ]\n}\n";
  CHECK(without_entry(text, 0) ==
        "{\n  // head\n  \"overrides\": [\n    // of a\n     // behind a\n    {\n      \"id\": \"b\"\n    },\n"
        "    {\"id\": \"c\"}\n    // foot\n  ]\n}\n");
  CHECK(without_entry(text, 1) ==
        "{\n  // head\n  \"overrides\": [\n    // of a\n    {\"id\": \"a\"}, // behind a\n    {\"id\": \"c\"}\n    // "
        "foot\n  ]\n}\n");
  CHECK(without_entry(text, 2) ==
        "{\n  // head\n  \"overrides\": [\n    // of a\n    {\"id\": \"a\"}, // behind a\n    {\n      \"id\": \"b\"\n "
        "   }\n"
        "    // foot\n  ]\n}\n");
  CHECK(without_entry(text, 3) == text);
  CHECK(without_entry("{\"overrides\": [{\"id\": \"a\"}]}", 0) == "{\"overrides\": []}");
  CHECK(without_entry("{\"overrides\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}", 0) ==
        "{\"overrides\": [ {\"id\": \"b\"}]}");
  CHECK(without_entry("{\"overrides\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}", 1) ==
        "{\"overrides\": [{\"id\": \"a\"} ]}");
}

TEST_CASE("what was added and removed again leaves the file as it was") {
  for (const std::string& text :
       {empty_overrides_file(), std::string("{\n  \"overrides\": [\n    {\"id\": \"a\"}\n  ]\n}\n"),
        file_text(PLACARD_SOURCE "/config/overrides.json"),
        file_text(PLACARD_SOURCE "/config/overrides.example.json")}) {
    const std::size_t count = ids(text).size();
    CHECK(without_entry(with_entry(text, entry_named("new")), count) == text);
  }
}

TEST_CASE("bad entries are edited around too: texts, numbers, and comments that a carriage return ends") {
  struct Row {
    const char* what;
    std::string before;
    std::string added;
    std::string removed;  // the first one
  };
  const Row rows[] = {
      {"a text", R"({"overrides": ["loud"]})", "{\"overrides\": [\"loud\",\n  NEW]}", R"({"overrides": []})"},
      {"a text before an entry", R"({"overrides": ["],", {"id": "a"}]})",
       "{\"overrides\": [\"],\", {\"id\": \"a\"},\n  NEW]}", R"({"overrides": [ {"id": "a"}]})"},
      {"a number", R"({"overrides": [-12.5e3]})", "{\"overrides\": [-12.5e3,\n  NEW]}", R"({"overrides": []})"},
      {"a number before an entry", R"({"overrides": [12, {"id": "a"}]})",
       "{\"overrides\": [12, {\"id\": \"a\"},\n  NEW]}", R"({"overrides": [ {"id": "a"}]})"},
      {"a number and a comment", "{\"overrides\": [null/**/]}", "{\"overrides\": [null,/**/\n  NEW]}",
       "{\"overrides\": [/**/]}"},
      {"another carriage return", "{\"overrides\": [{\"id\": 5}\r\n]}", "{\"overrides\": [{\"id\": 5},\n  NEW\r\n]}",
       "{\"overrides\": []}"},
      {"an empty list with blanks behind it", "{\"overrides\": [{} \t]  }", "{\"overrides\": [{},\n  NEW \t]  }",
       "{\"overrides\": []  }"},
      {"carriage returns alone", "{\"overrides\": [// a\r{}]}", "{\"overrides\": [// a\r{},\n  NEW]}",
       "{\"overrides\": [// a\r]}"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    std::string wanted = row.added;
    wanted.replace(wanted.find("NEW"), 3, entry_named("new"));
    CHECK(with_entry(row.before, entry_named("new")) == wanted);
    CHECK(ids(wanted).size() == ids(row.before).size() + 1);
    CHECK(without_entry(row.before, 0) == row.removed);
    CHECK(ids(row.removed).size() == ids(row.before).size() - 1);
  }
}

TEST_CASE("random additions and removals keep the file readable and the others in order") {
  std::mt19937 random(7);
  std::string text = file_text(PLACARD_SOURCE "/config/overrides.example.json");
  std::vector<std::string> expected = ids(text);
  for (int i = 0; i < 400; ++i) {
    if (expected.empty() || random() % 2 == 0) {
      expected.push_back("n" + std::to_string(i));
      text = with_entry(text, entry_named(expected.back()));
    } else {
      const std::size_t index = random() % expected.size();
      text = without_entry(text, index);
      expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(index));
    }
    REQUIRE(ids(text) == expected);
  }
}

TEST_CASE("every kind of entry is written so that it reads back the same") {
  const auto entries = known({
      R"({"id": "a", "by": "B", "signs": ["s*"], "rooms": ["R?"], "message": "Say \"hi\" – ü", "level": "warning", "from": "2025-11-04T13:00", "until": "2025-11-04T14:00"})",
      R"({"session": {"id": "x"}, "cancelled": true})",
      R"({"session": {"room": "Hall", "start": "2025-11-04T13:00"}, "move_to": "Foyer"})",
      R"({"session": {"title": "T"}, "full": true})",
      R"({"session": {"id": "x"}, "set": {"title": "T", "speakers": ["A", "B"], "start": "2025-11-04T13:00", "end": "2025-11-04T14:00", "track": "L"}})",
      R"({"rooms": ["Hall"], "delay_minutes": 10})",
      R"({"rooms": ["Hall"], "full": true})",
      R"({"replace": {"title": "A", "text": "B"}})",
  });
  for (LoadedOverride one : entries) {
    const std::string text = entry_text(one.entry, los_angeles());
    CAPTURE(text);
    LoadedOverride again = known({text}).front();
    again.entry.line = one.entry.line;
    again.entry.column = one.entry.column;
    CHECK(again == one);
  }
}

TEST_CASE("a file that can't be read is a problem with its place") {
  const auto broken = listed_entries("overrides.json", "{\n  \"overrides\": [\n    {,}\n  ]\n}");
  REQUIRE_FALSE(broken);
  CHECK(broken.error().line == 3);
  for (const char* text : {"[]", "{}", "{\"overrides\": 3}"}) {
    const auto other = listed_entries("overrides.json", text);
    REQUIRE_FALSE(other);
    CHECK(other.error().what == "This file has no list \"overrides\".");
  }
}

TEST_CASE("a file in UTF-16 is edited as the text it is, and comes back in UTF-8") {
  std::string wide = "\xFF\xFE";
  for (const char c : "{\"overrides\": [" + entry_named("a") + "]}") wide += std::string{c, '\0'};
  CHECK(ids(wide) == std::vector<std::string>{"a"});
  const std::string more = with_entry(wide, entry_named("b"));
  CHECK(ids(more) == std::vector<std::string>{"a", "b"});
  CHECK(more.find('\0') == std::string::npos);
  CHECK(ids(without_entry(wide, 0)).empty());
}
