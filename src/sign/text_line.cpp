// SPDX-License-Identifier: MIT
#include "sign/text_line.hpp"

#include <unictype.h>
#include <unigbrk.h>

#include <algorithm>

#include "text/clean.hpp"

namespace placard {
namespace {

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

struct Piece {
  int face;
  bool digit;
  std::string text;
};

// No language stacks more marks on a character; hundreds would rise off the glass.
constexpr int kMostMarks = 6;

// A character that joins the one before it (a combining mark, a variation selector) stays in that one's face.
bool joins_previous(char32_t previous, char32_t c) {
  return previous != 0 && !uc_is_grapheme_break(previous, c);
}

std::vector<Piece> cut_into_pieces(const TextMeasure& measure, FontStyle style, std::string_view text, Digits digits) {
  std::vector<Piece> pieces;
  char32_t previous = 0;
  int marks = 0;
  for (const char32_t c : code_points(text)) {
    const bool joins = joins_previous(previous, c) && !pieces.empty();
    const int face = joins ? pieces.back().face : measure.face_for(style, c);
    previous = c;
    marks = joins ? marks + 1 : 0;
    if (marks > kMostMarks) continue;
    if (face < 0 || (joins && measure.face_for(style, c) < 0)) continue;
    const bool cell = digits == Digits::in_cells && is_digit(c);
    const bool fits = !pieces.empty() && pieces.back().face == face && !cell && !pieces.back().digit;
    if (!fits) pieces.push_back({face, cell, ""});
    pieces.back().text += to_utf8(std::u32string_view(&c, 1));
  }
  return pieces;
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

Line set_line(const TextMeasure& measure, const Font& font, std::string_view text, Digits digits) {
  Line line;
  for (Piece& piece : cut_into_pieces(measure, font.style, text, digits)) {
    const int advance = measure.advance(font, piece.face, piece.text);
    const int width = piece.digit ? digit_cell(measure, font, piece.face) : advance;
    const int x = line.width + (width - advance) / 2;
    line.ink = united(line.ink, moved(measure.ink(font, piece.face, piece.text), x, 0));
    line.width += width;
    line.text += piece.text;
    line.runs.push_back({piece.face, x, std::move(piece.text)});
  }
  return line;
}

int line_width(const TextMeasure& measure, const Font& font, std::string_view text) {
  int width = 0;
  for (const Piece& piece : cut_into_pieces(measure, font.style, text, Digits::running)) {
    width += measure.advance(font, piece.face, piece.text);
  }
  return width;
}

}  // namespace placard
