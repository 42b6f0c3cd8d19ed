// SPDX-License-Identifier: MIT
// One line of text, cut into runs of one face each and placed in whole pixels.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text/bidi.hpp"
#include "layout/type/text_measure.hpp"

namespace placard {

/// A piece of a line in one face. `x` is its pen's start, in px from the line's left.
struct Run {
  int face = 0;
  int x = 0;
  std::string text;
  Shaping shaping = {};

  bool operator==(const Run&) const = default;
};

/// A measured line, its runs from left to right. `ink` is relative to the line's left on the baseline.
struct Line {
  std::string text;  ///< as it is read, not as it is drawn
  std::vector<Run> runs;
  int width = 0;  ///< px
  Rect ink;

  bool operator==(const Line&) const = default;
};

enum class Digits {
  running,   ///< as the face sets them
  in_cells,  ///< each in a cell of the widest digit, so that a changing number does not move its neighbours
};

/// How a line is set.
struct LineRules {
  Digits digits = Digits::running;
  std::optional<Direction> base = std::nullopt;  ///< of the whole text the line is one of; nothing: its own
};

/// Measures and cuts `text`, one line; characters no face covers are left out, and marks beyond six on one character.
/// Only the main thread may call (fonts).
Line set_line(const TextMeasure& measure, const Font& font, std::string_view text, const LineRules& rules = {});

/// `text` without the characters that no face covers, and without the spaces they would leave doubled.
std::string drawable_text(const TextMeasure& measure, FontStyle style, std::string_view text);

/// The width only, which is cheaper.
int line_width(const TextMeasure& measure, const Font& font, std::string_view text);

}  // namespace placard
