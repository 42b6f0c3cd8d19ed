// SPDX-License-Identifier: MIT
#include "layout/parts/strip.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "layout/parts/spacing.hpp"

namespace placard {
namespace {

constexpr double kPitch = 1.2;
constexpr double kPadX = 3;
constexpr double kPadY = 1.4;
constexpr std::size_t kMostLines = 60;

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

// Where messages stand.
struct MessagePlace {
  Area area;
  MessageType type = MessageType::usual;
};

FittedText fitted(const LayoutContext& context, const std::string& text, const MessagePlace& place) {
  const FitRequest request{.text = text,
                           .style = FontStyle::strong,
                           .sizes = message_sizes(context.scale, place.type),
                           .width = place.area.width,
                           .height = std::max(context.scale.small, place.area.height),
                           .max_lines = kMostLines,
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

int source_height(const LayoutContext& context) {
  return text_height(context.scale.small, 0, 1) + context.scale.gap(kUnderLabelGap);
}

// A message with its source, whole; empty where both don't fit.
Block whole_block(const LayoutContext& context, const StripText& said, Color ink, MessagePlace place) {
  if (place.area.height < context.scale.small) return {};
  place.area.height -= source_height(context);
  const FittedText above_source = fitted(context, said.text, place);
  if (above_source.truncated) return {};
  Block text = text_block(context, {said.role, said.text, ink}, above_source);
  if (!text.empty()) add_source(context, text, {Role::message_source, said.source, ink}, place.area.width);
  return text;
}

// What staff say comes before who says so: where both don't fit, the source is left out rather than words.
Block said_block(const LayoutContext& context, const StripText& said, Color ink, const MessagePlace& place) {
  if (!said.source.empty()) {
    Block whole = whole_block(context, said, ink, place);
    if (!whole.empty()) return whole;
  }
  return text_block(context, {said.role, said.text, ink}, fitted(context, said.text, place));
}

Said said_by(const Block& block) {
  Said said;
  for (const Item& item : block.items) {
    if (item.role != Role::message) continue;
    if (!item.truncated) ++said.whole;
    for (const PlacedLine& line : item.lines) said.of_cut += item.truncated ? line.line.text.size() : 0;
  }
  return said;
}

// Older messages stand under the newest as long as there is room for each whole.
void add_older(const LayoutContext& context, Block& block, const SignTexts& texts, Color ink,
               const MessagePlace& place) {
  const int gap = context.scale.gap(kParagraphGap);
  for (const OlderMessage& older : texts.message.older) {
    MessagePlace rest = place;
    rest.area.height -= block.height + gap;
    Block more = whole_block(context, {Role::message, older.text, older.source, Emphasis::usual}, ink, rest);
    if (more.empty() || block.height + gap + more.height > place.area.height) return;
    stack(block, std::move(more), gap);
  }
}

Block on_fill(const LayoutContext& context, Block text, Color fill, int width) {
  const int pad_x = context.scale.gap(kPadX);
  const int pad_y = context.scale.gap(kPadY);
  put_on(text, fill);
  const int full = text.height + 2 * pad_y;
  Block block = shape_block(Role::strip, {{{0, 0, width, full}, fill, context.scale.gap(1.2)}});
  move_block(text, pad_x, pad_y);
  for (Item& item : text.items) block.items.push_back(std::move(item));
  block.width = width;
  block.height = full;
  return block;
}

}  // namespace

bool strip_says_absent(const SignTexts& texts) {
  return texts.message.text.empty() && texts.main.absent_is_near;
}

std::vector<int> message_sizes(const TypeScale& scale, MessageType type) {
  std::vector<int> sizes{scale.body, scale.small};
  if (type == MessageType::usual) return sizes;
  for (int px = scale.small * 9 / 10; px > kSmallestPx; px = px * 9 / 10) sizes.push_back(px);
  sizes.push_back(kSmallestPx);
  return sizes;
}

Strip strip_of(const LayoutContext& context, const SignTexts& texts, const Area& place, MessageType type) {
  const StripText said = strip_text(texts);
  if (said.text.empty() || texts.message.level == MessageLevel::takeover) return {};
  const auto [fill, ink] = colors_of(context, said.emphasis);
  const MessagePlace inside{{place.width - 2 * context.scale.gap(kPadX), place.height - 2 * context.scale.gap(kPadY)},
                            type};
  Block text = said_block(context, said, ink, inside);
  if (text.empty()) return {};
  if (said_by(text).whole > 0) add_older(context, text, texts, ink, inside);
  const Said all = said_by(text);
  return {on_fill(context, std::move(text), fill, place.width), all};
}

bool says_all(const SignTexts& texts, const Said& said) {
  if (texts.message.text.empty() || texts.message.level == MessageLevel::takeover) return true;
  return said.whole == 1 + texts.message.older.size();
}

}  // namespace placard
