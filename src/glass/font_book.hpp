// SPDX-License-Identifier: MIT
// The fonts: measures text for the layout and gives the painter its glyphs. Main thread only (SDL_ttf has one global
// FreeType library).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sign/text_measure.hpp"

namespace placard {

/// The coverage of one run: how much of each pixel it touches, 0 to 255.
struct GlyphMask {
  int width = 0;
  int height = 0;
  int baseline = 0;  ///< rows from the top to the baseline
  Rect ink;          ///< from the pen's start on the baseline
  std::vector<std::uint8_t> coverage;
};

/// The faces of a folder made by fonts/CMakeLists.txt.
class FontBook final : public TextMeasure {
 public:
  /// nullptr when the folder holds no usable fonts.
  static std::unique_ptr<FontBook> open(const std::string& folder);
  ~FontBook() override;

  int face_for(FontStyle style, char32_t c) const override;
  bool covers(FontStyle style, int face, char32_t c) const override;
  int face_count(FontStyle style) const override;
  std::string face_name(FontStyle style, int face) const override;
  int advance(const Font& font, int face, std::string_view text, const Shaping& shaping = {}) const override;
  Rect ink(const Font& font, int face, std::string_view text, const Shaping& shaping = {}) const override;
  int cap_height(const Font& font) const override;

  /// The glyphs of a run. The reference is good until the next call.
  const GlyphMask& mask(const Font& font, int face, std::string_view text, const Shaping& shaping = {}) const;

 private:
  struct Book;
  explicit FontBook(std::unique_ptr<Book> book);
  std::unique_ptr<Book> book_;
};

/// The staged fonts: in "fonts" beside the running program (through symlinks), else where an installation puts them.
std::string staged_fonts_folder();

}  // namespace placard
