// SPDX-License-Identifier: MIT
#include "base/json/unreadable.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "base/json/parse.hpp"
#include "base/json/written.hpp"

namespace placard::json {
namespace {

// JSON, or nearly, out of pieces that matter here.
class Pieces {
 public:
  explicit Pieces(unsigned seed) : random_(seed) {}

  std::string value(int depth) {
    const std::size_t kind = pick(depth > 0 ? 6 : 4);
    if (kind < 2) return string();
    if (kind == 2) return number();
    if (kind == 3) return one_of({"null", "true", "false", "0", "-1"});
    std::string out;
    for (std::size_t i = pick(4); i > 0; --i) {
      const std::string key = "\"" + std::to_string(i) + one_of({"", "\\ud83d", "\\\\", "é"}) + "\"";
      out += (out.empty() ? "" : one_of({",", ", ", " /* \" 1e400 */ , ", ",// \\ud83d \"\n"})) +
             (kind == 4 ? key + one_of({":", " : "}) : "") + value(depth - 1);
    }
    return kind == 4 ? "{" + out + "}" : "[" + out + "]";
  }

 private:
  std::size_t pick(std::size_t count) { return random_() % count; }
  std::string one_of(std::initializer_list<const char*> texts) { return texts.begin()[pick(texts.size())]; }
  std::string string() {
    std::string out;
    for (std::size_t i = pick(6); i > 0; --i) {
      out += one_of({"\\ud83d", "\\uDE80", "\\ude80", "\\uD83D", "\\ud83d\\ude80", "\\u00e9", "\\\\", "\\\"", "u",
                     "d83d", "1e400", "//", "/*", "é", "🚀", "\\udbff\\udfff", "\\ud7ff", "\\ue000", "\\n"});
    }
    return "\"" + out + "\"";
  }
  std::string number() {
    return one_of({"1e400", "-1e400", "1E+999", "1e308", "1e309", "1.7976931348623157e308", "1.7976931348623159e308",
                   "1e-400", "0e999", "0.0e+999", "-0", "12", "1.5", "-2.5e3", "9223372036854775808"});
  }

  std::minstd_rand random_;
};

Document document_of(const std::string& text) {
  return std::get<Document>(parse("f", text));
}

}  // namespace

TEST_CASE("halves of characters and numbers out of range are found, and stood in for byte by byte") {
  struct Row {
    std::string text, read;
  };
  const Row rows[] = {
      {R"("Rakete \ud83d")", R"("Rakete \ufffd")"},
      {R"("\udc00")", R"("\ufffd")"},
      {R"("\uDE80\uD83D")", R"("\ufffd\ufffd")"},
      {R"("\ud83d\ud83d\ude80")", R"("\ufffd\ud83d\ude80")"},
      {R"("\ud83d\ude80\ude80")", R"("\ud83d\ude80\ufffd")"},
      {R"("\ud83d\\ude80")", R"("\ufffd\\ude80")"},
      {R"("\ud83d \ude80")", R"("\ufffd \ufffd")"},
      {R"("\\ud83d")", R"("\\ud83d")"},
      {R"("\ud83")", R"("\ud83")"},
      {R"("\ud83dx")", R"("\ufffdx")"},
      {R"({"\ud83d": "\udbff\udfff"})", R"({"\ufffd": "\udbff\udfff"})"},
      {R"(["1e400", 1e400, -1e400])", R"(["1e400", 0    , 0     ])"},
      {"1E+999", "0     "},
      {"1.0e309", "0      "},
      {"1" + std::string(309, '0'), "0" + std::string(309, ' ')},
      {"[1e308, 1e-400, 0e999]", "[1e308, 1e-400, 0e999]"},
      {"[01e400, 1e400.5, 1e, 1e+, -e400]", "[01e400, 1e400.5, 1e, 1e+, -e400]"},
      {"1e400// 1e400\n", "0    // 1e400\n"},
      {"/* \" */ 1e400", "/* \" */ 0    "},
      {"\"\\ud83d", "\"\\ufffd"},
      {"\"\\", "\"\\"},
      {"/", "/"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(with_stand_ins(row.text, true) == row.read);
  }
}

TEST_CASE("half a character is read as U+FFFD, and told where it stands") {
  const Document document = document_of("{\"é\": \"a\\uD83D\",\n \"b\\udc00\": \"\\ud83d\\ude80\"}");
  const Object& object = *document.root.object();
  CHECK(*object[0].value.text() == "a\uFFFD");
  CHECK(object[1].key == "b\uFFFD");
  CHECK(*object[1].value.text() == "🚀");
  REQUIRE(document.warnings.size() == 2);
  CHECK(to_sentence(document.warnings[0]) ==
        "f:1:9: warning: Half a character (\\uD83D) stands here; it is shown as U+FFFD. A text was cut in the middle "
        "of a "
        "character; write it anew.");
  CHECK(to_sentence(document.warnings[1]).starts_with("f:2:4: warning: Half a character (\\udc00) "));
}

TEST_CASE("so many halves are told, and not one more") {
  std::string halves;
  for (int i = 0; i < 100'000; ++i) halves += "\\ud800";
  const Document document = document_of("[\"" + halves + "\"]");
  CHECK(document.root.array()->front().text()->size() == 300'000);
  CHECK(document.warnings.size() == 20);
}

TEST_CASE("a number out of range is a value in its place, and what stands behind it keeps its own") {
  const Document document = document_of("{\"a\":1e400,\n \"b\": [-1e999, 1e400], \"here\": 1}");
  const Object& object = *document.root.object();
  CHECK(std::holds_alternative<OutOfRange>(object[0].value.data));
  CHECK(document.text.substr(object[0].value.offset, object[0].value.end - object[0].value.offset) == "1e400");
  const Value& second = (*object[1].value.array())[1];
  CHECK(document.text.substr(second.offset).starts_with("1e400]"));
  CHECK(document.text.substr(object[2].value.offset) == "1}");
}

TEST_CASE("what is JSON to the parser alone gives what it gave, all else the same with stand-ins") {
  std::size_t plain = 0;
  constexpr unsigned kTried = 5'000;
  for (unsigned seed = 1; seed <= kTried; ++seed) {
    CAPTURE(seed);
    const std::string text = Pieces(seed).value(3);
    CAPTURE(text);
    Limits limits;
    limits.comments = true;
    const auto parsed = parse("f", text, limits);
    REQUIRE(std::holds_alternative<Document>(parsed));
    const auto read = nlohmann::ordered_json::parse(written(std::get<Document>(parsed).root));
    if (nlohmann::ordered_json::accept(text, true)) {
      CHECK(read == nlohmann::ordered_json::parse(text, nullptr, true, true));
      CHECK(std::get<Document>(parsed).warnings.empty());
      ++plain;
    } else {
      CHECK(read == nlohmann::ordered_json::parse(with_stand_ins(text, true), nullptr, true, true));
    }
  }
  MESSAGE(plain << " of " << kTried << " are JSON without stand-ins");
  CHECK(plain > 1'000);
  CHECK(plain < kTried - 1'000);
}

}  // namespace placard::json
