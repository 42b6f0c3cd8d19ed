// SPDX-License-Identifier: MIT
#include "base/json/document.hpp"

#include <doctest/doctest.h>

namespace placard::json {

TEST_CASE("places are counted as editors do: lines and characters from 1, without a byte order mark") {
  struct Row {
    std::string text;
    std::size_t offset, line, column;
  };
  const Row rows[] = {
      {"", 0, 1, 1},
      {"ab", 0, 1, 1},
      {"ab", 1, 1, 2},
      {"a\nb", 2, 2, 1},
      {"a\n\n  b", 5, 3, 3},
      {"äö x", 5, 1, 4},               // two bytes each
      {"\xF0\x9F\x8E\xB2x", 4, 1, 2},  // four bytes, one character
      {"\xEF\xBB\xBF{}", 3, 1, 1},
      {"\xEF\xBB\xBF{}", 4, 1, 2},
      {"\xEF\xBB\xBF\n{}", 4, 2, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.offset);
    PlaceCounter place(row.text);
    place.go_to(row.offset);
    CHECK(place.line() == row.line);
    CHECK(place.column() == row.column);
  }
}

TEST_CASE("places asked for one after the other are those asked for alone") {
  const std::string text = "\xEF\xBB\xBF{\n \"ä\": [1,\n\n 2], \"ö\": 3}";
  PlaceCounter place(text);
  for (std::size_t offset = 0; offset <= text.size(); ++offset) {
    if (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) continue;  // in a letter
    CAPTURE(offset);
    PlaceCounter alone(text);
    alone.go_to(offset);
    place.go_to(offset);
    CHECK(place.line() == alone.line());
    CHECK(place.column() == alone.column());
  }
  CHECK(place.line() == 4);
  CHECK(place.column() == 13);
}

}  // namespace placard::json
