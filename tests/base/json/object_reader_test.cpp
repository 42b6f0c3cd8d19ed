// SPDX-License-Identifier: MIT
#include "base/json/object_reader.hpp"

#include <doctest/doctest.h>

#include "base/json/parse.hpp"

using namespace placard;
using namespace placard::json;

namespace {

using Texts = std::vector<std::string>;

// An object to ask, and what is wrong with it.
struct Asked {
  Document document;
  Problems problems;
  ObjectReader reader;

  explicit Asked(const std::string& text, const std::string& path = "")
      : document(std::get<Document>(parse("f", text))),
        reader(document, document.root, path, Severity::error, problems) {}

  // "1:7: what is wrong. What to do."; every problem must be an error.
  Texts complaints() const {
    Texts out;
    for (const Problem& problem : problems) {
      const std::string sentence = to_sentence(problem);
      const auto severity = sentence.find(" error: ");
      out.push_back(severity == std::string::npos ? sentence
                                                  : sentence.substr(2, severity - 2) + sentence.substr(severity + 7));
    }
    return out;
  }
};

// Asks {"a": value} for "a" and expects no value and one complaint.
template <typename Get>
void check_refused(const std::string& value, Get get, const std::string& complaint) {
  CAPTURE(value);
  Asked asked("{\"a\": " + value + "}");
  CHECK_FALSE(get(asked.reader));
  CHECK(asked.complaints() == Texts{"1:7: " + complaint});
  CHECK(asked.reader.failed());
}

// Missing and null: no value, no complaint.
template <typename Get>
void check_absence(Get get) {
  for (const char* text : {"{}", "{\"a\": null}", "{\"b\": 1}"}) {
    CAPTURE(text);
    Asked asked(text);
    CHECK_FALSE(get(asked.reader));
    CHECK(asked.problems.empty());
    CHECK_FALSE(asked.reader.failed());
  }
}

}  // namespace

TEST_CASE("a text is cleaned for showing; an empty one is no value") {
  const auto get = [](ObjectReader& reader) { return reader.text("a"); };
  check_absence(get);
  check_refused("1", get, "\"a\" is a whole number where a string belongs.");
  check_refused("1e400", get, "\"a\" is a number out of range where a string belongs.");
  check_refused("[\"x\"]", get, "\"a\" is a list where a string belongs.");
  struct Row {
    const char *value, *text;
  };
  for (const Row& row : {Row{"\"Keynote\"", "Keynote"}, Row{"\"  Key\\nnote\\u202e \"", "Key note"}}) {
    CHECK(Asked(std::string("{\"a\": ") + row.value + "}").reader.text("a") == row.text);
  }
  for (const char* value : {"\"\"", "\"  \"", "\"\\u200b\""}) {
    Asked asked(std::string("{\"a\": ") + value + "}");
    CHECK_FALSE(asked.reader.text("a"));
    CHECK(asked.problems.empty());
  }
}

TEST_CASE("a raw text stays as it is, up to its bytes") {
  const auto get = [](ObjectReader& reader) { return reader.raw_text("a", 3); };
  check_absence(get);
  check_refused("true", get, "\"a\" is true or false where a string belongs.");
  check_refused("\"four\"", get, "\"a\" is longer than 3 bytes.");
  check_refused("\"éé\"", get, "\"a\" is longer than 3 bytes.");
  CHECK(Asked("{\"a\": \" x \"}").reader.raw_text("a", 3) == " x ");
  CHECK(Asked("{\"a\": \"\"}").reader.raw_text("a") == "");
}

TEST_CASE("a whole number lies in its bounds, both included") {
  const auto get = [](ObjectReader& reader) { return reader.integer("a", 2, 5); };
  check_absence(get);
  check_refused("\"2\"", get, "\"a\" is a string where a whole number belongs.");
  check_refused("2.0", get, "\"a\" is a number where a whole number belongs.");
  check_refused("1", get, "\"a\" is 1; it must be from 2 to 5.");
  check_refused("6", get, "\"a\" is 6; it must be from 2 to 5.");
  check_refused("-9223372036854775808", get, "\"a\" is -9223372036854775808; it must be from 2 to 5.");
  check_refused("99999999999999999999", get, "\"a\" is a number where a whole number belongs.");
  CHECK(Asked("{\"a\": 2}").reader.integer("a", 2, 5) == 2);
  CHECK(Asked("{\"a\": 5}").reader.integer("a", 2, 5) == 5);
}

TEST_CASE("a number lies in its bounds, both included, whole or not") {
  const auto get = [](ObjectReader& reader) { return reader.number("a", 0.5, 2); };
  check_absence(get);
  check_refused("\"1\"", get, "\"a\" is a string where a number belongs.");
  check_refused("0.4", get, "\"a\" is 0.4; it must be from 0.5 to 2.");
  check_refused("3", get, "\"a\" is 3; it must be from 0.5 to 2.");
  check_refused("1e300", get, "\"a\" is 1e+300; it must be from 0.5 to 2.");
  CHECK(Asked("{\"a\": 0.5}").reader.number("a", 0.5, 2) == doctest::Approx(0.5));
  CHECK(Asked("{\"a\": 2}").reader.number("a", 0.5, 2) == doctest::Approx(2));
}

TEST_CASE("true and false are nothing else") {
  const auto get = [](ObjectReader& reader) { return reader.boolean("a"); };
  check_absence(get);
  check_refused("0", get, "\"a\" is a whole number where true or false belongs.");
  check_refused("\"true\"", get, "\"a\" is a string where true or false belongs.");
  CHECK(Asked("{\"a\": true}").reader.boolean("a") == true);
  CHECK(Asked("{\"a\": false}").reader.boolean("a") == false);
}

TEST_CASE("one of several names, to the letter") {
  const auto get = [](ObjectReader& reader) { return reader.one_of("a", {"dark", "light"}); };
  check_absence(get);
  check_refused("12", get, "\"a\" is a whole number where a string belongs.");
  check_refused("\"Dark\"", get, "\"a\" is \"Dark\". It must be one of: dark, light.");
  check_refused("\"\"", get, "\"a\" is \"\". It must be one of: dark, light.");
  check_refused("\"d\\u0000\\u202eark\"", get, "\"a\" is \"dark\". It must be one of: dark, light.");
  CHECK(Asked("{\"a\": \"light\"}").reader.one_of("a", {"dark", "light"}) == "light");
}

TEST_CASE("a list of texts holds nothing else; empty ones are left out") {
  const auto list = [](ObjectReader& reader) { return reader.texts("a"); };
  const auto list_or_one = [](ObjectReader& reader) { return reader.texts("a", TextsAs::list_or_one); };
  check_absence(list);
  check_absence(list_or_one);
  check_refused("\"x\"", list, "\"a\" is a string where a list of strings belongs.");
  check_refused("{}", list_or_one, "\"a\" is an object where a string or a list of strings belongs.");
  Asked mixed("{\"a\": [\"x\", null, 1]}");
  CHECK_FALSE(mixed.reader.texts("a"));
  CHECK(mixed.complaints() == Texts{"1:13: \"a\" holds null where only strings belong."});
  CHECK(Asked("{\"a\": [\" x\", \"\", \"y\\n\"]}").reader.texts("a") == Texts{"x", "y"});
  CHECK(Asked("{\"a\": []}").reader.texts("a") == Texts{});
  CHECK(Asked("{\"a\": \"x \"}").reader.texts("a", TextsAs::list_or_one) == Texts{"x"});
  CHECK(Asked("{\"a\": \"\"}").reader.texts("a", TextsAs::list_or_one) == Texts{});
}

TEST_CASE("lists and objects are handed out as they are") {
  const auto list = [](ObjectReader& reader) { return reader.list("a") != nullptr; };
  const auto object = [](ObjectReader& reader) { return reader.object("a") != nullptr; };
  check_absence(list);
  check_absence(object);
  check_refused("{}", list, "\"a\" is an object where a list belongs.");
  check_refused("[]", object, "\"a\" is a list where an object belongs.");
  CHECK(Asked("{\"a\": [1]}").reader.list("a")->array()->size() == 1);
  CHECK(Asked("{\"a\": {\"b\": 1}}").reader.object("a")->object()->size() == 1);
}

TEST_CASE("anything at all") {
  check_absence([](ObjectReader& reader) { return reader.any("a") != nullptr; });
  for (const char* text : {"{\"a\": 1}", "{\"a\": \"\"}", "{\"a\": false}"})
    CHECK(Asked(text).reader.any("a") != nullptr);
}

TEST_CASE("sentences name the way to the value") {
  Asked asked("{\"size\": 7}", "signs.golden-gate-a");
  CHECK(asked.reader.path_of("size") == "signs.golden-gate-a.size");
  CHECK_FALSE(asked.reader.raw_text("size"));
  CHECK(asked.complaints() == Texts{"1:10: \"signs.golden-gate-a.size\" is a whole number where a string belongs."});
}

TEST_CASE("a complaint about a missing member points at the object") {
  Asked asked(" {\"a\": 1}");
  asked.reader.complain("b", "It is missing.", "Add it.");
  asked.reader.complain("a", "It is odd.");
  CHECK(asked.complaints() == Texts{"1:2: It is missing. Add it.", "1:8: It is odd."});
}

TEST_CASE("a value that is no object has no members") {
  Asked asked("[1]");
  CHECK_FALSE(asked.reader.text("a"));
  asked.reader.warn_of_unknown_keys();
  CHECK(asked.problems.empty());
}

TEST_CASE("keys nobody asked for are warnings with the nearest known one") {
  Asked asked("{\"title\": 1, \"spekers\": 2,\n \"nonsense\": 3, \"$schema\": 4}", "signs.a");
  asked.reader.any("title");
  asked.reader.any("speakers");
  asked.reader.warn_of_unknown_keys({"$schema"});
  CHECK(asked.complaints() ==
        Texts{"f:1:14: warning: Placard knows no key \"signs.a.spekers\" here and ignores it. "
              "Did you mean \"speakers\"?",
              "f:2:2: warning: Placard knows no key \"signs.a.nonsense\" here and ignores it. Remove it."});
  CHECK_FALSE(asked.reader.failed());
}

TEST_CASE("a file full of mistakes is told of 500, quickly") {
  std::string keys = "{";
  for (int i = 0; i < 20'000; ++i) keys += "\"wrong" + std::to_string(i) + "\":0,\n";
  Asked unknown(keys + "\"last\":0}");
  unknown.reader.warn_of_unknown_keys({"right"});
  CHECK(unknown.problems.size() == 500);

  Asked asked(keys + "\"last\":0}");
  for (int i = 0; i < 1000; ++i) CHECK_FALSE(asked.reader.boolean("wrong" + std::to_string(i)));
  CHECK(asked.problems.size() == 500);
  CHECK(asked.reader.failed());
}
