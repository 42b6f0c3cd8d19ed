// SPDX-License-Identifier: MIT
#include "layout/parts/time_row.hpp"

namespace placard {
namespace {

// Days named at both ends, or a small glass: smaller, then in two lines, rather than off the edge.
Block times(const LayoutContext& context, const SignTexts& texts, int width) {
  for (const int px : {context.scale.body, context.scale.small}) {
    Block row =
        line_block(context, Role::time, texts.time, {FontStyle::strong, px}, context.theme.text, Digits::in_cells);
    if (row.width <= width) return row;
  }
  const FitRequest request{texts.time, FontStyle::strong, {context.scale.small}, width, 100'000, 3, 1.2};
  return text_block(context, Role::time, texts.time, fit_text(context.measure, request), context.theme.text);
}

}  // namespace

Block time_row_block(const LayoutContext& context, const SignTexts& texts, int width) {
  Block rows = times(context, texts, width);
  const Font plain{FontStyle::plain, context.scale.body};
  const auto add = [&](Block line) {
    const int gap = context.scale.gap(2.8);
    if (rows.items.size() < 3 && rows.width + gap + line.width <= width) {
      put_beside(rows, std::move(line), gap);
    } else {
      stack(rows, std::move(line), 0);
    }
  };
  add(line_block(context, Role::time_left, texts.time_left, plain, context.theme.quiet, Digits::in_cells));
  add(line_block(context, Role::printed, texts.printed, plain, context.theme.quiet, Digits::in_cells));
  return rows;
}

}  // namespace placard
