// SPDX-License-Identifier: MIT
// Text set as large and as handsomely as its place allows.
#pragma once

#include <string>
#include <vector>

#include "layout/type/text_line.hpp"

namespace placard {

/// A width or height that leaves any text its way, in px.
inline constexpr int kNoLimit = 100'000;

/// A text and the place it must fit.
struct FitRequest {
  std::string text;
  FontStyle style = FontStyle::plain;
  std::vector<int> sizes = {};  ///< px, largest first
  int width = 0;                ///< px
  int height = kNoLimit;        ///< px, of all lines together
  std::size_t max_lines = 1;
  double pitch = 1.2;            ///< baseline to baseline, in ems
  std::size_t easy_lines = 100;  ///< each line above these …
  double line_cost = 0;          ///< … is worth this share of the largest size to save
};

struct FittedText {
  Font font;
  std::vector<Line> lines;
  int pitch = 0;                                   ///< px from baseline to baseline
  Direction direction = Direction::left_to_right;  ///< of the whole text
  bool truncated = false;                          ///< cut at a word, with an ellipsis

  bool operator==(const FittedText&) const = default;
  int width() const;  ///< of the widest line
};

/// How far above its first and below its last baseline a text of this size claims room, in px. Ink that goes further
/// (stacked accents) is added by whoever places it.
int ascent_px(int px);
int descent_px(int px);
/// Height of a text of `lines` lines.
int text_height(int px, int pitch, std::size_t lines);

/// The largest of the sizes at which the text fits and looks right; if none does, the smallest one, cut at a word.
/// The same request always gives the same result. Main thread.
FittedText fit_text(const TextMeasure& measure, const FitRequest& request);

}  // namespace placard
