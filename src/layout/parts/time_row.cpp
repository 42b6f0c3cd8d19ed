// SPDX-License-Identifier: MIT
#include "layout/parts/time_row.hpp"

namespace placard {
namespace {

constexpr double kBetweenTimes = 2.8;

// Days named at both ends, names of several rooms, or a small panel: smaller, then in lines, rather than off the edge.
Block essential_block(const LayoutContext& context, const TextPart& part, int width, Digits digits) {
  for (const int px : {context.scale.body, context.scale.small}) {
    Block row = line_block(context, part, {FontStyle::strong, px}, digits);
    if (row.width <= width) return row;
  }
  const FitRequest request{.text = part.text,
                           .style = FontStyle::strong,
                           .sizes = {context.scale.small},
                           .width = width,
                           .max_lines = 3,
                           .pitch = 1.2};
  return text_block(context, part, fit_text(context.measure, request));
}

bool has_broken_line(const Block& row) {
  return !row.empty() && row.items.back().lines.size() > 1;
}

}  // namespace

// On a plate, so that in passing it is not taken for a part of the times.
Block place_block(const LayoutContext& context, const std::string& place, int width) {
  const Color fill = context.theme.rule;
  const Color ink = readable_on(fill, context.theme.chip_dark, context.theme.chip_light);
  const int pad_x = context.scale.gap(1.4);
  const int pad_y = context.scale.gap(0.5);
  Block block = essential_block(context, {Role::place, place, ink}, width - 2 * pad_x, Digits::running);
  if (block.empty()) return block;
  move_block(block, pad_x, pad_y);
  block.width += 2 * pad_x;
  block.height += 2 * pad_y;
  Item& item = block.items.front();
  item.box = united({0, 0, block.width, block.height}, item.box);
  item.fills.push_back({item.box, fill, context.scale.gap(0.8)});
  item.background = fill;
  return block;
}

Block time_row_block(const LayoutContext& context, const TimeTexts& texts, int width) {
  Block rows;
  Block row = place_block(context, texts.place, width);
  const auto add = [&](Block piece) {
    const int gap = context.scale.gap(kBetweenTimes);
    if (piece.empty()) return;
    const bool fits = row.width + gap + piece.width <= width && !has_broken_line(row);
    if (row.empty() || fits) return put_beside(row, std::move(piece), gap);
    stack(rows, std::move(row), 0);
    row = std::move(piece);
  };
  const auto quiet = [&](Role role, const std::string& text) {
    return line_block(context, {role, text, context.theme.quiet}, {FontStyle::plain, context.scale.body},
                      Digits::in_cells);
  };
  add(essential_block(context, {Role::time, texts.time, context.theme.text}, width, Digits::in_cells));
  add(quiet(Role::time_left, texts.time_left));
  add(quiet(Role::printed, texts.printed));
  stack(rows, std::move(row), 0);
  return rows;
}

}  // namespace placard
