// SPDX-License-Identifier: MIT
#include "layout/parts/header.hpp"

#include <algorithm>

namespace placard {

Block header_block(const LayoutContext& context, const SignTexts& texts, int width) {
  const Font clock_font{FontStyle::plain, context.scale.clock};
  Block clock = line_block(context, Role::clock, texts.clock, clock_font, context.theme.quiet, Digits::in_cells);
  // Room is kept for the longest time of day, so that ten o'clock does not move the room's name.
  const bool short_hour = texts.clock.find(':') == 1;
  const int longest =
      short_hour
          ? line_block(context, Role::clock, "0" + texts.clock, clock_font, context.theme.quiet, Digits::in_cells).width
          : clock.width;
  const int rest = width - longest - context.scale.gap(4);
  // One line somewhat smaller looks better than two.
  FitRequest request{texts.room, FontStyle::display, {}, rest, 10 * context.scale.room, 2, 1.12, 1, 0.25};
  for (int px = context.scale.room; px >= std::max(kSmallestPx, context.scale.room / 2); px -= std::max(1, px / 16)) {
    request.sizes.push_back(px);
  }
  Block block = text_block(context, Role::room, texts.room, fit_text(context.measure, request), context.theme.text);
  if (clock.empty()) {
    block.width = width;
    return block;
  }
  const int clock_width = clock.width;
  put_beside(block, std::move(clock), 0);
  Item& placed = block.items.back();
  Block last{{placed}, 0, 0};
  move_block(last, width - clock_width - placed.box.x, 0);
  placed = last.items.front();
  block.width = width;
  return block;
}

}  // namespace placard
