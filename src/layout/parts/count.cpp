// SPDX-License-Identifier: MIT
#include "layout/parts/count.hpp"

#include <algorithm>

namespace placard {
namespace {

constexpr double kAboveNumber = 1.6;
constexpr double kAbovePhase = 1.2;
constexpr double kAroundNumber = 2.8;  // both

// The widest text a phase has in the usual config: its room is kept while there is none.
constexpr const char* kWidestPhase = "Last 10 minutes";

Color number_color(const LayoutContext& context, Phase phase) {
  if (phase == Phase::danger) return context.theme.danger;
  return phase == Phase::warning ? context.theme.warning : context.theme.text;
}

// A number that counts keeps a place for its widest text; a time of day stands still.
struct NumberText {
  explicit NumberText(const SignTexts& texts)
      : widest(texts.count.widest.empty() ? texts.count.number : texts.count.widest),
        digits(texts.count.widest.empty() ? Digits::running : Digits::in_cells) {}

  const std::string& widest;
  Digits digits;
};

int number_width(const LayoutContext& context, const SignTexts& texts, int px) {
  const NumberText text(texts);
  return set_line(context.measure, {FontStyle::display, px}, text.widest, {.digits = text.digits}).width;
}

// Digits have no descenders: their block ends at the baseline, and begins where they do.
Block number_block(const LayoutContext& context, const SignTexts& texts, int px) {
  const int slot = number_width(context, texts, px);
  Block block = line_block(context, {Role::countdown, texts.count.number, number_color(context, texts.count.phase)},
                           {FontStyle::display, px}, NumberText(texts).digits);
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

Font text_font(const LayoutContext& context) {
  return {FontStyle::strong, context.scale.body};
}

}  // namespace

int number_px(const LayoutContext& context, const SignTexts& texts, int width, int height) {
  constexpr int kProbe = 200;
  const int probe = number_width(context, texts, kProbe);
  const int rows = text_height(context.scale.body, 0, 1) * 2 + context.scale.gap(kAroundNumber);
  const double by_width = probe > 0 ? static_cast<double>(width) * kProbe / probe : kProbe;
  const double by_height = (height - rows) / 0.77;  // a digit's height, with its overshoots, in ems
  return std::max(kSmallestPx, static_cast<int>(std::min(by_width, by_height)) - 1);
}

Block count_block(const LayoutContext& context, const SignTexts& texts, int width, int px) {
  Block block =
      line_block(context, {Role::countdown_label, texts.count.label, context.theme.quiet}, text_font(context));
  align_right(block, width);
  Block number = number_block(context, texts, px);
  align_right(number, width);
  stack(block, std::move(number), context.scale.gap(kAboveNumber));
  Block phase = line_block(context, {Role::phase, texts.count.phase_text, number_color(context, texts.count.phase)},
                           text_font(context));
  if (!phase.empty()) align_right(phase, width);
  // The phase's place is kept when there is none, so that the number does not jump when it comes.
  const int gap = context.scale.gap(kAbovePhase);
  const int height = block.height + text_height(context.scale.body, 0, 1) + gap;
  stack(block, std::move(phase), gap);
  block.height = height;
  return block;
}

int count_width(const LayoutContext& context, const SignTexts& texts, const Block& count, int width) {
  int taken = line_width(context.measure, text_font(context), kWidestPhase);
  for (const Item& item : count.items) {
    if (item.role == Role::countdown) taken = std::max(taken, number_block(context, texts, item.font.px).width);
    taken = std::max(taken, width - item.box.x);
  }
  return taken;
}

}  // namespace placard
