// SPDX-License-Identifier: MIT
#include "sign/countdown_layout.hpp"

#include <algorithm>
#include <cmath>

#include "sign/eyebrow.hpp"
#include "sign/footer.hpp"
#include "sign/header.hpp"

namespace placard {
namespace {

constexpr double kTitlePitch = 1.12;

Color number_color(const Desk& desk, Phase phase) {
  if (phase == Phase::danger) return desk.theme.danger;
  return phase == Phase::warning ? desk.theme.warning : desk.theme.text;
}

// Digits have no descenders: their block ends at the baseline, and begins where they do.
Block number_block(const Desk& desk, const Words& words, int px) {
  const Font font{FontStyle::display, px};
  const int slot = set_line(desk.measure, font, words.count_widest, Digits::in_cells).width;
  Block block = line_block(desk, Role::countdown, words.count, font, number_color(desk, words.phase), Digits::in_cells);
  if (block.empty()) return block;
  const int overshoot = std::max(1, px / 50);
  const int cap = block.items.front().cap_px;
  move_block(block, std::max(0, slot - block.width), cap + overshoot - first_baseline(block));
  Item& item = block.items.front();
  block.width = std::max(slot, item.box.right());
  block.height = cap + 2 * overshoot;
  item.box = united(Rect{item.box.x, 0, item.box.w, block.height}, item.ink);
  return block;
}

void align_right(Block& block, int width) {
  move_block(block, width - block.width, 0);
  block.width = width;
}

// The number with its words above and below, all at the right edge of `width`.
Block count_block(const Desk& desk, const Words& words, int width, int px) {
  Block block = line_block(desk, Role::countdown_label, words.count_label, {FontStyle::strong, desk.scale.body},
                           desk.theme.quiet, Digits::running);
  align_right(block, width);
  Block number = number_block(desk, words, px);
  align_right(number, width);
  stack(block, std::move(number), desk.scale.gap(1.6));
  Block phase = line_block(desk, Role::phase, words.phase_words, {FontStyle::strong, desk.scale.body},
                           number_color(desk, words.phase), Digits::running);
  if (!phase.empty()) align_right(phase, width);
  // The place of the phase's words is kept when there are none, so that the number does not jump when they come.
  const int kept = text_height(desk.scale.body, 0, 1) + desk.scale.gap(1.2);
  const int height = block.height + kept;
  stack(block, std::move(phase), desk.scale.gap(1.2));
  block.height = height;
  return block;
}

// The largest px whose number fits a slot.
int number_px(const Desk& desk, const Words& words, int width, int height) {
  constexpr int kProbe = 200;
  const int probe = set_line(desk.measure, {FontStyle::display, kProbe}, words.count_widest, Digits::in_cells).width;
  const int rows = text_height(desk.scale.body, 0, 1) * 2 + desk.scale.gap(2.8);
  const double by_width = probe > 0 ? static_cast<double>(width) * kProbe / probe : kProbe;
  const double by_height = (height - rows) / 0.77;  // a digit's height, with its overshoots, in ems
  return std::max(kSmallestPx, static_cast<int>(std::min(by_width, by_height)) - 1);
}

Block talk_block(const Desk& desk, const Words& words, int width, int height, std::size_t max_lines) {
  Block block = eyebrow_block(desk, words, width, false);
  Block time =
      line_block(desk, Role::time, words.time, {FontStyle::strong, desk.scale.body}, desk.theme.text, Digits::in_cells);
  const int rest = height - block.height - time.height - desk.scale.gap(3.4);
  FitRequest request{words.headline, FontStyle::display, {}, width, rest, max_lines, kTitlePitch};
  for (const int px : desk.scale.title) {
    if (px <= 9.5 * desk.scale.unit) request.sizes.push_back(px);
  }
  if (request.sizes.empty()) request.sizes.push_back(desk.scale.title.back());
  stack(block, text_block(desk, Role::title, words.headline, fit_text(desk.measure, request), desk.theme.text),
        desk.scale.gap(1.6));
  stack(block, std::move(time), desk.scale.gap(1.8));
  return block;
}

bool whole(const Block& talk, int width, int height) {
  for (const Item& item : talk.items) {
    if (item.role == Role::title && item.truncated) return false;
  }
  return talk.height <= height && talk.width <= width;
}

struct Area {
  int width = 0;
  int height = 0;
};

// Talk at the left, number at the right: the number gives up width until the title stands whole.
Block side_by_side(const Desk& desk, const Words& words, const Area& area) {
  const int gap = desk.scale.gap(5);
  Block best;
  for (const int share : {60, 54, 48, 42, 36, 30}) {
    const int slot = area.width * share / 100;
    const int px = number_px(desk, words, slot, area.height);
    Block count = count_block(desk, words, slot, px);
    int used = 0;
    for (const Item& item : count.items) used = std::max(used, slot - item.box.x);
    const int left = area.width - std::max(used, number_block(desk, words, px).width) - gap;
    Block talk = talk_block(desk, words, left, area.height, 7);
    const bool fits = whole(talk, left, area.height);
    move_block(talk, 0, std::max(0, (area.height - talk.height) / 2));
    move_block(count, area.width - slot, std::max(0, (area.height - count.height) / 2));
    best = std::move(talk);
    for (Item& item : count.items) best.items.push_back(std::move(item));
    best.width = area.width;
    best.height = area.height;
    if (fits) break;
  }
  return best;
}

// The number across the glass, the talk below it.
Block stacked(const Desk& desk, const Words& words, const Area& area) {
  Block best;
  for (const int share : {45, 40, 35, 30, 25}) {
    best = count_block(desk, words, area.width, number_px(desk, words, area.width, area.height * share / 100));
    const int rest = area.height - best.height - desk.scale.gap(4);
    Block talk = talk_block(desk, words, area.width, rest, 7);
    const bool fits = whole(talk, area.width, rest);
    stack(best, std::move(talk), desk.scale.gap(4));
    if (fits) break;
  }
  return best;
}

}  // namespace

Frame lay_out_countdown(const View& view, const Glass& glass, const Theme& theme, const TextMeasure& measure) {
  const Desk desk{measure, theme, scale_for(glass.width, glass.height)};
  const Words& words = view.words;
  Frame frame{glass.width, glass.height, theme.background, 0, {}};
  const int left = desk.scale.margin_x;
  const int width = glass.width - 2 * left;
  const int bottom = glass.height - desk.scale.margin_y;
  Block head = header_block(desk, words, width);
  const int top = desk.scale.margin_y + head.height + desk.scale.gap(glass.tall() ? 6 : 2.4);
  place(frame, std::move(head), left, desk.scale.margin_y);

  FooterRequest below{width, glass.height * 34 / 100, glass.tall() ? std::size_t{3} : std::size_t{2},
                      glass.tall() ? std::size_t{3} : std::size_t{2}, false};
  Block foot = footer_block(desk, words, below);
  const Area area{width, bottom - foot.height - desk.scale.gap(3.4) - top};
  place(frame, glass.tall() ? stacked(desk, words, area) : side_by_side(desk, words, area), left, top);
  const int foot_top = bottom - foot.height;
  place(frame, std::move(foot), left, foot_top);
  frame.declared_distance_m = declared_distance_m(frame, glass);
  return frame;
}

}  // namespace placard
