// SPDX-License-Identifier: MIT
// Pieces of a frame that are built at the origin and then stacked and moved into place.
#pragma once

#include <string>
#include <vector>

#include "layout/frame/frame.hpp"
#include "look/theme.hpp"

namespace placard {

/// Items whose top left corner is 0,0, and the room they take.
struct Block {
  std::vector<Item> items;
  int height = 0;
  int width = 0;

  bool empty() const { return items.empty(); }
};

/// What a block may take, in px.
struct Area {
  int width = 0;
  int height = 0;
};

/// What every block needs: the panel's sizes and colours, and the fonts.
struct LayoutContext {
  const TextMeasure& measure;
  const Theme& theme;
  TypeScale scale;
};

/// A text, what it is for and its colour.
struct TextPart {
  Role role = Role::title;
  std::string text;
  Color color;
};

void move_block(Block& block, int dx, int dy);
/// Puts a finished block into the frame, its corner at x, y.
void place(Frame& frame, Block block, int x, int y);
/// Puts `more` under `to`, `gap` px below it (none if `to` is empty); an empty block adds nothing.
void stack(Block& to, Block more, int gap);
/// Puts `more` to the right of `to` on the same first baseline.
void put_beside(Block& to, Block more, int gap);

/// `title`, or a sentence in its place when no installed face has a single one of its characters.
std::string showable_title(const LayoutContext& context, const std::string& title);
/// A fitted text as one item. Every line's ink begins at the left edge, so that sizes align to the pixel; of a text
/// read from right to left every line's ink ends at the right edge of its widest line, which still begins at the left.
Block text_block(const LayoutContext& context, const TextPart& part, const FittedText& fitted);
/// A text fitted to its place by what it really touches: letters of some scripts reach further up and down than lines
/// of others leave room for. Higher than asked only where a single line of the smallest size is.
Block fitted_block(const LayoutContext& context, const TextPart& part, FitRequest request);
/// A line that is never fitted or cut: times, the clock.
Block line_block(const LayoutContext& context, const TextPart& part, Font font, Digits digits = Digits::running);
/// One line in the small size, cut at a word where it is wider than `width` px.
Block small_line(const LayoutContext& context, const TextPart& part, int width);
/// A chip, at most `width` px wide: a text on the part's colour, as a track's name.
Block chip_block(const LayoutContext& context, const TextPart& part, int width);
/// A track's colour as a mark on the background: at least 3:1 (WCAG 2.2, 1.4.11).
Color mark_color(const LayoutContext& context, Color track);
/// Only fills.
Block shape_block(Role role, std::vector<Fill> fills);

/// The y of the first baseline in a block; 0 without text.
int first_baseline(const Block& block);

}  // namespace placard
