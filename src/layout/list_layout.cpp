// SPDX-License-Identifier: MIT
#include "layout/list_layout.hpp"

#include <fmt/format.h>

#include "layout/parts/footer.hpp"
#include "layout/parts/strip.hpp"
#include "layout/parts/upcoming.hpp"

namespace placard {
namespace {

Block day_line(const LayoutContext& context, const SignTexts& texts, int width) {
  const FitRequest request{
      texts.programme_day, FontStyle::strong, {context.scale.body, context.scale.small}, width, 100'000, 2, 1.2};
  return text_block(context, Role::status, texts.programme_day, fit_text(context.measure, request), context.theme.text);
}

struct ListRequest {
  int width = 0;
  int height = 0;
  std::size_t title_lines = 1;
};

// The first `count` sessions, and how many more there are.
Block list_of(const LayoutContext& context, const SignTexts& listed, const ListRequest& request, std::size_t count) {
  Block block = upcoming_block(context, listed, {request.width, count, request.title_lines, false});
  const std::size_t more = listed.upcoming.size() - count;
  if (more == 0) return block;
  stack(block, small_line(context, Role::also, fmt::format("+{} more", more), context.theme.quiet, request.width),
        context.scale.gap(2));
  return block;
}

// As many sessions as find room; at least one.
Block longest_list(const LayoutContext& context, const SignTexts& listed, const ListRequest& request) {
  Block best = list_of(context, listed, request, 1);
  for (std::size_t count = 2; count <= listed.upcoming.size(); ++count) {
    Block longer = list_of(context, listed, request, count);
    // The last ones may fit where "+2 more" did not.
    if (longer.height > request.height && count + 2 < listed.upcoming.size()) break;
    if (longer.height <= request.height) best = std::move(longer);
  }
  return best;
}

std::size_t entries_of(const Block& block) {
  std::size_t count = 0;
  for (const Item& item : block.items) count += item.role == Role::next_time ? 1 : 0;
  return count;
}

}  // namespace

Frame lay_out_list(const View& view, const Panel& panel, const Theme& theme, const TextMeasure& measure) {
  const LayoutContext context{measure, theme, scale_for(panel.width, panel.height)};
  SignTexts listed = view.texts;
  listed.upcoming = view.texts.programme;
  Frame frame{panel.width, panel.height, theme.background, 0, {}};
  const int left = context.scale.margin_x;
  const int width = panel.width - 2 * left;
  const int gap = context.scale.gap(3.4);
  const int top = place_head(frame, context, listed, context.scale.gap(panel.tall() ? 7 : 2.6), gap, 0.25);
  FooterRequest only_freshness;
  only_freshness.width = width;
  only_freshness.upcoming = false;
  Block foot = footer_block(context, listed, only_freshness);
  const int foot_top = panel.height - context.scale.margin_y - foot.height;
  Block list = day_line(context, listed, width);
  const int rest = foot_top - gap - top - list.height - context.scale.gap(2);
  Block whole_titles = longest_list(context, listed, {width, rest, panel.tall() ? std::size_t{4} : std::size_t{2}});
  Block short_titles = longest_list(context, listed, {width, rest, 1});
  const bool whole = entries_of(whole_titles) == listed.upcoming.size() || whole_titles.height <= rest;
  stack(list, whole ? std::move(whole_titles) : std::move(short_titles), context.scale.gap(2));
  place(frame, std::move(list), left, top);
  place(frame, std::move(foot), left, foot_top);
  frame.declared_distance_m = declared_distance_m(frame, panel);
  return frame;
}

}  // namespace placard
