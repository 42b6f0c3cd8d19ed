// SPDX-License-Identifier: MIT
#include "layout/parts/time_row.hpp"

namespace placard {
namespace {

constexpr double kBetweenTimes = 2.8;

// Days named at both ends, or a small panel: smaller, then in two lines, rather than off the edge.
Block times_block(const LayoutContext& context, const std::string& time, int width) {
  const TextPart part{Role::time, time, context.theme.text};
  for (const int px : {context.scale.body, context.scale.small}) {
    Block row = line_block(context, part, {FontStyle::strong, px}, Digits::in_cells);
    if (row.width <= width) return row;
  }
  const FitRequest request{.text = time,
                           .style = FontStyle::strong,
                           .sizes = {context.scale.small},
                           .width = width,
                           .max_lines = 3,
                           .pitch = 1.2};
  return text_block(context, part, fit_text(context.measure, request));
}

}  // namespace

Block time_row_block(const LayoutContext& context, const TimeTexts& texts, int width) {
  Block rows = times_block(context, texts.time, width);
  const auto add = [&](Role role, const std::string& text) {
    Block line = line_block(context, {role, text, context.theme.quiet}, {FontStyle::plain, context.scale.body},
                            Digits::in_cells);
    const int gap = context.scale.gap(kBetweenTimes);
    if (rows.items.size() < 3 && rows.width + gap + line.width <= width) {
      put_beside(rows, std::move(line), gap);
    } else {
      stack(rows, std::move(line), 0);
    }
  };
  add(Role::time_left, texts.time_left);
  add(Role::printed, texts.printed);
  return rows;
}

}  // namespace placard
