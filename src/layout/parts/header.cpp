// SPDX-License-Identifier: MIT
#include "layout/parts/header.hpp"

#include <algorithm>

namespace placard {

Block header_block(const Desk& desk, const Words& words, int width) {
  const Font clock_font{FontStyle::plain, desk.scale.clock};
  Block clock = line_block(desk, Role::clock, words.clock, clock_font, desk.theme.quiet, Digits::in_cells);
  // Room is kept for the longest time of day, so that ten o'clock does not move the room's name.
  const bool short_hour = words.clock.find(':') == 1;
  const int longest =
      short_hour
          ? line_block(desk, Role::clock, "0" + words.clock, clock_font, desk.theme.quiet, Digits::in_cells).width
          : clock.width;
  const int rest = width - longest - desk.scale.gap(4);
  // One line somewhat smaller looks better than two.
  FitRequest request{words.room, FontStyle::display, {}, rest, 10 * desk.scale.room, 2, 1.12, 1, 0.25};
  for (int px = desk.scale.room; px >= std::max(kSmallestPx, desk.scale.room / 2); px -= std::max(1, px / 16)) {
    request.sizes.push_back(px);
  }
  Block block = text_block(desk, Role::room, words.room, fit_text(desk.measure, request), desk.theme.text);
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
