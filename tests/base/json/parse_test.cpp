// SPDX-License-Identifier: MIT
#include "base/json/parse.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace placard;
using namespace placard::json;

namespace {

constexpr Limits kHandWritten{std::size_t{4} << 20U, 32, 500'000, true};

// "1:5: This is not valid JSON: …", or "" when all is well.
std::string fault_in(const std::string& text, const Limits& limits = {}) {
  const auto parsed = parse("f", text, limits);
  const auto* problem = std::get_if<Problem>(&parsed);
  if (problem == nullptr) return "";
  const std::string sentence = to_sentence(*problem);
  const auto severity = sentence.find(" error: ");
  return sentence.substr(2, severity - 2) + sentence.substr(severity + 7);
}

bool reads(const std::string& text, const Limits& limits = {}) {
  return fault_in(text, limits).empty();
}

std::string place_of_fault(const std::string& text, const Limits& limits = kHandWritten) {
  const std::string fault = fault_in(text, limits);
  return fault.substr(0, fault.find(": "));
}

Document document_of(const std::string& text) {
  return std::get<Document>(parse("f", text, kHandWritten));
}

std::string place_of(const Document& document, std::uint32_t offset) {
  const Problem problem = document.problem_at(offset, Severity::error, "");
  return std::to_string(problem.line) + ":" + std::to_string(problem.column);
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string nested(std::size_t depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

std::string object_of(std::size_t members) {
  std::string out = "{";
  for (std::size_t i = 0; i < members; ++i) out += "\"k" + std::to_string(i) + "\":" + std::to_string(i) + ",";
  out.back() = '}';
  return out;
}

}  // namespace

TEST_CASE("every kind of value is read as what it is") {
  struct Row {
    std::string text, kind;
  };
  const Row rows[] = {
      {"null", "null"},
      {"true", "true or false"},
      {"12", "a whole number"},
      {"-9223372036854775808", "a whole number"},
      {"9223372036854775807", "a whole number"},
      {"9223372036854775808", "a number"},
      {"99999999999999999999", "a number"},
      {"1.0", "a number"},
      {"1e2", "a number"},
      {"\"\"", "a string"},
      {"[]", "a list"},
      {"{}", "an object"},
      {"1e400", "a number out of range"},
      {"-1e400", "a number out of range"},
      {"1" + std::string(400, '0'), "a number out of range"},
      {" \t\r\n12\n", "a whole number"},
      {"\xEF\xBB\xBF[]", "a list"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(kind_name(document_of(row.text).root) == row.kind);
  }
}

TEST_CASE("members keep the order of the file, and are found by name") {
  const Document document = document_of(R"({"z": 1, "a": "two\u00e9", "n": null, "": 4})");
  const Object& object = *document.root.object();
  CHECK(object.size() == 4);
  CHECK(object[0].key == "z");
  CHECK(object[3].key == "");
  CHECK(*find(document.root, "a")->text() == "twoé");
  CHECK(find(document.root, "n") == nullptr);
  CHECK(find(document.root, "missing") == nullptr);
  CHECK(find(object[0].value, "z") == nullptr);
}

TEST_CASE("a value knows its line and column, counted in characters") {
  struct Row {
    std::string what, text, place;
  };
  const Row rows[] = {
      {"at the beginning", "{\"here\": 1}", "1:10"},
      {"after spaces and lines", "{\n\n  \"here\" :\n    [1]\n}", "4:5"},
      {"after CRLF", "{\r\n  \"a\": 1,\r\n  \"here\": 2\r\n}", "3:11"},
      {"after letters of several bytes", "{\"é語🚀\": \"żółć\", \"here\": true}", "1:25"},
      {"after a tab, which is one character", "{\t\"here\":\t1}", "1:11"},
      {"after a byte-order mark, which is none", "\xEF\xBB\xBF{\"here\": 1}", "1:10"},
      {"after a line comment", "{ // \"here\": 0, {[\n \"here\": 1}", "2:10"},
      {"after a block comment", "{ /* , : \n */ \"here\" /* : */ : /**/ -1.5e3}", "2:27"},
      {"after every other kind of value", R"({"a": [1, -2.5e+3, "x\"y", null, true, {}], "here": 0})", "1:53"},
      {"after a number that ends at a bracket", "{\"a\": [12], \"here\": 1}", "1:21"},
      {"after a number with a comment at its heels", "{\"a\": 1/**/, \"here\": 2}", "1:22"},
      {"after empty ones", "{\"a\": [], \"b\": {}, \"c\": \"\", \"here\": 1}", "1:37"},
      {"a string", "{\"here\": \"é\"}", "1:10"},
      {"an object", "{\"here\":{}}", "1:9"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Document document = document_of(row.text);
    CHECK(place_of(document, find(document.root, "here")->offset) == row.place);
  }
}

TEST_CASE("a key and the items of a list know their places too") {
  const Document document = document_of("{\"a\": 1,\n  \"list\": [10, \"é\", [],\n {\"x\": 1}]}");
  const Object& object = *document.root.object();
  CHECK(place_of(document, object[0].key_offset) == "1:2");
  CHECK(place_of(document, object[1].key_offset) == "2:3");
  const Array& items = *object[1].value.array();
  CHECK(place_of(document, items[0].offset) == "2:12");
  CHECK(place_of(document, items[1].offset) == "2:16");
  CHECK(place_of(document, items[2].offset) == "2:21");
  CHECK(place_of(document, items[3].offset) == "3:2");
  const Document tight = document_of("[1/* no space */,2]");
  CHECK(place_of(tight, (*tight.root.array())[1].offset) == "1:18");
}

TEST_CASE("a value knows where it ends, whatever stands behind it") {
  struct Row {
    std::string text, value;
  };
  const Row rows[] = {
      {"{\"here\": 12}", "12"},
      {"{\"here\":-1.5e+3,\"b\":1}", "-1.5e+3"},
      {"{\"here\": 12/* */ }", "12"},
      {"{\"here\": null// }\n}", "null"},
      {"{\"here\": false }", "false"},
      {R"({"here": "]}\"é//\\" , "b": 1})", R"("]}\"é//\\")"},
      {"{\"here\": [] }", "[]"},
      {"{\"here\": [1, {\"a\": \"]\"} /* ] */ ] /* ] */}", "[1, {\"a\": \"]\"} /* ] */ ]"},
      {"{\"here\":{}}", "{}"},
      {"\xEF\xBB\xBF{\"here\": { // }\n \"é\": [] } }", "{ // }\n \"é\": [] }"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Document document = document_of(row.text);
    const Value& value = document.root.object()->front().value;
    CHECK(row.text.substr(value.offset, value.end - value.offset) == row.value);
    CHECK(document.root.end == row.text.size());
  }
  CHECK(document_of(" 12 ").root.end == 3);
  CHECK(document_of("12").root.end == 2);
}

TEST_CASE("a mistake is told with its line and column") {
  struct Row {
    std::string text, place;
  };
  const Row rows[] = {
      {"", "1:1"},
      {"   ", "1:4"},
      {"{", "1:2"},
      {"{a: 1}", "1:2"},
      {"{\n  \"a\" 1\n}", "2:7"},
      {"[1 2]", "1:4"},
      {"[1,\r\n  x]", "2:3"},
      {"[\"語\", x]", "1:7"},
      {"[1] [2]", "1:5"},
      {"{\"a\": 1]", "1:8"},
      {"]", "1:1"},
      {"'single quotes'", "1:1"},
      {"\"no end", "1:8"},
      {"[\"line\nbreak\"]", "1:7"},
      {"[01]", "1:3"},
      {"[+1]", "1:2"},
      {"[.5]", "1:2"},
      {"NaN", "1:1"},
      {"[-Infinity]", "1:3"},
      {"[1, 1e999.5]", "1:5"},
      {"[1e999, x]", "1:9"},
      {"[\"\\ud83d\", 1e999 x]", "1:18"},
      {"{\"\\ud83d\": 1e999,}", "1:18"},
      {"\xEF\xBB\xBF[x]", "1:2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(place_of_fault(row.text) == row.place);
  }
}

TEST_CASE("a comma before a closing bracket is told as such") {
  for (const char* text : {"[1,]", "{\"a\": 1,}", "[1,\n]", "{\"a\": [1, 2 , ]}"}) {
    CAPTURE(text);
    CHECK(fault_in(text).find("Remove the comma before the closing bracket.") != std::string::npos);
  }
  for (const char* text : {"[1}", "{\"a\":}", "[,1]", "[1,", "[1,x]", "]", "}"}) {
    CAPTURE(text);
    CHECK(fault_in(text).find("Remove the comma") == std::string::npos);
  }
}

TEST_CASE("a key given twice is an error at its second place") {
  CHECK(
      fault_in("{\"a\": 1,\n \"é\": 2, \"é\": 3}") ==
      "2:10: The key \"é\" stands twice in the same object. Remove one of the two, so that it is clear which counts.");
  CHECK(place_of_fault("{\"a\": 1, \"\\u0061\": 2}") == "1:10");
  CHECK(reads("{\"a\": {\"a\": 1}, \"b\": {\"a\": 1}}"));
  for (const std::size_t members : std::vector<std::size_t>{1, 31, 32, 33, 34, 1000}) {
    CAPTURE(members);
    std::string text = object_of(members);
    CHECK(reads(text));
    text.back() = ',';
    const std::size_t column = text.size() + 1;
    text += "\"k0\":9}";
    CHECK(place_of_fault(text) == "1:" + std::to_string(column));
  }
}

TEST_CASE("a key of any length and content is told in a short sentence") {
  const std::string key = std::string(100'000, 'k') + "\\u001b[2J\\n";
  const Problem problem = std::get<Problem>(parse("f", "{\"" + key + "\": 1, \"" + key + "\": 2}"));
  CHECK(problem.what.starts_with("The key \"kkkk"));
  CHECK(problem.what.size() < 120);
}

TEST_CASE("text must be UTF-8 without raw control characters") {
  CHECK(place_of_fault("[\"ab\xFF\"]") == "1:5");
  CHECK(fault_in("[\"\xC3\"]").find("UTF-8") != std::string::npos);
  CHECK_FALSE(reads("[\"\xED\xA0\x80\"]"));
  CHECK_FALSE(reads("[\"\xC0\xAF\"]"));
  CHECK_FALSE(reads("[\"\\ud80\"]"));
  CHECK_FALSE(reads("\xEF\xBB[]"));
  CHECK_FALSE(reads("\xFF\xFE[\0"));
  CHECK_FALSE(reads(std::string("[\"a\0b\"]", 7)));
  CHECK(reads("[\"\\u0000\\ud83d\\ude80\"]"));
}

TEST_CASE("nothing may follow the value, not even what looks like the end") {
  CHECK(place_of_fault("[1] x") == "1:5");
  CHECK(place_of_fault(std::string("[1]\0", 4)) == "1:4");
  CHECK(place_of_fault(std::string("[1]\n\0\0garbage", 13)) == "2:1");
  CHECK_FALSE(reads(std::string(4096, '\0')));
  CHECK(reads("[1]\n\n"));
}

TEST_CASE("comments are read in files written by hand, and refused in feeds") {
  for (const char* text : {"// a\n1", "/* a */1", "1// a", "1 /* a */", "[1, // a\r\n 2 /* \n */ ]"}) {
    CAPTURE(text);
    CHECK(reads(text, kHandWritten));
    CHECK_FALSE(reads(text));
  }
  CHECK(reads("\"// no comment\""));
  CHECK(document_of("// a\r[1]").root.offset == 5);  // a carriage return alone ends a comment too
  CHECK_FALSE(reads("1 /* no end", kHandWritten));
  CHECK_FALSE(reads("1 /", kHandWritten));
  CHECK_FALSE(reads("# 1\n1", kHandWritten));
}

TEST_CASE("32 levels are read, 33 are refused where the last begins") {
  CHECK(reads(nested(32)));
  CHECK(fault_in(nested(33)) == "1:33: This JSON is nested more than 32 levels deep. Check that it is the right file.");
  CHECK(reads("[" + nested(31) + "," + nested(31) + "]"));
  const std::string objects = repeated("{\"a\":", 33) + "1" + std::string(33, '}');
  CHECK(place_of_fault(objects) == "1:161");
}

TEST_CASE("so many values are read, and not one more") {
  Limits five;
  five.max_values = 5;
  CHECK(reads("[1, 2, 3, 4]", five));
  CHECK(fault_in("[1, 2, 3, 4, 5]", five) ==
        "1:14: This JSON has more than 5 values. Check that it is the right file.");
  CHECK(reads("{\"a\": {\"b\": [{}, 1]}}", five));
  CHECK_FALSE(reads("{\"a\": {\"b\": [{}, []]}, \"c\": []}", five));
}

TEST_CASE("so many bytes are read, and not one more") {
  Limits ten;
  ten.max_bytes = 10;
  CHECK(reads("[1234567] ", ten));
  const auto parsed = parse("feed.json", "[1234567]  ", ten);
  CHECK(to_sentence(std::get<Problem>(parsed)) ==
        "feed.json: error: This file is larger than 10 bytes. Check that it is the right file.");
}

TEST_CASE("hostile texts are refused") {
  CHECK_FALSE(reads(std::string(1'000'000, '[')));
  CHECK_FALSE(reads(repeated("{\"a\":", 1'000'000)));
  CHECK_FALSE(reads("[" + repeated("1,", 4'000'000)));
  CHECK_FALSE(reads("\"" + std::string(15'000'000, 'x')));
  CHECK(kind_name(document_of(std::string(4'000'000, '9')).root) == "a number out of range");
  CHECK(reads(object_of(200'000)));
  CHECK(reads(repeated("/**/", 1'000'000) + "1", kHandWritten));
}

TEST_CASE("a text cut short anywhere is an error, never a crash") {
  const std::string text = R"({"a": [1, -2.5e3, "é\u00e9\n", true, false, null, {"b": {}}], "c": []})";
  CHECK(reads(text));
  for (std::size_t length = 0; length < text.size(); ++length) {
    CAPTURE(length);
    CHECK_FALSE(reads(text.substr(0, length)));
  }
}

TEST_CASE("the shipped config cut short anywhere is an error, never a crash") {
  std::ifstream file(PLACARD_SOURCE "/config/venue.json");
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const std::string text = bytes.str();
  REQUIRE(reads(text, kHandWritten));
  std::size_t read = 0;
  for (std::size_t length = 0; length < text.rfind('}'); ++length) {
    if (reads(text.substr(0, length), kHandWritten)) ++read;
  }
  CHECK(read == 0);
}
