// SPDX-License-Identifier: MIT
#include "layout/parts/banner.hpp"

#include <algorithm>

#include "layout/parts/header.hpp"

namespace placard {
namespace {

constexpr double kPitch = 1.2;

struct StripText {
  Role role;
  std::string text;
  std::string source;
  bool strong;
};

struct StripColors {
  Color fill;
  Color text;
};

StripText strip_text(const Words& words) {
  if (strip_tells_absent(words)) return {Role::absent, words.absent, "", true};
  return {Role::message, words.message, words.message_source, words.message_level == MessageLevel::warning};
}

StripColors colors_of(const Desk& desk, bool strong) {
  const Color fill = strong ? desk.theme.warning : desk.theme.rule;
  return {fill, readable_on(fill, desk.theme.chip_dark, desk.theme.chip_light)};
}

FitRequest strip_request(const Desk& desk, const std::string& text, int width, int height) {
  FitRequest request{text, FontStyle::strong, {desk.scale.body, desk.scale.small}, width, height, 5, kPitch};
  request.easy_lines = 1;
  request.line_cost = 0.1;
  return request;
}

void put_on(Block& block, Color fill) {
  for (Item& item : block.items) item.background = fill;
}

// The source stands at the end of a one-line text where it fits there, else below.
void add_source(const Desk& desk, Block& block, const std::string& source, Color color, int width) {
  if (source.empty()) return;
  Block line =
      line_block(desk, Role::message_source, source, {FontStyle::plain, desk.scale.small}, color, Digits::running);
  const bool one_line = block.items.front().lines.size() == 1;
  const int gap = desk.scale.gap(4);
  if (one_line && block.width + gap + line.width <= width) {
    put_beside(block, std::move(line), width - block.width - line.width);
  } else {
    stack(block, std::move(line), desk.scale.gap(0.4));
  }
}

// What staff say comes before who says so: where both don't fit, the source is left out rather than words.
Block said_block(const Desk& desk, const StripText& said, Color ink, int width, int height) {
  const int source_height = text_height(desk.scale.small, 0, 1) + desk.scale.gap(0.4);
  for (const bool with_source : {true, false}) {
    if (with_source && said.source.empty()) continue;
    const int rest = std::max(desk.scale.small, height - (with_source ? source_height : 0));
    const FittedText fitted = fit_text(desk.measure, strip_request(desk, said.text, width, rest));
    if (with_source && fitted.truncated) continue;
    Block text = text_block(desk, said.role, said.text, fitted, ink);
    if (with_source && !text.empty()) add_source(desk, text, said.source, ink, width);
    return text;
  }
  return {};
}

}  // namespace

bool strip_tells_absent(const Words& words) {
  return words.message.empty() && words.absent_matters_now;
}

Block strip_block(const Desk& desk, const Words& words, int width, int height) {
  const StripText said = strip_text(words);
  if (said.text.empty() || words.message_level == MessageLevel::takeover) return {};
  const auto [fill, ink] = colors_of(desk, said.strong);
  const int pad_x = desk.scale.gap(3);
  const int pad_y = desk.scale.gap(1.4);
  const int inner = width - 2 * pad_x;
  Block text = said_block(desk, said, ink, inner, height - 2 * pad_y);
  if (text.empty()) return {};
  put_on(text, fill);
  const int full = text.height + 2 * pad_y;
  Block block = shape_block(Role::strip, {{{0, 0, width, full}, fill, desk.scale.gap(1.2)}});
  move_block(text, pad_x, pad_y);
  for (Item& item : text.items) block.items.push_back(std::move(item));
  block.width = width;
  block.height = full;
  return block;
}

int place_head(Frame& frame, const Desk& desk, const Words& words, int below_head, int below_strip, double share) {
  const int left = desk.scale.margin_x;
  const int width = frame.width - 2 * left;
  Block head = header_block(desk, words, width);
  int top = desk.scale.margin_y + head.height + below_head;
  place(frame, std::move(head), left, desk.scale.margin_y);
  Block strip = strip_block(desk, words, width, static_cast<int>(share * frame.height));
  if (strip.empty()) return top;
  const int height = strip.height;
  place(frame, std::move(strip), left, top);
  return top + height + below_strip;
}

}  // namespace placard
