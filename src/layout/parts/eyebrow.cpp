// SPDX-License-Identifier: MIT
#include "layout/parts/eyebrow.hpp"

namespace placard {
namespace {

Font small_font(const LayoutContext& context) {
  return {FontStyle::strong, context.scale.small};
}

bool add_beside(const LayoutContext& context, Block& row, Role role, const std::string& text, int width) {
  Block label = line_block(context, role, text, small_font(context), context.theme.quiet, Digits::running);
  if (row.width + context.scale.gap(3) + label.width > width) return false;
  put_beside(row, std::move(label), context.scale.gap(3));
  return true;
}

}  // namespace

Block eyebrow_block(const LayoutContext& context, const SignTexts& texts, int width, bool labels) {
  Block rows;
  Block row = line_block(context, Role::status, texts.status, small_font(context), context.theme.text, Digits::running);
  if (texts.full) {
    put_beside(row, chip_block(context, Role::full, "Full", context.theme.warning, width), context.scale.gap(2.2));
  }
  if (texts.track) {
    Block chip = chip_block(context, Role::track, texts.track->name, texts.track->color, width);
    if (!row.empty() && row.width + context.scale.gap(2.2) + chip.width > width) {
      stack(rows, std::move(row), 0);
      row = {};
    }
    put_beside(row, std::move(chip), context.scale.gap(2.2));
  }
  if (!texts.also.empty()) add_beside(context, row, Role::also, texts.also, width);
  for (const std::string& label : texts.labels) {
    if (!labels || !add_beside(context, row, Role::label, label, width)) break;
  }
  stack(rows, std::move(row), context.scale.gap(1.2));
  return rows;
}

}  // namespace placard
