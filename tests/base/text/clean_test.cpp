// SPDX-License-Identifier: MIT
#include "base/text/clean.hpp"

#include <doctest/doctest.h>

using namespace placard;

namespace {

struct Row {
  std::string given, shown;
};

template <std::size_t size>
void check_cleaned(const Row (&rows)[size]) {
  for (const Row& row : rows) {
    CAPTURE(row.given);
    CHECK(clean_line(row.given) == row.shown);
  }
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("a text becomes one trimmed line") {
  const Row rows[] = {
      {"", ""},
      {"   \t ", ""},
      {"Opening keynote", "Opening keynote"},
      {"  Opening keynote\n", "Opening keynote"},
      {"Opening\nkeynote", "Opening keynote"},
      {"Opening\r\nkeynote", "Opening  keynote"},
      {"Opening\tkeynote\v\f", "Opening keynote"},
      {"Opening\u2028keynote\u2029\u0085", "Opening keynote"},
      {"\u00A0\u3000Opening keynote\u202F", "Opening keynote"},
      {"10\u00A0min", "10\u00A0min"},
  };
  check_cleaned(rows);
}

TEST_CASE("what shows nothing is dropped") {
  const Row rows[] = {
      {std::string("nul\0byte", 8), "nulbyte"},
      {"bell\a, escape\x1B[31m, delete\x7F", "bell, escape[31m, delete"},
      {"C1 control \u009F", "C1 control"},
      {"\uFEFFbyte-order mark", "byte-order mark"},
      {"zero\u200B width\u200C \u200D\u2060", "zero width"},
      {"soft\u00ADhyphen", "softhyphen"},
      {"\u202Eright-to-left override\u202C", "right-to-left override"},
      {"isolates \u2066a\u2067b\u2068c\u2069", "isolates abc"},
      {"marks \u200E\u200F\u061C", "marks"},
      {"Hangul filler \u3164\u115F\u1160\uFFA0", "Hangul filler"},
      {"tag \U000E0041\U000E007F", "tag"},
      {"not a character \uFFFE\U0010FFFF", "not a character"},
      {"\u200B\u200B \u200B", ""},
  };
  check_cleaned(rows);
}

TEST_CASE("what a reader can see stays as it is") {
  const Row rows[] = {
      {"Ünïçødé – “quotes” & ‘more’ …", "Ünïçødé – “quotes” & ‘more’ …"},
      {"C++\u201126 × Rust ≈ ?", "C++\u201126 × Rust ≈ ?"},
      {"Zażółć gęślą jaźń", "Zażółć gęślą jaźń"},
      {"e\u0301 stays two characters", "e\u0301 stays two characters"},
      {"日本語、العربية، עברית", "日本語、العربية، עברית"},
      {"Arabic number sign \u0600", "Arabic number sign \u0600"},
      {"🚀 launch", "🚀 launch"},
  };
  check_cleaned(rows);
}

TEST_CASE("bytes that are no UTF-8 become U+FFFD") {
  const Row rows[] = {
      {"a\xFFz", "a\uFFFDz"},
      {"a\x80z", "a\uFFFDz"},
      {"Caf\xE9", "Caf\uFFFD"},
      {"cut short \xE2\x80", "cut short \uFFFD"},
      {"overlong \xC0\xAF", "overlong \uFFFD"},
      {"too large \xF4\x90\x80\x80", "too large \uFFFD"},
      {"lone surrogate \xED\xA0\x80", "lone surrogate \uFFFD"},
      {"a pair of them \xED\xA0\xBD\xED\xB8\x80", "a pair of them \uFFFD"},
  };
  check_cleaned(rows);
}

TEST_CASE("a text is cut after so many characters that show") {
  CHECK(clean_line(std::string(1000, 'x')) == std::string(1000, 'x'));
  CHECK(clean_line(std::string(1001, 'x')) == std::string(1000, 'x'));
  CHECK(clean_line(repeated("語", 1200)) == repeated("語", 1000));
  CHECK(clean_line("one two three", 7) == "one two");
  CHECK(clean_line("one two three", 4) == "one");
  CHECK(clean_line("o\u200Bn\u200Be two", 3) == "one");
  CHECK(clean_line("x", 0) == "");
}

TEST_CASE("a megabyte that shows nothing is no title") {
  const std::string hidden = repeated("\u200B", 350'000);
  CHECK(clean_line(hidden) == "");
  CHECK(clean_line(hidden + "title") == "");
  CHECK(clean_line("title" + hidden) == "title");
  CHECK(clean_line(std::string(1'000'000, ' ')) == "");
}

TEST_CASE("code points and UTF-8 are each other's inverse") {
  for (const char* text : {"", "abc", "Zażółć", "日本語", "👩\u200D🚀"}) CHECK(to_utf8(code_points(text)) == text);
  CHECK(code_points("aé語🚀") == U"aé語🚀");
  CHECK(code_points("a\xFF") == U"a\uFFFD");
}

TEST_CASE("bytes are never cut inside a character") {
  struct TruncationPoint {
    std::size_t most;
    const char* left;
  };
  constexpr TruncationPoint cuts[] = {{0, ""},   {1, "a"},  {2, "a"},    {3, "aé"},
                                      {4, "aé"}, {5, "aé"}, {6, "aé語"}, {99, "aé語"}};
  for (const TruncationPoint& cut : cuts) {
    CAPTURE(cut.most);
    CHECK(cut_bytes("aé語", cut.most) == cut.left);
  }
}
