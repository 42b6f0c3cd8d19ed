// SPDX-License-Identifier: MIT
// What the layout must know about type. screen/ implements it with the real fonts; nothing here draws.
#pragma once

#include <string>
#include <string_view>

namespace placard {

/// A rectangle in pixels, y downwards.
struct Rect {
  int x = 0;
  int y = 0;
  int w = 0;
  int h = 0;

  bool operator==(const Rect&) const = default;
  bool empty() const { return w <= 0 || h <= 0; }
  int right() const { return x + w; }
  int bottom() const { return y + h; }
};

/// The smallest rectangle around both; an empty one counts for nothing.
Rect united(const Rect& a, const Rect& b);
Rect moved(Rect rect, int dx, int dy);

/// The cuts of type a sign uses. Each is a chain of faces in fonts/fonts.json: the first that covers a character draws
/// it.
enum class FontStyle { display, strong, plain };

struct Font {
  FontStyle style = FontStyle::plain;
  int px = 0;  ///< size of the em

  bool operator==(const Font&) const = default;
};

/// How the letters of a piece of text are joined and which way they run.
struct Shaping {
  std::string_view script;  ///< ISO 15924, of a script that needs it; else ""
  bool right_to_left = false;

  bool operator==(const Shaping&) const = default;
};

class TextMeasure {
 public:
  TextMeasure() = default;
  TextMeasure(const TextMeasure&) = delete;
  TextMeasure& operator=(const TextMeasure&) = delete;
  virtual ~TextMeasure() = default;

  /// The first face of the chain that has a glyph for `c`; -1 if none has.
  virtual int face_for(FontStyle style, char32_t c) const = 0;
  /// Whether one face of the chain has a glyph for `c`.
  virtual bool covers(FontStyle style, int face, char32_t c) const = 0;
  /// How many faces the chain has.
  virtual int face_count(FontStyle style) const = 0;
  /// A face's name, as in "Inter SemiBold".
  virtual std::string face_name(FontStyle style, int face) const = 0;
  /// How far the pen moves over `text` set in one face, in px.
  virtual int advance(const Font& font, int face, std::string_view text, const Shaping& shaping = {}) const = 0;
  /// The pixels `text` really touches, from the pen's start on the baseline (y is negative above it).
  virtual Rect ink(const Font& font, int face, std::string_view text, const Shaping& shaping = {}) const = 0;
  /// Height of a capital H in px.
  virtual int cap_height(const Font& font) const = 0;
};

}  // namespace placard
