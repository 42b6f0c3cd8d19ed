// SPDX-License-Identifier: MIT
#include "layout/poster_layout.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "layout/message_room.hpp"
#include "layout/parts/head.hpp"
#include "layout/parts/spacing.hpp"
#include "layout/viewing_distance.hpp"

namespace placard {
namespace {

bool is_takeover(const SignTexts& texts) {
  return !texts.message.text.empty() && texts.message.level == MessageLevel::takeover;
}

// A sign that looks like no other: on the colour of a warning, everything in its one readable ink.
Theme takeover_theme(const Theme& theme) {
  Theme strong = theme;
  strong.background = theme.warning;
  strong.text = readable_on(theme.warning, theme.chip_dark, theme.chip_light);
  strong.quiet = strong.text;
  strong.rule = strong.text;
  return strong;
}

// How far a poster goes for its words to stand whole.
struct Effort {
  MessageType type = MessageType::usual;
  std::size_t headline_lines = 14;
  std::size_t note_lines = 12;
  bool with_source = true;  // who says it, under a takeover
};

constexpr Effort kEfforts[] = {{}, {MessageType::small, 60, 60, true}, {MessageType::small, 60, 60, false}};

std::vector<int> headline_sizes(const TypeScale& scale, const Effort& effort) {
  std::vector<int> sizes;
  for (double px = 20 * scale.unit; px > scale.body; px *= 0.94) sizes.push_back(static_cast<int>(px));
  const std::vector<int> smaller = message_sizes(scale, effort.type);
  sizes.insert(sizes.end(), smaller.begin(), smaller.end());
  return sizes;
}

Block headline_block(const LayoutContext& context, const std::string& text, const Area& area, const Effort& effort) {
  const FitRequest request{.text = text,
                           .style = FontStyle::display,
                           .sizes = headline_sizes(context.scale, effort),
                           .width = area.width,
                           .height = area.height,
                           .max_lines = effort.headline_lines,
                           .pitch = 1.12,
                           .easy_lines = 3,
                           .line_cost = 0.04};
  return fitted_block(context, {Role::message, text, context.theme.text}, request);
}

Block note_block(const LayoutContext& context, const TextPart& part, const Area& area, const Effort& effort) {
  const FitRequest request{.text = part.text,
                           .style = FontStyle::plain,
                           .sizes = message_sizes(context.scale, effort.type),
                           .width = area.width,
                           .height = area.height,
                           .max_lines = effort.note_lines,
                           .pitch = kTextPitch};
  return text_block(context, part, fit_text(context.measure, request));
}

// Under a takeover its source, under a replacement's title its text.
Block below_headline(const LayoutContext& context, const SignTexts& texts, const Area& area, const Effort& effort) {
  if (is_takeover(texts)) {
    if (!effort.with_source) return {};
    return note_block(context, {Role::message_source, texts.message.source, context.theme.quiet}, area, effort);
  }
  if (texts.main.note.empty()) return {};
  const int share = effort.type == MessageType::usual ? 50 : 75;  // percent
  return note_block(context, {Role::note, texts.main.note, context.theme.quiet},
                    {area.width, area.height * share / 100}, effort);
}

bool is_cut(const Block& block) {
  return std::any_of(block.items.begin(), block.items.end(), [](const Item& item) { return item.truncated; });
}

Block poster_block(const LayoutContext& context, const SignTexts& texts, const Area& area) {
  Block block;
  for (const Effort& effort : kEfforts) {
    Block note = below_headline(context, texts, area, effort);
    const int gap = context.scale.gap(3);
    const int rest = area.height - (note.empty() ? 0 : note.height + gap);
    const std::string& text = is_takeover(texts) ? texts.message.text : texts.message.replacement;
    block = headline_block(context, text, {area.width, rest}, effort);
    stack(block, std::move(note), gap);
    if (!is_cut(block)) break;
  }
  return block;
}

Attempt poster_attempt(const SignTexts& texts, const Panel& panel, const LayoutContext& context,
                       const StripLimits& limits) {
  Frame frame{panel.width, panel.height, context.theme.background, 0, {}};
  const int left = context.scale.margin_x;
  const int gap = context.scale.gap(kSectionGap);
  const Head head = place_head(frame, context, texts, {.below_header = gap, .below_strip = gap, .strip = limits});
  const int top = head.below;
  const Area area{panel.width - 2 * left, panel.height - context.scale.margin_y - top};
  Block poster = poster_block(context, texts, area);
  const bool whole = !is_cut(poster) && poster.height <= area.height;
  const int spare = std::max(0, area.height - poster.height);
  const int above = panel.is_portrait() ? spare / 3 : spare * 2 / 5;
  place(frame, std::move(poster), left, top + above);
  frame.declared_distance_m = declared_distance_m(frame, panel);
  return {std::move(frame), head.said, whole};
}

Frame poster_frame(const SignTexts& texts, const Panel& panel, const LayoutContext& context) {
  return laid_out_for_messages(context, texts, {}, [&](const StripLimits& limits) {
    return poster_attempt(texts, panel, context_for(context, limits.type), limits);
  });
}

}  // namespace

bool is_poster(const SignTexts& texts) {
  return is_takeover(texts) || !texts.message.replacement.empty();
}

Frame lay_out_poster(const View& view, const Panel& panel, const Theme& usual, const TextMeasure& measure) {
  const SignTexts& texts = view.texts;
  const Theme theme = is_takeover(texts) ? takeover_theme(usual) : usual;
  return laid_out_for_distance(panel, [&](const TypeScale& scale) {
    return poster_frame(texts, panel, LayoutContext{measure, theme, scale});
  });
}

}  // namespace placard
