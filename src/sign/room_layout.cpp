// SPDX-License-Identifier: MIT
#include "sign/room_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sign/block.hpp"
#include "sign/stage.hpp"
#include "sign/upcoming.hpp"

namespace placard {
namespace {

// The width of the glass in mm where nobody says: the commonest panel of that many pixels (3.5", 7", 10.1", 24"; a
// portrait glass is one of these turned).
double guessed_width_mm(const Glass& glass) {
  const int longer = std::max(glass.width, glass.height);
  const double length = longer <= 480 ? 74 : longer <= 1024 ? 153 : longer <= 1280 ? 217 : 531;
  return length * glass.width / longer;
}

// DISCAS basic decision making: an element is read from 200 times its height.
double declared_distance(const Frame& frame, const Glass& glass) {
  int least = 0;
  for (const Item& item : frame.items) {
    const bool essential =
        item.role == Role::room || item.role == Role::title || item.role == Role::time || item.role == Role::next_time;
    if (essential && (least == 0 || item.cap_px < least)) least = item.cap_px;
  }
  const double mm_per_px = glass.panel_width_mm.value_or(guessed_width_mm(glass)) / glass.width;
  return std::round(least * mm_per_px * 200 / 100) / 10;
}

Block header(const Desk& desk, const Words& words, int width) {
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
  const int clock_width = clock.width;
  put_beside(block, std::move(clock), 0);
  Item& placed = block.items.back();
  Block last{{placed}, 0, 0};
  move_block(last, width - clock_width - placed.box.x, 0);
  placed = last.items.front();
  block.width = width;
  return block;
}

void add(Frame& frame, Block block, int x, int y) {
  move_block(block, x, y);
  for (Item& item : block.items) frame.items.push_back(std::move(item));
}

Block freshness_line(const Desk& desk, const Words& words, int width) {
  const FitRequest request{words.freshness, FontStyle::strong, {desk.scale.small}, width, 4 * desk.scale.small, 2, 1.2};
  return text_block(desk, Role::freshness, words.freshness, fit_text(desk.measure, request), desk.theme.quiet);
}

struct FooterRequest {
  int width = 0;
  int height = 0;  // px it may take when it lists more than one session
  std::size_t most = 1;
  std::size_t title_lines = 2;
  bool labels = true;
};

// What follows, at the bottom of the glass: one session, or on a tall glass as many as find room.
Block footer(const Desk& desk, const Words& words, const FooterRequest& request) {
  Block best;
  for (std::size_t count = 1; count <= request.most; ++count) {
    Block block = upcoming_block(desk, words, {request.width, count, request.title_lines, request.labels});
    stack(block, freshness_line(desk, words, request.width), desk.scale.gap(2.2));
    if (count > 1 && block.height > request.height) break;
    best = std::move(block);
  }
  return best;
}

}  // namespace

Frame lay_out_room(const View& view, const Glass& glass, const Theme& theme, const TextMeasure& measure) {
  const Desk desk{measure, theme, scale_for(glass.width, glass.height)};
  const Words& words = view.words;
  const bool tall = glass.height > glass.width;
  Frame frame{glass.width, glass.height, theme.background, 0, {}};
  const int width = glass.width - 2 * desk.scale.margin_x;
  const int bottom = glass.height - desk.scale.margin_y;

  Block head = header(desk, words, width);
  const int top = desk.scale.margin_y + head.height + desk.scale.gap(tall ? 7 : 2.6);
  const int gap = desk.scale.gap(tall ? 6 : 3.4);
  add(frame, std::move(head), desk.scale.margin_x, desk.scale.margin_y);

  // A glass too small for everything shows less of what comes next rather than less of what is on.
  FooterRequest below{width, 0, 1, tall ? std::size_t{4} : std::size_t{2}, true};
  Block foot = footer(desk, words, below);
  StageRequest request{width, bottom - foot.height - gap - top, tall};
  Block stage = stage_block(desk, words, request);
  if (!good(stage, request)) {
    below.title_lines = 1;
    below.labels = false;
    foot = footer(desk, words, below);
    request.height = bottom - foot.height - gap - top;
    stage = stage_block(desk, words, request);
  }
  if (!good(stage, request)) {
    foot = {};
    request.height = bottom - top;
    stage = stage_block(desk, words, request);
  }
  const int spare = std::max(0, request.height - stage.height);
  if (tall && !foot.empty()) {
    below.most = std::max<std::size_t>(1, words.upcoming.size());
    below.height = foot.height + spare;
    foot = footer(desk, words, below);
  }
  add(frame, std::move(stage), desk.scale.margin_x, tall ? top : top + spare / 2);
  const int foot_top = bottom - foot.height;
  add(frame, std::move(foot), desk.scale.margin_x, foot_top);
  frame.declared_distance_m = declared_distance(frame, glass);
  return frame;
}

}  // namespace placard
