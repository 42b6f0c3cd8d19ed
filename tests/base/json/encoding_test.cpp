// SPDX-License-Identifier: MIT
#include "base/json/encoding.hpp"

#include <doctest/doctest.h>

#include <variant>

#include "base/json/parse.hpp"

using namespace placard;
using namespace std::string_literals;

namespace {

// Every unit of `text` in `width` bytes, behind a byte-order mark if there is one.
std::string encoded(std::u32string text, std::size_t width, bool big_endian, bool mark) {
  if (mark) text.insert(text.begin(), U'\uFEFF');
  std::u32string units;
  for (const char32_t c : text) {
    const bool pair = width == 2 && c > 0xFFFF;
    if (pair) units += static_cast<char32_t>(0xD800 + ((c - 0x10000) >> 10U));
    units += pair ? static_cast<char32_t>(0xDC00 + ((c - 0x10000) & 0x3FFU)) : c;
  }
  std::string bytes;
  for (const char32_t unit : units) {
    for (std::size_t i = 0; i < width; ++i) {
      const std::size_t place = big_endian ? width - 1 - i : i;
      bytes += static_cast<char>((unit >> (8 * place)) & 0xFFU);
    }
  }
  return bytes;
}

}  // namespace

TEST_CASE("UTF-16 and UTF-32 of either order, with and without a byte-order mark") {
  for (const std::size_t width : {2, 4}) {
    for (const bool big_endian : {false, true}) {
      for (const bool mark : {false, true}) {
        CAPTURE(width);
        CAPTURE(big_endian);
        CAPTURE(mark);
        CHECK(json::as_utf8(encoded(U"[\"Gr\u00fc\u00dfe \U0001F680\"]", width, big_endian, mark)) ==
              "[\"Gr\u00fc\u00dfe \U0001F680\"]");
      }
    }
  }
}

TEST_CASE("other bytes stay as they are") {
  for (const std::string& bytes : {""s, "[]"s, "\xEF\xBB\xBF[]"s, "[\"Gr\xFC\xDF\"]"s, "[1]\0"s, "\0\0\0\0"s, "5\0"s}) {
    CHECK(json::as_utf8(bytes) == bytes);
  }
}

TEST_CASE("halves of characters, numbers that are none and a byte too few are told by a character of their own") {
  CHECK(json::as_utf8("\xFF\xFE[\0\x3D\xD8]\0"s) == "[\uFFFD]");
  CHECK(json::as_utf8("\xFF\xFE[\0]\0\n"s) == "[]\uFFFD");
  CHECK(json::as_utf8("\xFF\xFE\0\0[\0\0\0\0\0\x11\0"s) == "[\uFFFD");
}

TEST_CASE("a document in UTF-16 tells places in its characters, and is held to the same size") {
  const std::string bytes = encoded(U"{\"a\": \"\u00e9\u8a9e\",\n \"b\": 1e}", 2, true, true);
  const auto parsed = json::parse("f", bytes);
  REQUIRE(std::holds_alternative<Problem>(parsed));
  CHECK(to_sentence(std::get<Problem>(parsed)).starts_with("f:2:"));
  json::Limits limits;
  limits.max_bytes = 40;
  const std::string in_three_bytes =
      encoded(U"[\"\u8a9e\u8a9e\u8a9e\u8a9e\u8a9e\u8a9e\u8a9e\u8a9e\u8a9e\u8a9e\u8a9e\u8a9e\u8a9e\"]", 2, false, true);
  CHECK(in_three_bytes.size() <= limits.max_bytes);
  CHECK(std::holds_alternative<Problem>(json::parse("f", in_three_bytes, limits)));
}
