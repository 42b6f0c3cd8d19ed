// SPDX-License-Identifier: MIT
#include "settings/settings.hpp"

#include <doctest/doctest.h>

using namespace placard;

TEST_CASE("a size is two whole numbers of pixels with an x between") {
  struct Row {
    std::string text;
    std::optional<PixelSize> size;
  };
  const Row rows[] = {
      {"1920x1080", PixelSize{1920, 1080}},
      {"160x160", PixelSize{160, 160}},
      {"8192x8192", PixelSize{8192, 8192}},
      {"159x64", std::nullopt},
      {"64x159", std::nullopt},
      {"8193x64", std::nullopt},
      {"160x8193", std::nullopt},
      {"99999999999x160", std::nullopt},
      {"1920X1080", std::nullopt},
      {"1920×1080", std::nullopt},
      {"1920x", std::nullopt},
      {"x1080", std::nullopt},
      {"1920", std::nullopt},
      {"1920x1080 ", std::nullopt},
      {" 1920x1080", std::nullopt},
      {"1920x1080x2", std::nullopt},
      {"-800x480", std::nullopt},
      {"800x-480", std::nullopt},
      {"800.0x480", std::nullopt},
      {"", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parse_size(row.text) == row.size);
  }
}

TEST_CASE("layouts and themes are known by their names, to the letter") {
  CHECK(parse_layout("room") == Layout::room);
  CHECK(parse_layout("countdown") == Layout::countdown);
  CHECK(parse_layout("auto") == Layout::automatic);
  CHECK(parse_theme("dark") == ThemeName::dark);
  CHECK(parse_theme("light") == ThemeName::light);
  for (const char* text : {"", "Room", "room ", "automatic", "dark"}) CHECK_FALSE(parse_layout(text));
  for (const char* text : {"", "Dark", " light", "auto"}) CHECK_FALSE(parse_theme(text));
  for (const Layout layout : {Layout::room, Layout::countdown, Layout::automatic}) {
    CHECK(parse_layout(name_of(layout)) == layout);
  }
}

TEST_CASE("a picture is turned by quarters") {
  for (const int degrees : {0, 90, 180, 270}) CHECK(parse_rotation(degrees) == degrees);
  for (const std::int64_t degrees : {-90, 1, 45, 89, 91, 360, 450}) CHECK_FALSE(parse_rotation(degrees));
  CHECK_FALSE(parse_rotation((std::int64_t{1} << 32) + 90));
}

TEST_CASE("a sign is found by its name, to the letter") {
  Settings settings;
  CHECK(sign_names(settings).empty());
  CHECK(find_sign(settings, "") == nullptr);
  settings.signs.resize(2);
  settings.signs[0].name = "zebra";
  settings.signs[1].name = "antelope";
  CHECK(sign_names(settings) == std::vector<std::string>{"zebra", "antelope"});
  CHECK(find_sign(settings, "antelope") == &settings.signs[1]);
  CHECK(find_sign(settings, "Zebra") == nullptr);
}

TEST_CASE("a screen that is smaller than any sign may be says so") {
  for (const PixelSize fine : {PixelSize{160, 160}, {1920, 1080}, {160, 8192}})
    CHECK(small_screen_sentence(fine).empty());
  CHECK(small_screen_sentence({320, 159}) ==
        "This screen has 320x159 px, and a sign needs 160x160: texts are cut short or left out. Use a larger one.");
  CHECK_FALSE(small_screen_sentence({100, 100}).empty());
}

TEST_CASE("what a config need not say") {
  const Settings settings;
  CHECK_FALSE(settings.zone);
  CHECK_FALSE(settings.twelve_hours);
  CHECK(FeedSettings{}.poll == seconds(60));
  CHECK(settings.fresh.stale == std::chrono::minutes(15));
  CHECK(settings.fresh.old == std::chrono::hours(24));
  CHECK(settings.defaults.layout == Layout::room);
  CHECK(settings.defaults.theme == ThemeName::dark);
  CHECK(settings.defaults.rotate == 0);
  CHECK_FALSE(settings.defaults.size);
}
