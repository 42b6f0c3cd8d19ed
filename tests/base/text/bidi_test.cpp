// SPDX-License-Identifier: MIT
#include "base/text/bidi.hpp"

#include <doctest/doctest.h>

#include "base/text/clean.hpp"
#include "base/text/script.hpp"

using namespace placard;

namespace {

using Levels = std::vector<std::uint8_t>;
using Order = std::vector<std::size_t>;

}  // namespace

TEST_CASE("a text runs as its first letter does") {
  CHECK(direction_of(U"Ray") == Direction::left_to_right);
  CHECK(direction_of(U"שלום Ray") == Direction::right_to_left);
  CHECK(direction_of(U"2025: مرحبا") == Direction::right_to_left);
  CHECK(direction_of(U"Ray שלום") == Direction::left_to_right);
  CHECK(direction_of(U"") == Direction::left_to_right);
  CHECK(direction_of(U"12:30") == Direction::left_to_right);
}

TEST_CASE("letters from right to left have odd levels; numbers among them run from left to right again") {
  CHECK(bidi_levels(U"ab", Direction::left_to_right) == Levels{0, 0});
  CHECK(bidi_levels(U"ab", Direction::right_to_left) == Levels{2, 2});
  CHECK(bidi_levels(U"a אב", Direction::left_to_right) == Levels{0, 0, 1, 1});
  CHECK(bidi_levels(U"אב 25", Direction::right_to_left) == Levels{1, 1, 1, 2, 2});
  CHECK(bidi_levels(U"(א)", Direction::right_to_left) == Levels{1, 1, 1});
  CHECK(bidi_levels(U"", Direction::right_to_left).empty());
}

TEST_CASE("pieces stand in the order of rule L2") {
  CHECK(visual_order({0, 0, 0}) == Order{0, 1, 2});
  CHECK(visual_order({1, 1, 1}) == Order{2, 1, 0});
  CHECK(visual_order({0, 1, 1, 0}) == Order{0, 2, 1, 3});
  CHECK(visual_order({1, 2, 2, 1}) == Order{3, 1, 2, 0});
  CHECK(visual_order({}).empty());
}

TEST_CASE("only scripts whose letters change with their neighbours are named") {
  struct Row {
    char32_t c;
    std::string_view script;
  };
  for (const Row& row : {Row{U'a', ""}, Row{U'я', ""}, Row{U'م', "Arab"}, Row{U'ש', "Hebr"}, Row{U'ह', "Deva"},
                         Row{U'ไ', "Thai"}, Row{U'த', "Taml"}, Row{U'会', ""}, Row{U'5', ""}, Row{U' ', ""}}) {
    CAPTURE(static_cast<unsigned>(row.c));
    CHECK(shaping_script(row.c) == row.script);
  }
}
