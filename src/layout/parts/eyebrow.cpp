// SPDX-License-Identifier: MIT
#include "layout/parts/eyebrow.hpp"

#include "layout/parts/spacing.hpp"

namespace placard {
namespace {

constexpr double kBeforeLabel = 3;

// False where it doesn't fit.
bool add_label(const LayoutContext& context, Block& row, const TextPart& part, int width) {
  Block label = line_block(context, part, {FontStyle::strong, context.scale.small});
  const int gap = context.scale.gap(kBeforeLabel);
  if (row.width + gap + label.width > width) return false;
  put_beside(row, std::move(label), gap);
  return true;
}

Block status_block(const LayoutContext& context, const SignTexts& texts, int width) {
  const Theme& theme = context.theme;
  Block row =
      line_block(context, {Role::status, texts.main.status, theme.text}, {FontStyle::strong, context.scale.small});
  if (!texts.main.full) return row;
  put_beside(row, chip_block(context, {Role::full, "Full", theme.warning}, width), context.scale.gap(kRowGap));
  return row;
}

}  // namespace

Block eyebrow_block(const LayoutContext& context, const SignTexts& texts, int width, EyebrowDetail detail) {
  Block rows;
  Block row = status_block(context, texts, width);
  const int gap = context.scale.gap(kRowGap);
  if (texts.main.track && detail != EyebrowDetail::status) {
    Block chip = chip_block(context, {Role::track, texts.main.track->name, texts.main.track->color}, width);
    if (!row.empty() && row.width + gap + chip.width > width) {
      stack(rows, std::move(row), 0);
      row = {};
    }
    put_beside(row, std::move(chip), gap);
  }
  if (!texts.main.also.empty()) add_label(context, row, {Role::also, texts.main.also, context.theme.quiet}, width);
  for (const std::string& label : texts.main.labels) {
    if (detail != EyebrowDetail::labels) break;
    if (!add_label(context, row, {Role::label, label, context.theme.quiet}, width)) break;
  }
  stack(rows, std::move(row), context.scale.gap(1.2));
  return rows;
}

}  // namespace placard
