// SPDX-License-Identifier: MIT
#include "base/json/blanks.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace placard::json;

TEST_CASE("a comment ends before its line's end, or behind its own") {
  struct Row {
    std::string text;
    std::size_t at, after;
  };
  const Row rows[] = {
      {"// a\n1", 0, 4},  {"// a\r\n", 0, 4},  {"// a", 0, 4}, {"1 /* // \n */ 2", 2, 12}, {"/**/", 0, 4},
      {"/*/ 1 */", 0, 8}, {"/* no end", 0, 9}, {"/", 0, 0},    {"1 // a", 0, 0},           {"", 0, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(after_comment(row.text, row.at) == row.after);
  }
}

TEST_CASE("white space and comments are passed over, as many as there are") {
  CHECK(after_blanks(" \t\r\n1", 0) == 4);
  CHECK(after_blanks("// a\n/* b */ /* c */// d\n , 1", 0) == 26);
  CHECK(after_blanks("1", 0) == 0);
  CHECK(after_blanks(" / 1", 0) == 1);
  CHECK(after_blanks("  // a", 0) == 6);
  CHECK(after_blanks("1", 7) == 1);
}
