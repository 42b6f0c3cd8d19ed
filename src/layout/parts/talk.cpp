// SPDX-License-Identifier: MIT
#include "layout/parts/talk.hpp"

#include <utility>

#include "layout/parts/eyebrow.hpp"
#include "layout/parts/spacing.hpp"
#include "layout/parts/strip.hpp"
#include "layout/parts/time_row.hpp"

namespace placard {
namespace {

constexpr double kAboveTitle = 1.6;
constexpr double kBelowTitle = 1.8;
constexpr double kAroundTitle = 3.4;        // both
constexpr double kLargestTitleUnits = 9.5;  // the number comes first

Block notices_block(const LayoutContext& context, const SignTexts& texts, int width) {
  Block block;
  const std::string absent = strip_says_absent(texts) ? "" : texts.main.absent;
  const std::string alternative =
      texts.main.alternatives.empty() ? "" : "Soon elsewhere: " + texts.main.alternatives.front();
  for (const auto& [role, text] :
       {std::pair{Role::alternative, alternative}, {Role::absent, absent}, {Role::elsewhere, texts.main.elsewhere}}) {
    if (text.empty()) continue;
    const FitRequest request{.text = text,
                             .style = FontStyle::plain,
                             .sizes = {context.scale.small},
                             .width = width,
                             .max_lines = 3,
                             .pitch = kTextPitch};
    stack(block, text_block(context, {role, text, context.theme.text}, fit_text(context.measure, request)),
          context.scale.gap(0.6));
  }
  return block;
}

std::vector<int> title_sizes(const TypeScale& scale) {
  std::vector<int> sizes;
  for (const int px : scale.title) {
    if (px <= kLargestTitleUnits * scale.unit) sizes.push_back(px);
  }
  if (sizes.empty()) sizes.push_back(scale.title.back());
  return sizes;
}

Block title_block(const LayoutContext& context, const std::string& title, const Area& place) {
  const FitRequest request{.text = title,
                           .style = FontStyle::display,
                           .sizes = title_sizes(context.scale),
                           .width = place.width,
                           .height = place.height,
                           .max_lines = 7,
                           .pitch = 1.12};
  return fitted_block(context, {Role::title, title, context.theme.text}, request);
}

}  // namespace

Block talk_block(const LayoutContext& context, const SignTexts& texts, const Area& place, TalkDetail detail) {
  const EyebrowDetail eyebrow = detail == TalkDetail::title ? EyebrowDetail::status : EyebrowDetail::track;
  Block block = eyebrow_block(context, texts, place.width, eyebrow);
  // What is left of the time is the number's to say.
  Block below = time_row_block(context, {texts.main.place, texts.main.time, "", texts.main.printed}, place.width);
  if (detail == TalkDetail::notices) {
    stack(below, notices_block(context, texts, place.width), context.scale.gap(1.2));
  }
  const int rest = place.height - block.height - below.height - context.scale.gap(kAroundTitle);
  stack(block, title_block(context, showable_title(context, texts.main.headline), {place.width, rest}),
        context.scale.gap(kAboveTitle));
  stack(block, std::move(below), context.scale.gap(kBelowTitle));
  return block;
}

std::size_t title_lines(const Block& block) {
  for (const Item& item : block.items) {
    if (item.role == Role::title) return item.lines.size();
  }
  return 0;
}

bool talk_is_whole(const LayoutContext& context, const SignTexts& texts, const Block& talk, const Area& place) {
  if (title_lines(talk) == 0 && !showable_title(context, texts.main.headline).empty()) return false;
  for (const Item& item : talk.items) {
    if (item.truncated) return false;
    if (item.role == Role::time && item.lines.size() > 1) return false;
  }
  return talk.height <= place.height && talk.width <= place.width;
}

}  // namespace placard
