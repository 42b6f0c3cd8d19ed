// SPDX-License-Identifier: MIT
#include "look/color.hpp"

#include <doctest/doctest.h>

#include "look/theme.hpp"

using namespace placard;

namespace {

constexpr Color kGrid[] = {{0, 0, 0}, {255, 255, 255}, {255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {119, 119, 119}};

template <typename Visit>
void for_every_color(int step, Visit visit) {
  for (int r = 0; r <= 255; r += step) {
    for (int g = 0; g <= 255; g += step) {
      for (int b = 0; b <= 255; b += step) {
        visit(Color{static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(g), static_cast<std::uint8_t>(b)});
      }
    }
  }
}

}  // namespace

TEST_CASE("a colour is # and six hexadecimal digits") {
  struct Row {
    std::string text;
    std::optional<Color> color;
  };
  const Row rows[] = {
      {"#000000", kBlack},       {"#ffffff", kWhite},
      {"#FFFFFF", kWhite},       {"#56B4e9", Color{86, 180, 233}},
      {"#fff", std::nullopt},    {"56B4E9", std::nullopt},
      {"#56B4E", std::nullopt},  {"#56B4E9F", std::nullopt},
      {"#56B4G9", std::nullopt}, {"# 6B4E9", std::nullopt},
      {"#-00001", std::nullopt}, {"#+00001", std::nullopt},
      {"#0x0001", std::nullopt}, {" #56B4E9", std::nullopt},
      {"", std::nullopt},        {"red", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parse_color(row.text) == row.color);
  }
}

TEST_CASE("a colour written and read again is the same colour") {
  for_every_color(51, [](Color color) { CHECK(parse_color(to_text(color)) == color); });
  CHECK(to_text({0x0E, 0xA1, 0xFF}) == "#0ea1ff");
}

TEST_CASE("contrast is WCAG's") {
  struct Row {
    const char *a, *b;
    double ratio;
  };
  const Row rows[] = {
      {"#000000", "#ffffff", 21.0}, {"#ffffff", "#ffffff", 1.0},  {"#767676", "#ffffff", 4.54},
      {"#777777", "#ffffff", 4.48}, {"#959595", "#000000", 7.03}, {"#ff0000", "#ffffff", 4.0},
      {"#0000ff", "#ffffff", 8.59}, {"#00ff00", "#ffffff", 1.37}, {"#56b4e9", "#000000", 9.1},
  };
  for (const Row& row : rows) {
    const Color a = parse_color(row.a).value();
    const Color b = parse_color(row.b).value();
    CHECK(contrast(a, b) == doctest::Approx(row.ratio).epsilon(0.005));
    CHECK(contrast(b, a) == doctest::Approx(contrast(a, b)));
  }
}

TEST_CASE("luminance runs from 0 to 1") {
  CHECK(luminance(kBlack) == doctest::Approx(0));
  CHECK(luminance(kWhite) == doctest::Approx(1));
  CHECK(luminance({0, 255, 0}) == doctest::Approx(0.7152));
  CHECK(luminance({10, 10, 10}) == doctest::Approx(10 / 255.0 / 12.92));
}

TEST_CASE("black or white can be read on every colour") {
  double worst = 21;
  for_every_color(17,
                  [&](Color color) { worst = std::min(worst, contrast(color, readable_on(color, kBlack, kWhite))); });
  CHECK(worst >= 4.5);
}

TEST_CASE("the text of a chip can be read on every colour a track may have, in both themes") {
  for (const Theme* theme : {&dark_theme(), &light_theme()}) {
    double worst = 21;
    for_every_color(17, [&](Color color) {
      worst = std::min(worst, contrast(color, readable_on(color, theme->chip_dark, theme->chip_light)));
    });
    CHECK(worst >= 4.5);
  }
}

TEST_CASE("of two texts the better one is taken") {
  CHECK(readable_on(kWhite, kBlack, kWhite) == kBlack);
  CHECK(readable_on(kBlack, kBlack, kWhite) == kWhite);
  CHECK(readable_on({0, 114, 178}, kBlack, kWhite) == kWhite);
  CHECK(readable_on({240, 228, 66}, kBlack, kWhite) == kBlack);
}

TEST_CASE("a mark stands out from its background, and keeps its colour where it can") {
  constexpr Color kYellow{240, 228, 66};
  CHECK(standing_out(kYellow, kBlack, kWhite, 3) == kYellow);
  for (const Theme* theme : {&dark_theme(), &light_theme()}) {
    double worst = 21;
    for_every_color(17, [&](Color color) {
      const Color mark = standing_out(color, theme->background, theme->text, 3);
      worst = std::min(worst, contrast(mark, theme->background));
      if (contrast(color, theme->background) >= 3) CHECK(mark == color);
    });
    CHECK(worst >= 3);
  }
}

TEST_CASE("colours are mixed by share") {
  for (const Color color : kGrid) {
    CHECK(mix(color, kBlack, 0) == color);
    CHECK(mix(color, kBlack, 1) == kBlack);
    CHECK(mix(color, color, 0.3) == color);
  }
  CHECK(mix(kBlack, kWhite, 0.5) == Color{128, 128, 128});
  CHECK(mix(kBlack, kWhite, -1) == kBlack);
  CHECK(mix(kBlack, kWhite, 2) == kWhite);
}

TEST_CASE("a theme's texts can be read: 7 to 1") {
  for (const Theme* theme : {&dark_theme(), &light_theme()}) {
    CHECK(contrast(theme->text, theme->background) >= 7);
    CHECK(contrast(theme->quiet, theme->background) >= 7);
  }
}

TEST_CASE("a chip's colour moves just far enough for its text to be read") {
  const Color dark{0x03, 0x06, 0x0A};
  for (int r = 0; r < 256; r += 15) {
    for (int g = 0; g < 256; g += 15) {
      for (int b = 0; b < 256; b += 15) {
        const Color color{static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(g), static_cast<std::uint8_t>(b)};
        const Color chip = readable_chip(color, dark, kWhite);
        CHECK(contrast(chip, readable_on(chip, dark, kWhite)) >= 4.5);
        if (contrast(color, readable_on(color, dark, kWhite)) >= 4.5) CHECK((chip == color));
      }
    }
  }
}
