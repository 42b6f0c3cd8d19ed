// SPDX-License-Identifier: MIT
#include "sign/eyebrow.hpp"

namespace placard {
namespace {

Font small_font(const Desk& desk) {
  return {FontStyle::strong, desk.scale.small};
}

// As many labels as fit whole beside the chip.
void add_labels(const Desk& desk, const Words& words, Block& row, int width) {
  std::vector<std::string> texts;
  if (!words.also.empty()) texts.push_back(words.also);
  texts.insert(texts.end(), words.labels.begin(), words.labels.end());
  bool first = words.also.empty();
  for (const std::string& text : texts) {
    const Role role = !first && text == words.also ? Role::also : Role::label;
    Block label = line_block(desk, role, text, small_font(desk), desk.theme.quiet, Digits::running);
    if (row.width + desk.scale.gap(3) + label.width > width) return;
    put_beside(row, std::move(label), desk.scale.gap(3));
    first = true;
  }
}

}  // namespace

Block eyebrow_block(const Desk& desk, const Words& words, int width, bool labels) {
  Block rows;
  Block row = line_block(desk, Role::status, words.status, small_font(desk), desk.theme.text, Digits::running);
  if (words.track) {
    Block chip = chip_block(desk, Role::track, words.track->name, words.track->color, width);
    if (!row.empty() && row.width + desk.scale.gap(2.2) + chip.width > width) {
      stack(rows, std::move(row), 0);
      row = {};
    }
    put_beside(row, std::move(chip), desk.scale.gap(2.2));
  }
  if (labels) add_labels(desk, words, row, width);
  stack(rows, std::move(row), desk.scale.gap(1.2));
  return rows;
}

}  // namespace placard
