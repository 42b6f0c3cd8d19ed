// SPDX-License-Identifier: MIT
#include "screen/fonts/font_book.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <filesystem>

#include "base/text/clean.hpp"
#include "layout/type/text_line.hpp"
#include "screen/ruler.hpp"

using namespace placard;
using namespace placard::test;

namespace {

constexpr FontStyle kStyles[] = {FontStyle::display, FontStyle::strong, FontStyle::plain};

std::string time_text(int minute) {
  const std::string hours = std::to_string(minute / 60);
  const std::string minutes = std::to_string(minute % 60);
  return hours + ":" + std::string(2 - minutes.size(), '0') + minutes;
}

}  // namespace

TEST_CASE("without fonts there is no book") {
  CHECK(FontBook::open("/nonexistent") == nullptr);
  CHECK(FontBook::open(PLACARD_SOURCE "/config") == nullptr);
  CHECK(FontBook::open("") == nullptr);
}

TEST_CASE("every letter of the agenda's languages is drawn by the first face") {
  for (const FontStyle style : kStyles) {
    for (const char32_t c : code_points("AZaz09 &+-–—:/()“”‘’…×®≈éüñçøßŁłŻźýČễọ\u2011ЖяΩπ")) {
      CAPTURE(static_cast<unsigned>(c));
      CHECK(fonts().face_for(style, c) == 0);
    }
  }
}

TEST_CASE("other scripts are drawn by a face further down, where one is installed") {
  for (const FontStyle style : kStyles) {
    for (const char32_t c : code_points("עم")) {
      CAPTURE(static_cast<unsigned>(c));
      CHECK(fonts().face_for(style, c) > 0);
    }
  }
}

TEST_CASE("Chinese, Japanese and Korean are drawn in one face, and bold where titles are bold") {
  const auto ink_of = [](FontStyle style) {
    std::size_t ink = 0;
    const int face = fonts().face_for(style, U'會');
    for (const std::uint8_t part : fonts().mask({style, 60}, face, "會").coverage) ink += part;
    return ink;
  };
  for (const FontStyle style : kStyles) {
    const int face = fonts().face_for(style, U'會');
    REQUIRE(face > 0);
    for (const char32_t c : code_points("學生計算機年會开源议程产ひらがなッカタカナー한국어「」、。：！？（）")) {
      CAPTURE(static_cast<unsigned>(c));
      CHECK(fonts().face_for(style, c) == face);
    }
  }
  CHECK(ink_of(FontStyle::display) * 10 > ink_of(FontStyle::plain) * 11);
  CHECK(ink_of(FontStyle::strong) * 10 > ink_of(FontStyle::plain) * 11);
}

TEST_CASE("a face is opened when a text first needs it: a sign without Chinese never opens the largest of them") {
  const auto open_files = [](const std::string& part) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
      std::error_code gone;
      const auto target = std::filesystem::read_symlink(entry.path(), gone);
      if (target.string().find(part) != std::string::npos) ++count;
    }
    return count;
  };
  const auto book = FontBook::open(PLACARD_FONTS);
  REQUIRE(book != nullptr);
  const std::size_t others = open_files("NotoSans");  // of books of other tests
  set_line(*book, {FontStyle::display, 40}, "Scaling Ray – 9:45 AM");
  CHECK(open_files("NotoSans") == others);
  set_line(*book, {FontStyle::display, 40}, "會");
  CHECK(open_files("NotoSans") > others);
}

TEST_CASE("what no face has is said so: nobody sees an empty box") {
  for (const FontStyle style : kStyles) {
    CHECK(fonts().face_for(style, U'\U0010FFFD') == -1);
    CHECK(fonts().face_for(style, U'\U000F0000') == -1);
  }
}

TEST_CASE("faces have names") {
  CHECK(fonts().face_name(FontStyle::display, 0) == "Inter Display Bold");
  CHECK(fonts().face_name(FontStyle::strong, 0).find("Inter") == 0);
  CHECK(fonts().face_name(FontStyle::plain, 0).find("Inter") == 0);
  CHECK(fonts().face_name(FontStyle::plain, -1) == "");
  CHECK(fonts().face_name(FontStyle::plain, 1000) == "");
}

TEST_CASE("a capital H is 14 px high at the smallest size any sign uses") {
  for (const FontStyle style : kStyles) {
    CHECK(fonts().cap_height({style, 20}) >= 14);
    CHECK(fonts().cap_height({style, 100}) >= 70);
    CHECK(fonts().cap_height({style, 100}) <= 76);
  }
}

TEST_CASE("widths grow evenly with the size") {
  const std::string text = "Scaling Ray to a thousand nodes";
  const double at_100 = fonts().advance({FontStyle::plain, 100}, 0, text);
  for (int px = 20; px <= 300; px += 7) {
    CAPTURE(px);
    const int width = fonts().advance({FontStyle::plain, px}, 0, text);
    CHECK(std::abs(width - at_100 * px / 100) <= 1 + 0.004 * width);
  }
}

TEST_CASE("an empty text has no width and touches nothing") {
  CHECK(fonts().advance({FontStyle::plain, 40}, 0, "") == 0);
  CHECK(fonts().ink({FontStyle::plain, 40}, 0, "").empty());
  CHECK(fonts().ink({FontStyle::plain, 40}, 0, " ").empty());
  CHECK(fonts().advance({FontStyle::plain, 40}, 1000, "x") == 0);
  CHECK(fonts().mask({FontStyle::plain, 40}, -1, "x").coverage.empty());
}

TEST_CASE("the ink of a text is what its mask covers") {
  for (const char* text : {"H", "g", ".", "jf", "Ådj", "—", "Scaling", "\u1EA4"}) {
    CAPTURE(std::string(text));
    const GlyphMask& mask = fonts().mask({FontStyle::strong, 57}, 0, text);
    CHECK(mask.coverage.size() == static_cast<std::size_t>(mask.width) * static_cast<std::size_t>(mask.height));
    const Rect in_mask = moved(mask.ink, 0, mask.baseline);
    for (int y = 0; y < mask.height; ++y) {
      for (int x = 0; x < mask.width; ++x) {
        const auto at =
            static_cast<std::size_t>(y) * static_cast<std::size_t>(mask.width) + static_cast<std::size_t>(x);
        const bool inside = x >= in_mask.x && x < in_mask.right() && y >= in_mask.y && y < in_mask.bottom();
        if (!inside && mask.coverage[at] != 0) FAIL_CHECK("ink outside at " << x << "," << y);
      }
    }
    CHECK(fonts().ink({FontStyle::strong, 57}, 0, text) == mask.ink);
  }
}

TEST_CASE("letters stand on the baseline in every face, whatever is stacked on them") {
  const Font font{FontStyle::plain, 64};
  int highest = 0;
  for (int face = 0; !fonts().face_name(font.style, face).empty(); ++face) {
    CAPTURE(fonts().face_name(font.style, face));
    std::string tower = "H";
    const Rect plain = fonts().ink(font, face, tower);
    CHECK(plain.bottom() <= 1);
    for (int marks = 1; marks <= 8; ++marks) {
      tower += "\u0302";
      CAPTURE(marks);
      const Rect ink = fonts().ink(font, face, tower);
      CHECK(ink.bottom() == plain.bottom());
      CHECK(ink.y <= plain.y);
      highest = std::max(highest, -ink.y);
    }
  }
  CHECK(highest > 100);  // some face does stack them
  CHECK(fonts().ink(font, 0, "p").bottom() > 0);
}

TEST_CASE("digits in cells keep every time of day in its place") {
  const Font font{FontStyle::strong, 77};
  const Line midnight = set_line(fonts(), font, "10:00", {Digits::in_cells});
  const Line nine = set_line(fonts(), font, "9:00", {Digits::in_cells});
  for (int minute = 0; minute < 13 * 60; ++minute) {
    const Line line = set_line(fonts(), font, time_text(minute), {Digits::in_cells});
    const Line& like = minute < 600 ? nine : midnight;
    CHECK(line.width == like.width);
    REQUIRE(line.runs.size() == like.runs.size());
    const std::size_t colon = line.runs.size() - 3;
    CHECK(line.runs[colon].text == ":");
    CHECK(line.runs[colon].x == like.runs[colon].x);
  }
}

TEST_CASE("what is measured once is measured the same again, also when the book has forgotten it") {
  const Font font{FontStyle::display, 150};
  const int width = fonts().advance(font, 0, "Golden Gate A");
  const GlyphMask mask = fonts().mask(font, 0, "Golden Gate A");
  for (int i = 0; i < 60; ++i) fonts().mask({FontStyle::display, 400 + i}, 0, "Something else of some size");
  CHECK(fonts().advance(font, 0, "Golden Gate A") == width);
  CHECK(fonts().mask(font, 0, "Golden Gate A").coverage == mask.coverage);
  CHECK(fonts().ink(font, 0, "Golden Gate A") == mask.ink);
}

TEST_CASE("the staged fonts lie beside the program, else where an installation puts them") {
  CHECK(staged_fonts_folder().find("fonts") != std::string::npos);
}

TEST_CASE("letters are joined as their script wants: shaped Arabic and Devanagari are narrower than letter by letter") {
  struct Row {
    const char* text;
    const char* script;
    bool right_to_left;
  };
  for (const Row& row : {Row{"مرحبا", "Arab", true}, Row{"क्षेत्रीय", "Deva", false}}) {
    const Font font{FontStyle::plain, 100};
    const int face = fonts().face_for(font.style, code_points(row.text).front());
    REQUIRE(face > 0);
    const int letters = fonts().advance(font, face, row.text);
    const int joined = fonts().advance(font, face, row.text, {row.script, row.right_to_left});
    CAPTURE(row.script);
    CHECK(joined * 100 < letters * 90);
    CHECK(fonts().advance(font, face, row.text) == letters);  // one shaping does not rub off on the next
  }
}

TEST_CASE("there are no fonts only where there are none") {
  struct Row {
    int error;
    const char* begins;
    const char* says;
  };
  const Row rows[] = {
      {0, "There are no fonts in ", "Build Placard again."},
      {ENOENT, "There are no fonts in ", "Build Placard again."},
      {EBADMSG, "The fonts in ", " are damaged. Build Placard again."},
      {EMFILE, "The fonts in ", "(Too many open files): raise the service's LimitNOFILE."},
      {EACCES, "The fonts in ", "(Permission denied): correct their owner or mode (chmod)."},
      {ENOMEM, "The fonts in ", "(Cannot allocate memory): end other programs."},
      {EIO, "The fonts in ", "(Input/output error)."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.error);
    const std::string sentence = no_fonts_sentence(row.error);
    CHECK(sentence.starts_with(row.begins));
    CHECK(sentence.ends_with(row.says));
  }
  CHECK(FontBook::open("/nowhere") == nullptr);
  CHECK(errno == ENOENT);
}
