// SPDX-License-Identifier: MIT
#include "layout/type/fit_text.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "layout/type/fake_measure.hpp"
#include "schedule/formats/feed_format.hpp"

using namespace placard;
using namespace placard::test;

namespace {

using Lines = std::vector<std::string>;

// In characters of the smallest size, 20 px.
FitRequest request(const std::string& text, int characters, std::size_t max_lines = 3, std::vector<int> sizes = {20}) {
  return {text, FontStyle::plain, std::move(sizes), characters * 10, 100'000, max_lines, 1.2};
}

Lines texts_of(const FittedText& fitted) {
  Lines out;
  for (const Line& line : fitted.lines) out.push_back(line.text);
  return out;
}

Lines agenda_titles() {
  std::ifstream file(PLACARD_SOURCE "/config/feed/ray-summit-2025.json");
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const ReadFeed feed = read_feed("agenda", bytes.str(), {});
  Lines titles;
  for (const Session& session : feed.schedule.value().sessions) titles.push_back(session.title);
  return titles;
}

const Lines kHardTexts = {
    "",
    " ",
    "x",
    "…",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "A Donaudampfschifffahrtsgesellschaftskapitän is a captain",
    "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
    "🇩🇪🇫🇷🇮🇹🇪🇸🇵🇱🇨🇭",
    "👩\u200D🚀👩\u200D🚀👩\u200D🚀👩\u200D🚀",
    "東京で開催される会議、「日本語」の組版について。",
    "https://example.org/a/very/long/address/that/goes/on/and/on",
    "10\u00A0min\u00A0of\u00A0text\u00A0that\u00A0may\u00A0not\u00A0break",
    "a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y-z",
};

}  // namespace

TEST_CASE("given this text and this width, these lines") {
  struct Row {
    std::string text;
    int width;
    Lines lines;
    bool truncated = false;
  };
  const Row rows[] = {
      {"Opening keynote", 15, {"Opening keynote"}},
      {"Opening keynote", 14, {"Opening", "keynote"}},
      {"Opening keynote", 7, {"Opening", "keynote"}},
      {"SQL or Python? Wrong Question for the AI Era", 24, {"SQL or Python? Wrong", "Question for the AI Era"}},
      {"SQL or Python? Wrong Question for the AI Era", 16, {"SQL or Python?", "Wrong Question", "for the AI Era"}},
      {"SQL or Python? Wrong Question for the AI Era", 12, {"SQL or", "Python?", "Wrong…"}, true},
      {"A talk in 10\u00A0min flat for us", 20, {"A talk in 10\u00A0min", "flat for us"}},
      {"Breakfast + Networking", 21, {"Breakfast", "+ Networking"}},
      {"Training with high-performance data-loading", 20, {"Training with", "high-performance", "data-loading"}},
      {"東京で開催される会議、「日本語」の組版について。",
       12,
       {"東京で開催される", "会議、「日本語」", "の組版について。"}},
      {"x", 1, {"x"}},
      {"", 10, {}},
      {"   ", 10, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.width);
    const FittedText fitted = fit_text(FakeMeasure(), request(row.text, row.width));
    CHECK(texts_of(fitted) == row.lines);
    CHECK(fitted.truncated == row.truncated);
  }
}

TEST_CASE("the largest size that fits is taken") {
  const std::vector<int> sizes = {60, 56, 52, 48, 44, 40, 36, 32, 28, 24, 20};
  struct Row {
    int width;  // px
    std::size_t max_lines;
    int px;
  };
  // "Opening keynote": 15 characters in one line, 7 in two.
  const Row rows[] = {{1000, 1, 60}, {449, 1, 56}, {300, 1, 40}, {150, 1, 20}, {210, 2, 60}, {209, 2, 56}, {70, 2, 20}};
  for (const Row& row : rows) {
    CAPTURE(row.width);
    CAPTURE(row.max_lines);
    FitRequest asked = request("Opening keynote", 1, row.max_lines, sizes);
    asked.width = row.width;
    const FittedText fitted = fit_text(FakeMeasure(), asked);
    CHECK(fitted.font.px == row.px);
    CHECK_FALSE(fitted.truncated);
  }
}

TEST_CASE("the height is kept to as well") {
  FitRequest asked = request("one two three", 5, 3, {40, 30, 20});
  asked.width = 150;
  asked.height = text_height(40, 48, 2);
  CHECK(texts_of(fit_text(FakeMeasure(), asked)) == Lines{"one two", "three"});
  CHECK(fit_text(FakeMeasure(), asked).font.px == 40);
  asked.height -= 1;
  CHECK(fit_text(FakeMeasure(), asked).font.px == 30);
  asked.height = text_height(20, 24, 1) - 1;
  CHECK(fit_text(FakeMeasure(), asked).lines.empty());
  CHECK(fit_text(FakeMeasure(), asked).truncated);
}

TEST_CASE("a lonely short word at the end is worth a smaller size") {
  const std::vector<int> sizes = {40, 38, 36, 34, 32, 30};
  FitRequest asked = request("Reproducibility at", 1, 2, sizes);
  asked.width = 18 * 16;  // in one line from 32 px down
  CHECK(texts_of(fit_text(FakeMeasure(), asked)) == Lines{"Reproducibility at"});
  CHECK(fit_text(FakeMeasure(), asked).font.px == 32);
}

TEST_CASE("a line more can be made to cost something") {
  FitRequest asked = request("one two three four", 1, 2, {40, 36, 32, 28, 24, 20});
  asked.width = 18 * 16;
  asked.easy_lines = 1;
  CHECK(fit_text(FakeMeasure(), asked).lines.size() == 2);
  asked.line_cost = 0.5;
  CHECK(fit_text(FakeMeasure(), asked).lines.size() == 1);
}

TEST_CASE("a text that fits at no size is cut at a word") {
  struct Row {
    std::string text;
    int width;
    std::size_t max_lines;
    Lines lines;
  };
  const Row rows[] = {
      {"The quick brown fox jumps", 9, 1, {"The…"}},
      {"The quick brown fox jumps", 10, 1, {"The quick…"}},
      {"The quick brown fox jumps", 9, 2, {"The quick", "brown…"}},
      {"Docs and high-performance computing", 15, 1, {"Docs and…"}},
      {"Keynote - Day One of the event", 10, 1, {"Keynote…"}},
      {"Drinks & talk for everybody", 10, 1, {"Drinks…"}},
      {"会議室は三階です", 5, 1, {"会議室は…"}},
      // Of nothing but what leads on, better some than none.
      {"&&&&&&&&&&&&&&&&S", 6, 1, {"&&&&&…"}},
      {"----------------S", 6, 1, {"-----…"}},
      {"会議室、三階です", 5, 1, {"会議室…"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.width);
    const FittedText fitted = fit_text(FakeMeasure(), request(row.text, row.width, row.max_lines));
    CHECK(texts_of(fitted) == row.lines);
    CHECK(fitted.truncated);
  }
}

TEST_CASE("a word wider than the place is broken between graphemes, never inside one") {
  struct Row {
    std::string text;
    int width;
    std::size_t max_lines;
    Lines lines;
  };
  const Row rows[] = {
      {"abcdefghijklmnop", 9, 2, {"abcdefgh", "ijklmnop"}},
      {"abcdefghijklmnop", 5, 2, {"abcd", "efgh…"}},
      {"abcdefghijklmnop", 2, 1, {"a…"}},
      {"e\u0301e\u0301e\u0301e\u0301", 3, 2, {"e\u0301e\u0301", "e\u0301e\u0301"}},
      {"🇩🇪🇫🇷🇮🇹🇪🇸", 5, 2, {"🇩🇪🇫🇷", "🇮🇹🇪🇸"}},
      {"👩\u200D🚀👩\u200D🚀", 3, 2, {"👩\u200D🚀", "👩\u200D🚀"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.width);
    CHECK(texts_of(fit_text(FakeMeasure(), request(row.text, row.width, row.max_lines))) == row.lines);
  }
}

TEST_CASE("of one long word some letters are shown, however widths are rounded") {
  // At 21 px a letter is 10 px wide, but two of them are 21.
  for (int width = 21; width < 200; ++width) {
    CAPTURE(width);
    FitRequest narrow = request(std::string(40, 'x'), 0, 1, {21});
    narrow.width = width;
    const FittedText fitted = fit_text(FakeMeasure(), narrow);
    REQUIRE(fitted.lines.size() == 1);
    CHECK(fitted.truncated);
    CHECK(fitted.width() <= width);
  }
}

TEST_CASE("no line is wider than its place, nothing is said twice, and the same request gives the same lines") {
  const FakeMeasure measure;
  Lines texts = agenda_titles();
  texts.insert(texts.end(), kHardTexts.begin(), kHardTexts.end());
  for (const std::string& text : texts) {
    CAPTURE(text);
    for (int width = 0; width <= 60; ++width) {
      CAPTURE(width);
      FitRequest asked = request(text, width, 3, {40, 30, 20});
      const FittedText fitted = fit_text(measure, asked);
      CHECK(fitted.lines.size() <= 3);
      CHECK(fitted.width() <= asked.width);
      CHECK(fit_text(measure, asked) == fitted);
      std::size_t shown = 0;
      for (const Line& line : fitted.lines) shown += line.text.size();
      CHECK(shown <= text.size() + std::string_view("…").size());
    }
  }
}

TEST_CASE("the agenda's titles: no lonely short word, no last line below 30 % of the widest") {
  std::vector<int> sizes;
  for (int px = 40; px >= 20; px -= 2) sizes.push_back(px);
  for (const std::string& title : agenda_titles()) {
    CAPTURE(title);
    for (const int width : {45, 52, 60}) {
      CAPTURE(width);
      const FittedText fitted = fit_text(FakeMeasure(), request(title, width, 3, sizes));
      CHECK_FALSE(fitted.truncated);
      if (fitted.lines.size() < 2) continue;
      const Line& last = fitted.lines.back();
      const bool one_word = last.text.find(' ') == std::string::npos;
      CHECK_FALSE((one_word && code_points(last.text).size() <= 4));
      CHECK(last.width * 10 >= fitted.width() * 3);
    }
  }
}

TEST_CASE("lines are so many pixels apart") {
  FitRequest asked = request("one two three", 5, 3);
  asked.pitch = 1.25;
  CHECK(fit_text(FakeMeasure(), asked).pitch == 25);
  CHECK(text_height(20, 25, 0) == 0);
  CHECK(text_height(20, 25, 1) == ascent_px(20) + descent_px(20));
  CHECK(text_height(20, 25, 3) == text_height(20, 25, 1) + 50);
}

TEST_CASE("without any size there is no text") {
  CHECK(fit_text(FakeMeasure(), request("Keynote", 10, 3, {})) == FittedText{});
}
