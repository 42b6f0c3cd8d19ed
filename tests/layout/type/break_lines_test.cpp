// SPDX-License-Identifier: MIT
#include "layout/type/break_lines.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text/clean.hpp"

using namespace placard;

namespace {

using Lines = std::vector<std::string>;

int letters(std::string_view text) {
  return static_cast<int>(code_points(text).size());
}

// The text with a dot at every place where a line may end without a space there.
std::string with_dots(std::string_view text) {
  std::string out;
  const auto segments = segments_of(text);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    out += segments[i].text;
    if (i + 1 < segments.size()) out += segments[i].space_after ? " " : "·";
  }
  return out;
}

// `text` in exactly `count` lines of at most `width` letters; no lines if it can't be done.
Lines set_in(std::string_view text, std::size_t count, int width) {
  const auto segments = segments_of(text);
  std::vector<int> widths;
  for (const Segment& segment : segments) widths.push_back(letters(segment.text));
  const auto breaks = break_into({segments, widths, 1}, count, width);
  Lines lines;
  std::size_t first = 0;
  for (const std::size_t end : breaks.value_or(Breaks{}).ends) {
    lines.push_back(joined(segments, first, end));
    first = end;
  }
  return lines;
}

double ugliness_of(std::string_view text, std::size_t count, int width) {
  const auto segments = segments_of(text);
  std::vector<int> widths;
  for (const Segment& segment : segments) widths.push_back(letters(segment.text));
  return break_into({segments, widths, 1}, count, width).value().ugliness;
}

Lines cut_to(std::string_view text, int width) {
  Lines pieces;
  for (const Segment& piece : cut_wide_segments(segments_of(text), width, letters)) pieces.push_back(piece.text);
  return pieces;
}

}  // namespace

TEST_CASE("a line may end at a space, after a hyphen or slash, and between characters of Chinese and Japanese") {
  struct Row {
    std::string text, with_dots;
  };
  const Row rows[] = {
      {"one two", "one two"},
      {"high-performance", "high-·performance"},
      {"Text/Docs", "Text/·Docs"},
      {"state-of-the-art", "state-·of-·the-·art"},
      {"don't “quote” (this)", "don't “quote” (this)"},
      {"vLLM: fast", "vLLM: fast"},
      {"Day 1 – Day 2", "Day 1 – Day 2"},
      {"10:30 3/4 1,000.5 50%", "10:30 3/4 1,000.5 50%"},
      {"会議室", "会·議·室"},
      {"会議、です。", "会·議、·で·す。"},
      {"「日本語」の（新）", "「日·本·語」·の·（新）"},
      {"カーテン", "カーテン"},
      {"한국어 회의", "한·국·어 회·의"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(with_dots(row.text) == row.with_dots);
  }
}

TEST_CASE("a line never ends inside a word with a stop in it, between two pluses, or inside a word in katakana") {
  for (const char* text : {"ASP.NET", "Häcker:innen", "C++", "Node.js", "netzpolitik.org", "e.g.", "std::move", "3.x",
                           "a,b", "about:stage", "ld.so", "&quot;x&quot;", "-Demo", "コンピューター", "ｺﾝﾋﾟｭｰﾀｰ"}) {
    const std::string given = text;
    CAPTURE(given);
    CHECK(with_dots(given) == given);
    CHECK(segments_of("x " + given + " y").size() == 3);
  }
  CHECK(with_dots("C++/Rust") == "C++/·Rust");
  CHECK(with_dots("終わり.新しい") == "終·わ·り.·新·し·い");
  CHECK(with_dots("カメラ・オブスクラと") == "カメラ・·オブスクラ·と");
}

TEST_CASE("a line never ends between a number and its unit or counter") {
  for (const char* text : {"-5 °C", "30 min!", "100 %", "5 km/h", "€ 50", "3 PM", "(10 GB)", "100万円", "第3会場",
                           "第２回", "3時間", "2024年", "3つ", "5ページ", "제3회", "5층"}) {
    const std::string given = text;
    CAPTURE(given);
    CHECK(segments_of(given).size() == 1);
    CHECK(segments_of(given).front().text == given);
  }
  CHECK(segments_of("5   °C ") == std::vector<Segment>{{"5 °C", true}});
  CHECK(with_dots("100万円と第3会場") == "100万円·と·第3会場");
  for (const char* text : {"Day 2 A story", "Python 3 in Go", "3 minutes", "Top 5 Kafka", "$ exit"}) {
    const std::string given = text;
    CAPTURE(given);
    CHECK(segments_of(given).size() == static_cast<std::size_t>(std::count(given.begin(), given.end(), ' ') + 1));
  }
}

TEST_CASE("a line never ends at a no-break space, a no-break hyphen, or inside a flag") {
  for (const char* text :
       {"10\u00A0min", "10\u202Fkm", "2.04\u2011B", "Level\u00A0\u22121", "🇩🇪🇫🇷", "👩\u200D🚀", "e\u0301e\u0301"}) {
    const std::string given = text;
    CAPTURE(given);
    const std::string dotted = with_dots(given);
    if (given == "🇩🇪🇫🇷") {
      CHECK(dotted == "🇩🇪·🇫🇷");
    } else {
      CHECK(dotted == given);
    }
  }
}

TEST_CASE("spaces in a row and at the end are no words") {
  CHECK(with_dots("one   two  ") == "one two");
  CHECK(segments_of("").empty());
  CHECK(segments_of("    ").empty());
  CHECK(segments_of("one ").at(0) == Segment{"one", true});
  CHECK(segments_of("one").at(0) == Segment{"one", false});
}

TEST_CASE("segments joined again are the text") {
  for (const char* text : {"one two three", "high-performance data-loading", "「日本語」の組版", "a / b: c – d"}) {
    const auto segments = segments_of(text);
    CHECK(joined(segments, 0, segments.size()) == text);
  }
  const auto segments = segments_of("one high-performance two");
  CHECK(joined(segments, 0, 2) == "one high-");
  CHECK(joined(segments, 1, 3) == "high-performance");
  CHECK(joined(segments, 2, 2) == "");
}

TEST_CASE("given this text, this many lines and this width, these lines") {
  struct Row {
    std::string text;
    std::size_t count;
    int width;
    Lines lines;
  };
  const Row rows[] = {
      {"Opening keynote", 1, 15, {"Opening keynote"}},
      {"Opening keynote", 1, 14, {}},
      {"Opening keynote", 2, 7, {"Opening", "keynote"}},
      {"Opening keynote", 2, 6, {}},
      {"Opening keynote", 3, 99, {}},
      {"Opening keynote", 0, 99, {}},
      {"", 1, 99, {}},
      // balanced, however wide the place
      {"one two three four five six", 2, 20, {"one two three", "four five six"}},
      {"one two three four five six", 2, 99, {"one two three", "four five six"}},
      {"The road to production with Ray at Uber AI", 2, 30, {"The road to production", "with Ray at Uber AI"}},
      {"Ray Data and the rise of unstructured data", 2, 30, {"Ray Data and the rise", "of unstructured data"}},
      // rather after a colon
      {"Scaling up: a story of many nodes", 3, 20, {"Scaling up:", "a story of", "many nodes"}},
      {"Fast and cheap: LLM serving in a day of work", 3, 20, {"Fast and cheap:", "LLM serving in", "a day of work"}},
      // never before a dash
      {"Ray Summit Keynote - Day 1", 3, 16, {"Ray Summit", "Keynote -", "Day 1"}},
      {"Faster – cheaper – better with Ray", 3, 20, {"Faster –", "cheaper –", "better with Ray"}},
      {"Faster – cheaper – better with Ray", 2, 30, {"Faster – cheaper –", "better with Ray"}},
      // rather before than after an ampersand or a plus
      {"Breakfast + Networking", 2, 16, {"Breakfast", "+ Networking"}},
      // hyphens and slashes only where nothing else fits
      {"State-of-the-art high-performance data-loading",
       3,
       20,
       {"State-of-the-art", "high-performance", "data-loading"}},
      {"State-of-the-art data-loading", 2, 24, {"State-of-the-art", "data-loading"}},
      {"high-performance", 2, 12, {"high-", "performance"}},
      {"Training / serving / tuning", 3, 16, {"Training /", "serving /", "tuning"}},
      // what belongs together stays together
      {"A talk in 10\u00A0min flat", 2, 13, {"A talk in", "10\u00A0min flat"}},
      {"Please come at 3 PM to the door", 2, 20, {"Please come at", "3 PM to the door"}},
      {"Use Golden Gate B for the day", 2, 20, {"Use Golden Gate B", "for the day"}},
      {"Use Golden Gate I for the day", 2, 20, {"Use Golden Gate", "I for the day"}},
      {"Meet in room 2.04\u2011B", 2, 13, {"Meet in", "room 2.04\u2011B"}},
      // no closing mark begins a line, no opening one ends it
      {"東京で開催される会議「日本語」の組版", 2, 11, {"東京で開催される会", "議「日本語」の組版"}},
      {"会議室「日本」です。", 3, 6, {"会議室", "「日本」", "です。"}},
      // rather after a pause than inside a word of Chinese or Japanese
      {"東京で開催される会議、「日本語」の組版", 2, 12, {"東京で開催される会議、", "「日本語」の組版"}},
      {"十年之間：我的科技創業歷程", 2, 10, {"十年之間：", "我的科技創業歷程"}},
      // small kana and the long vowel begin no line
      {"サーバーとデータ", 2, 5, {"サーバー", "とデータ"}},
      // Korean at its spaces
      {"대규모 언어 모델과 강화 학습의 실제", 2, 13, {"대규모 언어 모델과", "강화 학습의 실제"}},
      {"인공지능 컨퍼런스에서", 2, 8, {"인공지능", "컨퍼런스에서"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.count);
    CAPTURE(row.width);
    CHECK(set_in(row.text, row.count, row.width) == row.lines);
  }
}

TEST_CASE("ugliness tells handsome lines from others") {
  // one short word alone on the last line, or a last line below 30 % of the widest
  CHECK(ugliness_of("Internationalization works", 2, 20) > 0.3);
  CHECK(ugliness_of("Reproducibility at", 2, 15) > 0.3);
  CHECK(ugliness_of("Reproduce that", 2, 10) > 0.3);
  CHECK(ugliness_of("Reproduce those", 2, 10) < 0.3);
  CHECK(ugliness_of("one two three four five six", 2, 20) < 0.02);
  CHECK(ugliness_of("one two three", 1, 20) == doctest::Approx(0));
  CHECK(ugliness_of("high-performance", 2, 12) > ugliness_of("high performance", 2, 12) + 0.05);
  CHECK(ugliness_of("Scaling up: many more nodes", 2, 20) < ugliness_of("Scaling up, many more nodes", 2, 20));
}

TEST_CASE("a word wider than the place is cut between graphemes") {
  CHECK(cut_to("one two", 3) == Lines{"one", "two"});
  CHECK(cut_to("abcdefgh", 3) == Lines{"abc", "def", "gh"});
  CHECK(cut_to("on abcdefgh no", 3) == Lines{"on", "abc", "def", "gh", "no"});
  CHECK(cut_to("abcdef", 6) == Lines{"abcdef"});
  CHECK(cut_to("e\u0301e\u0301e\u0301", 2) == Lines{"e\u0301", "e\u0301", "e\u0301"});
  CHECK(cut_to("e\u0301e\u0301e\u0301", 5) == Lines{"e\u0301e\u0301", "e\u0301"});
  CHECK(cut_to("netzpolitik.org", 12) == Lines{"netzpolitik.", "org"});
  CHECK(cut_to("コンピューターです", 4) == Lines{"コン", "ピュー", "ター", "で", "す"});
  CHECK(cut_to("a.bb.ccc.dddddddd", 5) == Lines{"a.bb.", "ccc.", "ddddd", "ddd"});
  CHECK(cut_to("👩\u200D🚀👩\u200D🚀", 4) == Lines{"👩\u200D🚀", "👩\u200D🚀"});
  CHECK(cut_to("🇩🇪🇫🇷🇮🇹", 5) == Lines{"🇩🇪", "🇫🇷", "🇮🇹"});
}

TEST_CASE("a grapheme wider than the place stays whole") {
  CHECK(cut_to("ab", 0) == Lines{"a", "b"});
  CHECK(cut_to("👩\u200D🚀x", 1) == Lines{"👩\u200D🚀", "x"});
  CHECK(cut_to("", 5).empty());
}

TEST_CASE("only the last piece of a cut word keeps the space after it") {
  const auto pieces = cut_wide_segments(segments_of("abcdef x"), 3, letters);
  CHECK(pieces == std::vector<Segment>{{"abc", false}, {"def", true}, {"x", false}});
}
