// SPDX-License-Identifier: MIT
#include "layout/poster_layout.hpp"

#include <algorithm>

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

std::vector<int> headline_sizes(const TypeScale& scale) {
  std::vector<int> sizes;
  for (double px = 20 * scale.unit; px > scale.body; px *= 0.94) sizes.push_back(static_cast<int>(px));
  sizes.push_back(scale.body);
  sizes.push_back(scale.small);
  return sizes;
}

Block headline_block(const LayoutContext& context, const std::string& text, const Area& area) {
  const FitRequest request{.text = text,
                           .style = FontStyle::display,
                           .sizes = headline_sizes(context.scale),
                           .width = area.width,
                           .height = area.height,
                           .max_lines = 14,
                           .pitch = 1.12,
                           .easy_lines = 3,
                           .line_cost = 0.04};
  return fitted_block(context, {Role::message, text, context.theme.text}, request);
}

Block note_block(const LayoutContext& context, Role role, const std::string& text, const Area& area) {
  const FitRequest request{.text = text,
                           .style = FontStyle::plain,
                           .sizes = {context.scale.body, context.scale.small},
                           .width = area.width,
                           .height = area.height,
                           .max_lines = 12,
                           .pitch = kTextPitch};
  return text_block(context, {role, text, context.theme.quiet}, fit_text(context.measure, request));
}

Block poster_block(const LayoutContext& context, const SignTexts& texts, const Area& area) {
  const bool takeover = is_takeover(texts);
  Block note;
  if (takeover) {
    note = note_block(context, Role::message_source, texts.message.source, area);
  } else if (!texts.main.note.empty()) {
    note = note_block(context, Role::note, texts.main.note, {area.width, area.height / 2});
  }
  const int gap = context.scale.gap(3);
  const int rest = area.height - (note.empty() ? 0 : note.height + gap);
  Block block = headline_block(context, takeover ? texts.message.text : texts.message.replacement, {area.width, rest});
  stack(block, std::move(note), gap);
  return block;
}

Frame poster_frame(const SignTexts& texts, const Panel& panel, const LayoutContext& context) {
  Frame frame{panel.width, panel.height, context.theme.background, 0, {}};
  const int left = context.scale.margin_x;
  const int gap = context.scale.gap(kSectionGap);
  const int top = place_head(frame, context, texts, {.below_header = gap, .below_strip = gap});
  const Area area{panel.width - 2 * left, panel.height - context.scale.margin_y - top};
  Block poster = poster_block(context, texts, area);
  const int spare = std::max(0, area.height - poster.height);
  const int above = panel.is_portrait() ? spare / 3 : spare * 2 / 5;
  place(frame, std::move(poster), left, top + above);
  frame.declared_distance_m = declared_distance_m(frame, panel);
  return frame;
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
