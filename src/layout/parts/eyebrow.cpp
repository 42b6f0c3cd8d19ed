// SPDX-License-Identifier: MIT
#include "layout/parts/eyebrow.hpp"

namespace placard {
namespace {

Font small_font(const Desk& desk) {
  return {FontStyle::strong, desk.scale.small};
}

bool add_beside(const Desk& desk, Block& row, Role role, const std::string& text, int width) {
  Block label = line_block(desk, role, text, small_font(desk), desk.theme.quiet, Digits::running);
  if (row.width + desk.scale.gap(3) + label.width > width) return false;
  put_beside(row, std::move(label), desk.scale.gap(3));
  return true;
}

}  // namespace

Block eyebrow_block(const Desk& desk, const Words& words, int width, bool labels) {
  Block rows;
  Block row = line_block(desk, Role::status, words.status, small_font(desk), desk.theme.text, Digits::running);
  if (words.full) {
    put_beside(row, chip_block(desk, Role::full, "Full", desk.theme.warning, width), desk.scale.gap(2.2));
  }
  if (words.track) {
    Block chip = chip_block(desk, Role::track, words.track->name, words.track->color, width);
    if (!row.empty() && row.width + desk.scale.gap(2.2) + chip.width > width) {
      stack(rows, std::move(row), 0);
      row = {};
    }
    put_beside(row, std::move(chip), desk.scale.gap(2.2));
  }
  if (!words.also.empty()) add_beside(desk, row, Role::also, words.also, width);
  for (const std::string& label : words.labels) {
    if (!labels || !add_beside(desk, row, Role::label, label, width)) break;
  }
  stack(rows, std::move(row), desk.scale.gap(1.2));
  return rows;
}

}  // namespace placard
