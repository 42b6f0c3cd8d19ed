// SPDX-License-Identifier: MIT
#include "layout/type/text_line.hpp"

#include <doctest/doctest.h>

#include "layout/type/fake_measure.hpp"

using namespace placard;
using namespace placard::test;

namespace {

constexpr Font kFont{FontStyle::plain, 20};  // a character is 10 px wide

std::string time_text(int minute) {
  const int hour = minute / 60;
  const std::string digits = "0123456789";
  const auto two = [&](int value) {
    return std::string{digits[static_cast<std::size_t>(value / 10)], digits[static_cast<std::size_t>(value % 10)]};
  };
  return two(hour) + ":" + two(minute % 60);
}

// Where each character of a line begins, runs of several characters being split by width.
std::vector<int> cell_starts(const Line& line) {
  std::vector<int> starts;
  for (const Run& run : line.runs) starts.push_back(run.x / 10 * 10);
  return starts;
}

}  // namespace

TEST_CASE("a line in one face is one run") {
  const Line line = set_line(FakeMeasure(), kFont, "Keynote");
  CHECK(line.text == "Keynote");
  CHECK(line.runs == std::vector<Run>{{0, 0, "Keynote"}});
  CHECK(line.width == 70);
  CHECK(line.ink == Rect{0, -14, 70, 14});
}

TEST_CASE("a character its face lacks comes from the next face, in its place") {
  const Line line = set_line(FakeMeasure(), kFont, "Ray 会議 two");
  CHECK(line.runs == std::vector<Run>{{0, 0, "Ray "}, {1, 40, "会議"}, {0, 60, " two"}});
  CHECK(line.width == 100);
  CHECK(line.text == "Ray 会議 two");
}

TEST_CASE("what sits on a character stays in that character's face") {
  const Line line = set_line(FakeMeasure(), kFont, "会\u0301議e\u0301");
  CHECK(line.runs == std::vector<Run>{{1, 0, "会\u0301議"}, {0, 20, "e\u0301"}});
}

TEST_CASE("characters that no face has are left out") {
  FakeMeasure measure;
  measure.missing = U"é🚀\u0301";
  struct Row {
    std::string given, shown;
  };
  const Row rows[] = {
      {"Café 🚀 now", "Caf  now"}, {"🚀", ""}, {"🚀\u0301x", "x"}, {"e\u0301", "e"}, {"🚀🚀abc🚀", "abc"}, {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.given);
    const Line line = set_line(measure, kFont, row.given);
    CHECK(line.text == row.shown);
    CHECK(line.width == line_width(measure, kFont, row.shown));
    CHECK(line.runs.empty() == row.shown.empty());
    CHECK(line.ink.empty() == row.shown.empty());
  }
}

TEST_CASE("of the marks on one character six are kept, so that no tower of them leaves the glass") {
  std::string six = "e";
  for (int i = 0; i < 6; ++i) six += "\u0301";
  CHECK(set_line(FakeMeasure(), kFont, six).text == six);
  CHECK(set_line(FakeMeasure(), kFont, six + "\u0301\u0302\u0303").text == six);
  CHECK(set_line(FakeMeasure(), kFont, six + "\u0301x\u0301").text == six + "x\u0301");
}

TEST_CASE("the width alone is the width of the line") {
  const FakeMeasure measure;
  for (const char* text : {"", "Keynote", "Ray 会議 two", "e\u0301e\u0301", "10:45 AM"}) {
    CHECK(line_width(measure, kFont, text) == set_line(measure, kFont, text).width);
  }
}

TEST_CASE("digits as the face sets them move what follows them") {
  FakeMeasure measure;
  measure.narrow_one = true;
  CHECK(line_width(measure, kFont, "10:11") == 35);
  CHECK(line_width(measure, kFont, "20:22") == 50);
}

TEST_CASE("digits in cells keep every character in its place, at every time of day") {
  FakeMeasure measure;
  measure.narrow_one = true;
  const auto places = cell_starts(set_line(measure, kFont, "00:00", {Digits::in_cells}));
  CHECK(places == std::vector<int>{0, 10, 20, 30, 40});
  for (int minute = 0; minute < 24 * 60; ++minute) {
    CAPTURE(minute);
    const Line line = set_line(measure, kFont, time_text(minute), {Digits::in_cells});
    CHECK(line.width == 50);
    CHECK(cell_starts(line) == places);
  }
}

TEST_CASE("a narrow digit stands in the middle of its cell") {
  FakeMeasure measure;
  measure.narrow_one = true;
  const Line line = set_line(measure, kFont, "12 h", {Digits::in_cells});
  CHECK(line.runs == std::vector<Run>{{0, 2, "1"}, {0, 10, "2"}, {0, 20, " h"}});
  CHECK(line.width == 40);
}

TEST_CASE("a rectangle around two others") {
  const Rect a{0, 0, 10, 10};
  CHECK(united(a, Rect{5, -5, 10, 10}) == Rect{0, -5, 15, 15});
  CHECK(united(a, Rect{100, 100, 0, 5}) == a);
  CHECK(united(Rect{}, a) == a);
  CHECK(moved(a, -3, 4) == Rect{-3, 4, 10, 10});
  CHECK(Rect{0, 0, 5, 0}.empty());
  CHECK_FALSE(Rect{0, 0, 1, 1}.empty());
}

TEST_CASE("a line of mixed directions is read in one order and drawn in another") {
  const Line line = set_line(FakeMeasure(), {FontStyle::plain, 20}, "Ray אבג 25");
  CHECK(line.text == "Ray אבג 25");
  REQUIRE(line.runs.size() == 3);
  CHECK(line.runs[0] == Run{0, 0, "Ray ", {"", false}});
  CHECK(line.runs[1] == Run{0, 40, "25", {"Hebr", false}});
  CHECK(line.runs[2] == Run{0, 60, "אבג ", {"Hebr", true}});
}

TEST_CASE("characters that no face covers leave neither a gap nor a doubled space") {
  FakeMeasure measure;
  measure.missing = U"🎉★";
  const auto drawable = [&measure](std::string_view text) { return drawable_text(measure, FontStyle::plain, text); };
  CHECK(drawable("one 🎉 two") == "one two");
  CHECK(drawable("🎉 party") == "party");
  CHECK(drawable("a★b") == "ab");
  CHECK(drawable("two  spaces") == "two  spaces");
  CHECK(drawable("🎉★") == "");
}
