// SPDX-License-Identifier: MIT
#include "layout/poster_layout.hpp"

#include <algorithm>

#include "layout/parts/banner.hpp"
#include "layout/viewing_distance.hpp"

namespace placard {
namespace {

constexpr double kPitch = 1.12;

bool is_takeover(const Words& words) {
  return !words.message.empty() && words.message_level == MessageLevel::takeover;
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

FitRequest headline_request(const Desk& desk, const std::string& text, int width, int height) {
  FitRequest request{text, FontStyle::display, {}, width, height, 14, kPitch, 3, 0.04};
  for (double px = 20 * desk.scale.unit; px > desk.scale.body; px *= 0.94) {
    request.sizes.push_back(static_cast<int>(px));
  }
  request.sizes.push_back(desk.scale.body);
  request.sizes.push_back(desk.scale.small);
  return request;
}

Block note_block(const Desk& desk, Role role, const std::string& text, int width, int height) {
  const FitRequest request{text, FontStyle::plain, {desk.scale.body, desk.scale.small}, width, height, 12, 1.25};
  return text_block(desk, role, text, fit_text(desk.measure, request), desk.theme.quiet);
}

Block poster_block(const Desk& desk, const Words& words, int width, int height) {
  const bool takeover = is_takeover(words);
  const std::string& headline = takeover ? words.message : words.replacement;
  Block note;
  if (takeover) {
    note = note_block(desk, Role::message_source, words.message_source, width, height);
  } else if (!words.note.empty()) {
    note = note_block(desk, Role::note, words.note, width, height / 2);
  }
  const int gap = desk.scale.gap(3);
  const FitRequest request = headline_request(desk, headline, width, height - (note.empty() ? 0 : note.height + gap));
  Block block = fitted_block(desk, Role::message, headline, request, desk.theme.text);
  stack(block, std::move(note), gap);
  return block;
}

Frame poster_frame(const Words& words, const Glass& glass, const Desk& desk) {
  Frame frame{glass.width, glass.height, desk.theme.background, 0, {}};
  const int left = desk.scale.margin_x;
  const int width = glass.width - 2 * left;
  const int top = place_head(frame, desk, words, desk.scale.gap(3.4), desk.scale.gap(3.4), 0.25);
  const int area = glass.height - desk.scale.margin_y - top;
  Block poster = poster_block(desk, words, width, area);
  const int above = std::max(0, area - poster.height) * (glass.tall() ? 1 : 2) / (glass.tall() ? 3 : 5);
  place(frame, std::move(poster), left, top + above);
  frame.declared_distance_m = declared_distance_m(frame, glass);
  return frame;
}

}  // namespace

bool is_poster(const Words& words) {
  return is_takeover(words) || !words.replacement.empty();
}

Frame lay_out_poster(const View& view, const Glass& glass, const Theme& usual, const TextMeasure& measure) {
  const Words& words = view.words;
  const Theme theme = is_takeover(words) ? takeover_theme(usual) : usual;
  return laid_out_for_distance(glass, [&](const Scale& scale) {
    return poster_frame(words, glass, Desk{measure, theme, scale});
  });
}

}  // namespace placard
