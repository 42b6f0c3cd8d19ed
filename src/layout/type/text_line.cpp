// SPDX-License-Identifier: MIT
#include "layout/type/text_line.hpp"

#include <unictype.h>
#include <unigbrk.h>

#include <algorithm>
#include <cstdint>

#include "base/text/clean.hpp"
#include "base/text/script.hpp"

namespace placard {
namespace {

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

// A piece of a line that is drawn at once: one face, one script, one direction.
struct Piece {
  int face;
  bool digit;  // alone in its cell
  std::string_view script;
  std::uint8_t level;
  std::string text;

  Shaping shaping() const { return {script, level % 2 == 1}; }
  bool goes_on_with(const Piece& next) const {
    return !digit && !next.digit && face == next.face && script == next.script && level == next.level;
  }
};

// No language stacks more marks on a character; hundreds would rise off the glass.
constexpr std::size_t kMostMarks = 6;

// They choose between forms of the character before them, and have none of their own.
bool is_variation_selector(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

// They join characters or keep them apart; faces need no glyph for them.
bool is_joiner(char32_t c) {
  return c == 0x200C || c == 0x200D;
}

// The end of the character, with all that joins it, that begins at `first`.
std::size_t end_of_grapheme(std::u32string_view text, std::size_t first) {
  std::size_t end = first + 1;
  while (end < text.size() && !uc_is_grapheme_break(text[end - 1], text[end])) ++end;
  return end;
}

// Marks stay on their letter: the first face that has the whole grapheme, else the one that has its letter.
int face_of(const TextMeasure& measure, FontStyle style, std::u32string_view grapheme) {
  const int first = measure.face_for(style, grapheme.front());
  if (first < 0 || grapheme.size() == 1) return first;
  for (int face = first; face < measure.face_count(style); ++face) {
    const bool whole = std::all_of(grapheme.begin(), grapheme.end(), [&](char32_t c) {
      return is_variation_selector(c) || is_joiner(c) || measure.covers(style, face, c);
    });
    if (whole) return face;
  }
  return first;
}

// What of a grapheme can be drawn in a face.
std::string drawable(const TextMeasure& measure, FontStyle style, int face, std::u32string_view grapheme) {
  std::u32string kept;
  for (const char32_t c : grapheme.substr(0, kMostMarks + 1)) {
    if (is_variation_selector(c)) continue;
    if (kept.empty() || is_joiner(c) || measure.covers(style, face, c)) kept.push_back(c);
  }
  return to_utf8(kept);
}

// In the order they are read. What all scripts share goes with the script before it.
std::vector<Piece> cut_into_pieces(const TextMeasure& measure, FontStyle style, std::string_view text,
                                   const LineRules& rules) {
  const std::u32string points = code_points(text);
  const auto levels = bidi_levels(points, rules.base.value_or(direction_of(points)));
  std::vector<Piece> pieces;
  std::string_view script;
  for (std::size_t at = 0, end = 0; at < points.size(); at = end) {
    end = end_of_grapheme(points, at);
    const auto grapheme = std::u32string_view(points).substr(at, end - at);
    const int face = face_of(measure, style, grapheme);
    if (face < 0) continue;
    if (uc_is_alpha(grapheme.front())) script = shaping_script(grapheme.front());
    const bool cell = rules.digits == Digits::in_cells && is_digit(grapheme.front());
    Piece piece{face, cell, script, levels[at], drawable(measure, style, face, grapheme)};
    if (!pieces.empty() && pieces.back().goes_on_with(piece)) {
      pieces.back().text += piece.text;
    } else {
      pieces.push_back(std::move(piece));
    }
  }
  return pieces;
}

std::vector<std::size_t> left_to_right(const std::vector<Piece>& pieces) {
  std::vector<std::uint8_t> levels;
  for (const Piece& piece : pieces) levels.push_back(piece.level);
  return visual_order(levels);
}

int digit_cell(const TextMeasure& measure, const Font& font, int face) {
  int widest = 0;
  for (const char digit : std::string_view("0123456789")) {
    widest = std::max(widest, measure.advance(font, face, std::string_view(&digit, 1)));
  }
  return widest;
}

}  // namespace

Rect united(const Rect& a, const Rect& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  const int x = std::min(a.x, b.x);
  const int y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Rect moved(Rect rect, int dx, int dy) {
  rect.x += dx;
  rect.y += dy;
  return rect;
}

Line set_line(const TextMeasure& measure, const Font& font, std::string_view text, const LineRules& rules) {
  Line line;
  auto pieces = cut_into_pieces(measure, font.style, text, rules);
  for (const Piece& piece : pieces) line.text += piece.text;
  for (const std::size_t i : left_to_right(pieces)) {
    Piece& piece = pieces[i];
    const int advance = measure.advance(font, piece.face, piece.text, piece.shaping());
    const int width = piece.digit ? digit_cell(measure, font, piece.face) : advance;
    const int x = line.width + (width - advance) / 2;
    line.ink = united(line.ink, moved(measure.ink(font, piece.face, piece.text, piece.shaping()), x, 0));
    line.width += width;
    line.runs.push_back({piece.face, x, std::move(piece.text), piece.shaping()});
  }
  return line;
}

std::string drawable_text(const TextMeasure& measure, FontStyle style, std::string_view text) {
  const std::u32string points = code_points(text);
  std::string out;
  bool dropped = false;
  for (std::size_t at = 0, end = 0; at < points.size(); at = end) {
    end = end_of_grapheme(points, at);
    const auto grapheme = std::u32string_view(points).substr(at, end - at);
    const int face = face_of(measure, style, grapheme);
    const bool doubled = dropped && grapheme == U" " && (out.empty() || out.back() == ' ');
    if (face < 0) dropped = true;
    if (face < 0 || doubled) continue;
    if (grapheme != U" ") dropped = false;
    out += to_utf8(grapheme);
  }
  return out;
}

int line_width(const TextMeasure& measure, const Font& font, std::string_view text) {
  int width = 0;
  for (const Piece& piece : cut_into_pieces(measure, font.style, text, {})) {
    width += measure.advance(font, piece.face, piece.text, piece.shaping());
  }
  return width;
}

}  // namespace placard
