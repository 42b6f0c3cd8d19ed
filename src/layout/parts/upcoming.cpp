// SPDX-License-Identifier: MIT
#include "layout/parts/upcoming.hpp"

#include <algorithm>

namespace placard {
namespace {

constexpr double kPitch = 1.22;

Block rule(const LayoutContext& context, int width) {
  return shape_block(Role::rule, {{{0, 0, width, std::max(1, context.scale.gap(0.25))}, context.theme.rule, 0}});
}

// A dot of the track's colour and its name.
Block dotted(const LayoutContext& context, Role role, const TrackLabel& track, int width) {
  const int side = std::max(6, context.measure.cap_height({FontStyle::strong, context.scale.small}));
  const int shift = side + std::max(8, context.scale.gap(1.8));
  Block line = small_line(context, role, track.name, context.theme.quiet, width - shift);
  if (line.empty()) return line;
  move_block(line, shift, 0);
  Item& item = line.items.front();
  item.fills.push_back(
      {{0, item.lines.front().baseline - side, side, side}, mark_color(context, track.color), std::max(1, side / 4)});
  item.box = united(item.box, item.fills.back().rect);
  line.width += shift;
  return line;
}

Block time_line(const LayoutContext& context, const Upcoming& upcoming) {
  return line_block(context, Role::next_time, upcoming.time, {FontStyle::strong, context.scale.body},
                    context.theme.text, Digits::in_cells);
}

Block printed_line(const LayoutContext& context, const Upcoming& upcoming) {
  return line_block(context, Role::next_printed, upcoming.printed, {FontStyle::plain, context.scale.small},
                    context.theme.quiet, Digits::in_cells);
}

FitRequest title_request(const LayoutContext& context, const Upcoming& upcoming, int px, int width,
                         std::size_t max_lines) {
  return {showable_title(context, upcoming.title), FontStyle::plain, {px}, width, 100'000, max_lines, kPitch, 1, 0.08};
}

struct Columns {
  int time = 0;  // 0: the time stands above its title
  int gap = 0;
  int title = 0;  // width left for titles
  int title_px = 0;
  std::size_t title_lines = 2;
};

// One size for all titles of a list: the larger if it holds every one of them.
int common_title_px(const LayoutContext& context, const SignTexts& texts, const UpcomingRequest& request, int width) {
  for (std::size_t i = 0; i < request.count; ++i) {
    const auto asked = title_request(context, texts.upcoming[i], context.scale.body, width, request.title_lines);
    if (fit_text(context.measure, asked).truncated) return context.scale.small;
  }
  return context.scale.body;
}

Columns columns_for(const LayoutContext& context, const SignTexts& texts, const UpcomingRequest& request) {
  Columns columns{0, context.scale.gap(3.6), 0, 0, request.title_lines};
  for (std::size_t i = 0; i < request.count; ++i)
    columns.time = std::max(
        {columns.time, time_line(context, texts.upcoming[i]).width, printed_line(context, texts.upcoming[i]).width});
  if (columns.time * 100 > request.width * 30) columns.time = 0;
  columns.title = columns.time == 0 ? request.width : request.width - columns.time - columns.gap;
  columns.title_px = common_title_px(context, texts, request, columns.title);
  return columns;
}

Block entry(const LayoutContext& context, const Upcoming& upcoming, const Columns& columns) {
  Block block = time_line(context, upcoming);
  const auto request = title_request(context, upcoming, columns.title_px, columns.title, columns.title_lines);
  Block title =
      text_block(context, Role::next_title, upcoming.title, fit_text(context.measure, request), context.theme.text);
  Block printed = printed_line(context, upcoming);
  if (columns.time == 0) {
    put_beside(block, std::move(printed), context.scale.gap(2.2));
    stack(block, std::move(title), 0);
    return block;
  }
  // The printed time stands under the true one, beside the title's second line.
  const int under = block.height;
  put_beside(block, std::move(title), columns.time + columns.gap - block.width);
  const int shift = block.items.front().box.y;
  move_block(printed, 0, under + shift);
  block.height = std::max(block.height, printed.empty() ? 0 : under + shift + printed.height);
  for (Item& item : printed.items) block.items.push_back(std::move(item));
  return block;
}

// "Next ■ LLMs +1 more"; the later ones of a list only have their track.
Block label_row(const LayoutContext& context, const SignTexts& texts, std::size_t index,
                const UpcomingRequest& request) {
  const Font font{FontStyle::strong, context.scale.small};
  const Upcoming& upcoming = texts.upcoming[index];
  Block row;
  if (index == 0) {
    const std::string word = texts.progress ? "Next" : "Then";
    row = line_block(context, Role::next_label, word, font, context.theme.quiet, Digits::running);
  }
  Block also;
  if (request.count == 1)
    also = line_block(context, Role::also, texts.next_also, font, context.theme.quiet, Digits::running);
  const int gap = context.scale.gap(2.2);
  if (upcoming.track) {
    const int rest = request.width - row.width - gap - (also.empty() ? 0 : gap + also.width);
    put_beside(row, dotted(context, Role::next_track, *upcoming.track, rest), gap);
  }
  put_beside(row, std::move(also), gap);
  return row;
}

}  // namespace

Block upcoming_block(const LayoutContext& context, const SignTexts& texts, const UpcomingRequest& asked) {
  UpcomingRequest request = asked;
  request.count = std::min(request.count, texts.upcoming.size());
  Block block;
  if (request.count == 0 && texts.last.empty()) return block;
  stack(block, rule(context, request.width), 0);
  if (request.count == 0) {
    const Font font{FontStyle::strong, context.scale.small};
    stack(block, line_block(context, Role::next_label, texts.last, font, context.theme.quiet, Digits::running),
          context.scale.gap(2));
    return block;
  }
  const Columns columns = columns_for(context, texts, request);
  for (std::size_t i = 0; i < request.count; ++i) {
    if (request.labels) stack(block, label_row(context, texts, i, request), context.scale.gap(i == 0 ? 2 : 2.6));
    stack(block, entry(context, texts.upcoming[i], columns), context.scale.gap(request.labels ? 0.4 : 2));
  }
  return block;
}

}  // namespace placard
