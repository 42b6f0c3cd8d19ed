// SPDX-License-Identifier: MIT
#include "layout/parts/time_row.hpp"

namespace placard {
namespace {

// Days named at both ends, or a small glass: smaller, then in two lines, rather than off the edge.
Block times(const Desk& desk, const Words& words, int width) {
  for (const int px : {desk.scale.body, desk.scale.small}) {
    Block row = line_block(desk, Role::time, words.time, {FontStyle::strong, px}, desk.theme.text, Digits::in_cells);
    if (row.width <= width) return row;
  }
  const FitRequest request{words.time, FontStyle::strong, {desk.scale.small}, width, 100'000, 3, 1.2};
  return text_block(desk, Role::time, words.time, fit_text(desk.measure, request), desk.theme.text);
}

}  // namespace

Block time_row_block(const Desk& desk, const Words& words, int width) {
  Block rows = times(desk, words, width);
  const Font plain{FontStyle::plain, desk.scale.body};
  const auto add = [&](Block line) {
    const int gap = desk.scale.gap(2.8);
    if (rows.items.size() < 3 && rows.width + gap + line.width <= width) {
      put_beside(rows, std::move(line), gap);
    } else {
      stack(rows, std::move(line), 0);
    }
  };
  add(line_block(desk, Role::time_left, words.time_left, plain, desk.theme.quiet, Digits::in_cells));
  add(line_block(desk, Role::printed, words.printed, plain, desk.theme.quiet, Digits::in_cells));
  return rows;
}

}  // namespace placard
