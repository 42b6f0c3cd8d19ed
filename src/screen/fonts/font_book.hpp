// SPDX-License-Identifier: MIT
// The fonts: measures text for the layout and gives the painter its glyphs. Main thread only (SDL_ttf has one global
// FreeType library).
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "layout/type/text_measure.hpp"
#include "screen/fonts/glyph_mask.hpp"

namespace placard {

/// The faces of a folder made by fonts/CMakeLists.txt.
class FontBook final : public TextMeasure {
 public:
  /// nullptr when the folder holds no usable fonts; then errno tells why, as no_fonts_sentence() takes it.
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

/// What to say when that folder holds no usable fonts, for the system's reason (an errno; 0: there are none; EBADMSG:
/// they are damaged).
std::string no_fonts_sentence(int error);

}  // namespace placard
