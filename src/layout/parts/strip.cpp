// SPDX-License-Identifier: MIT
#include "layout/parts/strip.hpp"

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

StripText strip_text(const SignTexts& texts) {
  if (strip_tells_absent(texts)) return {Role::absent, texts.absent, "", true};
  return {Role::message, texts.message, texts.message_source, texts.message_level == MessageLevel::warning};
}

StripColors colors_of(const LayoutContext& context, bool strong) {
  const Color fill = strong ? context.theme.warning : context.theme.rule;
  return {fill, readable_on(fill, context.theme.chip_dark, context.theme.chip_light)};
}

FitRequest strip_request(const LayoutContext& context, const std::string& text, int width, int height) {
  FitRequest request{text, FontStyle::strong, {context.scale.body, context.scale.small}, width, height, 5, kPitch};
  request.easy_lines = 1;
  request.line_cost = 0.1;
  return request;
}

void put_on(Block& block, Color fill) {
  for (Item& item : block.items) item.background = fill;
}

// The source stands at the end of a one-line text where it fits there, else below.
void add_source(const LayoutContext& context, Block& block, const std::string& source, Color color, int width) {
  if (source.empty()) return;
  Block line = line_block(context, Role::message_source, source, {FontStyle::plain, context.scale.small}, color,
                          Digits::running);
  const bool one_line = block.items.front().lines.size() == 1;
  const int gap = context.scale.gap(4);
  if (one_line && block.width + gap + line.width <= width) {
    put_beside(block, std::move(line), width - block.width - line.width);
  } else {
    stack(block, std::move(line), context.scale.gap(0.4));
  }
}

// What staff say comes before who says so: where both don't fit, the source is left out rather than words.
Block said_block(const LayoutContext& context, const StripText& said, Color ink, int width, int height) {
  const int source_height = text_height(context.scale.small, 0, 1) + context.scale.gap(0.4);
  for (const bool with_source : {true, false}) {
    if (with_source && said.source.empty()) continue;
    const int rest = std::max(context.scale.small, height - (with_source ? source_height : 0));
    const FittedText fitted = fit_text(context.measure, strip_request(context, said.text, width, rest));
    if (with_source && fitted.truncated) continue;
    Block text = text_block(context, said.role, said.text, fitted, ink);
    if (with_source && !text.empty()) add_source(context, text, said.source, ink, width);
    return text;
  }
  return {};
}

}  // namespace

bool strip_tells_absent(const SignTexts& texts) {
  return texts.message.empty() && texts.absent_matters_now;
}

Block strip_block(const LayoutContext& context, const SignTexts& texts, int width, int height) {
  const StripText said = strip_text(texts);
  if (said.text.empty() || texts.message_level == MessageLevel::takeover) return {};
  const auto [fill, ink] = colors_of(context, said.strong);
  const int pad_x = context.scale.gap(3);
  const int pad_y = context.scale.gap(1.4);
  const int inner = width - 2 * pad_x;
  Block text = said_block(context, said, ink, inner, height - 2 * pad_y);
  if (text.empty()) return {};
  put_on(text, fill);
  const int full = text.height + 2 * pad_y;
  Block block = shape_block(Role::strip, {{{0, 0, width, full}, fill, context.scale.gap(1.2)}});
  move_block(text, pad_x, pad_y);
  for (Item& item : text.items) block.items.push_back(std::move(item));
  block.width = width;
  block.height = full;
  return block;
}

int place_head(Frame& frame, const LayoutContext& context, const SignTexts& texts, int below_head, int below_strip,
               double share) {
  const int left = context.scale.margin_x;
  const int width = frame.width - 2 * left;
  Block head = header_block(context, texts, width);
  int top = context.scale.margin_y + head.height + below_head;
  place(frame, std::move(head), left, context.scale.margin_y);
  Block strip = strip_block(context, texts, width, static_cast<int>(share * frame.height));
  if (strip.empty()) return top;
  const int height = strip.height;
  place(frame, std::move(strip), left, top);
  return top + height + below_strip;
}

}  // namespace placard
