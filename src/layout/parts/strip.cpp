// SPDX-License-Identifier: MIT
#include "layout/parts/strip.hpp"

#include <algorithm>

#include "layout/parts/spacing.hpp"

namespace placard {
namespace {

constexpr double kPitch = 1.2;

enum class Emphasis { usual, warning };

struct StripText {
  Role role;
  std::string text;
  std::string source;
  Emphasis emphasis;
};

struct StripColors {
  Color fill;
  Color text;
};

StripText strip_text(const SignTexts& texts) {
  if (strip_says_absent(texts)) {
    const Emphasis emphasis = texts.main.absent_matters_now ? Emphasis::warning : Emphasis::usual;
    return {Role::absent, texts.main.absent, "", emphasis};
  }
  return {Role::message, texts.message.text, texts.message.source,
          texts.message.level == MessageLevel::warning ? Emphasis::warning : Emphasis::usual};
}

StripColors colors_of(const LayoutContext& context, Emphasis emphasis) {
  const Color fill = emphasis == Emphasis::warning ? context.theme.warning : context.theme.rule;
  return {fill, readable_on(fill, context.theme.chip_dark, context.theme.chip_light)};
}

FittedText fitted(const LayoutContext& context, const std::string& text, const Area& place) {
  const FitRequest request{.text = text,
                           .style = FontStyle::strong,
                           .sizes = {context.scale.body, context.scale.small},
                           .width = place.width,
                           .height = place.height,
                           .max_lines = 5,
                           .pitch = kPitch,
                           .easy_lines = 1,
                           .line_cost = 0.1};
  return fit_text(context.measure, request);
}

void put_on(Block& block, Color fill) {
  for (Item& item : block.items) item.background = fill;
}

// The source stands at the end of a one-line text where it fits there, else below.
void add_source(const LayoutContext& context, Block& block, const TextPart& source, int width) {
  if (source.text.empty()) return;
  Block line = line_block(context, source, {FontStyle::plain, context.scale.small});
  const bool one_line = block.items.front().lines.size() == 1;
  const int gap = context.scale.gap(4);
  if (one_line && block.width + gap + line.width <= width) {
    put_beside(block, std::move(line), width - block.width - line.width);
  } else {
    stack(block, std::move(line), context.scale.gap(kUnderLabelGap));
  }
}

// What staff say comes before who says so: where both don't fit, the source is left out rather than words.
Block said_block(const LayoutContext& context, const StripText& said, Color ink, const Area& place) {
  const TextPart part{said.role, said.text, ink};
  if (!said.source.empty()) {
    const int source_height = text_height(context.scale.small, 0, 1) + context.scale.gap(kUnderLabelGap);
    const int rest = std::max(context.scale.small, place.height - source_height);
    const FittedText above_source = fitted(context, said.text, {place.width, rest});
    if (!above_source.truncated) {
      Block text = text_block(context, part, above_source);
      if (!text.empty()) add_source(context, text, {Role::message_source, said.source, ink}, place.width);
      return text;
    }
  }
  return text_block(context, part,
                    fitted(context, said.text, {place.width, std::max(context.scale.small, place.height)}));
}

}  // namespace

bool strip_says_absent(const SignTexts& texts) {
  return texts.message.text.empty() && texts.main.absent_is_near;
}

Block strip_block(const LayoutContext& context, const SignTexts& texts, int width, int height) {
  const StripText said = strip_text(texts);
  if (said.text.empty() || texts.message.level == MessageLevel::takeover) return {};
  const auto [fill, ink] = colors_of(context, said.emphasis);
  const int pad_x = context.scale.gap(3);
  const int pad_y = context.scale.gap(1.4);
  Block text = said_block(context, said, ink, {width - 2 * pad_x, height - 2 * pad_y});
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

}  // namespace placard
