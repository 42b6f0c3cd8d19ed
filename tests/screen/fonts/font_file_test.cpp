// SPDX-License-Identifier: MIT
#include "screen/fonts/font_file.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "schedule/programme.hpp"

using namespace placard;

TEST_CASE("every staged font is as its maker wrote it") {
  std::size_t fonts = 0;
  for (const auto& entry : std::filesystem::directory_iterator(PLACARD_FONTS)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".ttf" && extension != ".otf" && extension != ".ttc") continue;
    CAPTURE(entry.path().string());
    CHECK(font_file_is_whole(entry.path().string()));
    ++fonts;
  }
  CHECK(fonts > 10);
}

TEST_CASE("one bit that is not as it was, anywhere in a font, is noticed") {
  std::string bytes = file_text(PLACARD_FONTS "/NotoSansLao-Regular.ttf");
  std::size_t noticed = 0;
  std::size_t tried = 0;
  for (std::size_t at = 12; at < bytes.size(); at += 37) {
    const char flip = static_cast<char>(1U << (at % 8));
    bytes[at] ^= flip;
    if (!font_bytes_are_whole(bytes)) ++noticed;
    bytes[at] ^= flip;
    ++tried;
  }
  CHECK(font_bytes_are_whole(bytes));
  // But for the names of tables, what makes up for the whole file, and bytes between tables.
  CHECK(noticed * 100 >= tried * 98);
}

TEST_CASE("a font cut anywhere is noticed, and so is what is no font") {
  const std::string bytes = file_text(PLACARD_FONTS "/NotoSansLao-Regular.ttf");
  for (std::size_t length = 0; length + 4 < bytes.size(); length += 61) {
    CAPTURE(length);
    CHECK_FALSE(font_bytes_are_whole(bytes.substr(0, length)));
  }
  for (const char* text : {"", "OTTO", "ttcf", "not a font", "<!DOCTYPE html><html></html>"}) {
    CHECK_FALSE(font_bytes_are_whole(text));
  }
  CHECK_FALSE(font_bytes_are_whole(std::string(1000, '\0')));
  CHECK_FALSE(font_bytes_are_whole(std::string(1000, '\xff')));
  CHECK_FALSE(font_file_is_whole("/nowhere/font.ttf"));
  CHECK_FALSE(font_file_is_whole(PLACARD_FONTS));
}
