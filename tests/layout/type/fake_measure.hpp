// SPDX-License-Identifier: MIT
// Type without fonts: every character is half an em wide, a capital H 0.7 em high; marks that sit on the character
// before them have no width of their own.
#pragma once

#include <cmath>

#include "base/text/clean.hpp"
#include "layout/type/text_measure.hpp"

namespace placard::test {

class FakeMeasure : public TextMeasure {
 public:
  std::u32string missing;   ///< characters that no face has
  bool narrow_one = false;  ///< the digit 1 is only a quarter of an em wide

  /// Two faces: the second has all that is Chinese, Japanese, Korean or beyond.
  int face_for(FontStyle, char32_t c) const override {
    if (missing.find(c) != std::u32string::npos) return -1;
    return c >= 0x2E80 ? 1 : 0;
  }
  std::string face_name(FontStyle, int face) const override { return face == 0 ? "Fake" : "Fake CJK"; }
  bool covers(FontStyle style, int face, char32_t c) const override {
    const int found = face_for(style, c);
    return found == face || (found >= 0 && sits_on_previous(c));
  }
  int face_count(FontStyle) const override { return 2; }
  int advance(const Font& font, int, std::string_view text, const Shaping& = {}) const override {
    int quarters = 0;
    for (const char32_t c : code_points(text)) {
      if (!sits_on_previous(c)) quarters += narrow_one && c == U'1' ? 1 : 2;
    }
    return quarters * font.px / 4;
  }
  Rect ink(const Font& font, int face, std::string_view text, const Shaping& = {}) const override {
    if (text.find_first_not_of(' ') == std::string_view::npos) return {};
    return {0, -cap_height(font), advance(font, face, text), cap_height(font)};
  }
  int cap_height(const Font& font) const override { return static_cast<int>(std::lround(0.7 * font.px)); }

 private:
  static bool sits_on_previous(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F);
  }
};

}  // namespace placard::test
