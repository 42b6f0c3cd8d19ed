// SPDX-License-Identifier: MIT
#include "layout/list_layout.hpp"

#include <fmt/format.h>

#include <utility>

#include "layout/message_room.hpp"
#include "layout/parts/footer.hpp"
#include "layout/parts/head.hpp"
#include "layout/parts/spacing.hpp"
#include "layout/parts/upcoming.hpp"

namespace placard {
namespace {

using Programme = std::vector<Upcoming>;

Block day_line(const LayoutContext& context, const SignTexts& texts, int width) {
  const FitRequest request{.text = texts.list.day,
                           .style = FontStyle::strong,
                           .sizes = {context.scale.body, context.scale.small},
                           .width = width,
                           .max_lines = 2,
                           .pitch = 1.2};
  return text_block(context, {Role::status, texts.list.day, context.theme.text}, fit_text(context.measure, request));
}

struct ListRequest {
  int width = 0;
  int height = 0;
  std::size_t title_lines = 1;
};

// The first `count` sessions, and how many more there are.
Block list_of(const LayoutContext& context, const Programme& programme, const ListRequest& request, std::size_t count) {
  Block block =
      programme_block(context, programme, {.width = request.width, .count = count, .title_lines = request.title_lines});
  const std::size_t more = programme.size() - count;
  if (more == 0) return block;
  stack(block, small_line(context, {Role::also, fmt::format("+{} more", more), context.theme.quiet}, request.width),
        context.scale.gap(kParagraphGap));
  return block;
}

// As many sessions as find room; at least one.
Block longest_list(const LayoutContext& context, const Programme& programme, const ListRequest& request) {
  Block best = list_of(context, programme, request, 1);
  for (std::size_t count = 2; count <= programme.size(); ++count) {
    Block longer = list_of(context, programme, request, count);
    // The last ones may fit where "+2 more" did not.
    if (longer.height > request.height && count + 2 < programme.size()) break;
    if (longer.height <= request.height) best = std::move(longer);
  }
  return best;
}

std::size_t entries_of(const Block& block) {
  std::size_t count = 0;
  for (const Item& item : block.items) count += item.role == Role::next_time ? 1 : 0;
  return count;
}

// With whole titles where all sessions, or even the first, find room so.
Block best_list(const LayoutContext& context, const Programme& programme, const ListRequest& request) {
  Block whole_titles = longest_list(context, programme, request);
  const bool whole = entries_of(whole_titles) == programme.size() || whole_titles.height <= request.height;
  return whole ? whole_titles : longest_list(context, programme, {request.width, request.height, 1});
}

Attempt list_attempt(const SignTexts& texts, const Panel& panel, const LayoutContext& context,
                     const StripLimits& limits) {
  Frame frame{panel.width, panel.height, context.theme.background, 0, {}};
  const int left = context.scale.margin_x;
  const int width = panel.width - 2 * left;
  const int gap = context.scale.gap(kSectionGap);
  const Head head = place_head(
      frame, context, texts,
      {.below_header = context.scale.gap(panel.is_portrait() ? 7 : 2.6), .below_strip = gap, .strip = limits});
  const int top = head.below;
  Block foot = freshness_block(context, texts, width);
  const int foot_top = panel.height - context.scale.margin_y - foot.height;
  Block list = day_line(context, texts, width);
  const int below_day = context.scale.gap(kParagraphGap);
  const int rest = foot_top - gap - top - list.height - below_day;
  Block sessions =
      best_list(context, texts.list.sessions, {width, rest, panel.is_portrait() ? std::size_t{4} : std::size_t{2}});
  const bool keeps_first = sessions.height <= rest;
  stack(list, std::move(sessions), below_day);
  place(frame, std::move(list), left, top);
  place(frame, std::move(foot), left, foot_top);
  frame.declared_distance_m = declared_distance_m(frame, panel);
  return {std::move(frame), head.said, keeps_first};
}

}  // namespace

Frame lay_out_list(const View& view, const Panel& panel, const Theme& theme, const TextMeasure& measure) {
  const LayoutContext context{measure, theme, scale_for(panel.width, panel.height)};
  return laid_out_for_messages(context, view.texts, {}, [&](const StripLimits& limits) {
    return list_attempt(view.texts, panel, context_for(context, limits.type), limits);
  });
}

}  // namespace placard
