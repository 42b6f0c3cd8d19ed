// SPDX-License-Identifier: MIT
#include "layout/poster_layout.hpp"

#include <algorithm>

#include "layout/parts/strip.hpp"
#include "layout/viewing_distance.hpp"

namespace placard {
namespace {

constexpr double kPitch = 1.12;

bool is_takeover(const SignTexts& texts) {
  return !texts.message.empty() && texts.message_level == MessageLevel::takeover;
}

// A glass that looks like no other: on the colour of a warning, everything in its one readable ink.
Theme takeover_theme(const Theme& theme) {
  Theme strong = theme;
  strong.background = theme.warning;
  strong.text = readable_on(theme.warning, theme.chip_dark, theme.chip_light);
  strong.quiet = strong.text;
  strong.rule = strong.text;
  return strong;
}

FitRequest headline_request(const LayoutContext& context, const std::string& text, int width, int height) {
  FitRequest request{text, FontStyle::display, {}, width, height, 14, kPitch, 3, 0.04};
  for (double px = 20 * context.scale.unit; px > context.scale.body; px *= 0.94) {
    request.sizes.push_back(static_cast<int>(px));
  }
  request.sizes.push_back(context.scale.body);
  request.sizes.push_back(context.scale.small);
  return request;
}

Block note_block(const LayoutContext& context, Role role, const std::string& text, int width, int height) {
  const FitRequest request{text, FontStyle::plain, {context.scale.body, context.scale.small}, width, height, 12, 1.25};
  return text_block(context, role, text, fit_text(context.measure, request), context.theme.quiet);
}

Block poster_block(const LayoutContext& context, const SignTexts& texts, int width, int height) {
  const bool takeover = is_takeover(texts);
  const std::string& headline = takeover ? texts.message : texts.replacement;
  Block note;
  if (takeover) {
    note = note_block(context, Role::message_source, texts.message_source, width, height);
  } else if (!texts.note.empty()) {
    note = note_block(context, Role::note, texts.note, width, height / 2);
  }
  const int gap = context.scale.gap(3);
  const FitRequest request =
      headline_request(context, headline, width, height - (note.empty() ? 0 : note.height + gap));
  Block block = fitted_block(context, Role::message, headline, request, context.theme.text);
  stack(block, std::move(note), gap);
  return block;
}

Frame poster_frame(const SignTexts& texts, const Panel& panel, const LayoutContext& context) {
  Frame frame{panel.width, panel.height, context.theme.background, 0, {}};
  const int left = context.scale.margin_x;
  const int width = panel.width - 2 * left;
  const int top = place_head(frame, context, texts, context.scale.gap(3.4), context.scale.gap(3.4), 0.25);
  const int area = panel.height - context.scale.margin_y - top;
  Block poster = poster_block(context, texts, width, area);
  const int above = std::max(0, area - poster.height) * (panel.tall() ? 1 : 2) / (panel.tall() ? 3 : 5);
  place(frame, std::move(poster), left, top + above);
  frame.declared_distance_m = declared_distance_m(frame, panel);
  return frame;
}

}  // namespace

bool is_poster(const SignTexts& texts) {
  return is_takeover(texts) || !texts.replacement.empty();
}

Frame lay_out_poster(const View& view, const Panel& panel, const Theme& usual, const TextMeasure& measure) {
  const SignTexts& texts = view.texts;
  const Theme theme = is_takeover(texts) ? takeover_theme(usual) : usual;
  return laid_out_for_distance(panel, [&](const TypeScale& scale) {
    return poster_frame(texts, panel, LayoutContext{measure, theme, scale});
  });
}

}  // namespace placard
