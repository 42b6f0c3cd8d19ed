// SPDX-License-Identifier: MIT
#include "layout/parts/upcoming.hpp"

#include <algorithm>
#include <span>

#include "layout/parts/spacing.hpp"

namespace placard {
namespace {

constexpr double kTitlePitch = 1.22;
constexpr double kBetweenSessions = 2.6;

Block rule(const LayoutContext& context, int width) {
  return shape_block(Role::rule, {{{0, 0, width, std::max(1, context.scale.gap(0.25))}, context.theme.rule, 0}});
}

// A dot of the track's colour and its name.
Block dotted(const LayoutContext& context, const TrackLabel& track, int width) {
  const int side = std::max(6, context.measure.cap_height({FontStyle::strong, context.scale.small}));
  const int shift = side + std::max(8, context.scale.gap(1.8));
  Block line = small_line(context, {Role::next_track, track.name, context.theme.quiet}, width - shift);
  if (line.empty()) return line;
  move_block(line, shift, 0);
  Item& item = line.items.front();
  item.fills.push_back(
      {{0, item.lines.front().baseline - side, side, side}, mark_color(context, track.color), std::max(1, side / 4)});
  item.box = united(item.box, item.fills.back().rect);
  line.width += shift;
  return line;
}

Block time_line(const LayoutContext& context, const Upcoming& session) {
  return line_block(context, {Role::next_time, session.time, context.theme.text},
                    {FontStyle::strong, context.scale.body}, Digits::in_cells);
}

Block printed_line(const LayoutContext& context, const Upcoming& session) {
  return line_block(context, {Role::next_printed, session.printed, context.theme.quiet},
                    {FontStyle::plain, context.scale.small}, Digits::in_cells);
}

Block quiet_line(const LayoutContext& context, Role role, const std::string& text) {
  return line_block(context, {role, text, context.theme.quiet}, {FontStyle::strong, context.scale.small});
}

struct Columns {
  int time = 0;  // 0: the time stands above its title
  int gap = 0;
  int title = 0;  // width left for titles
  int title_px = 0;
  std::size_t title_lines = 2;
};

FittedText fitted_title(const LayoutContext& context, const Upcoming& session, const Columns& columns) {
  const FitRequest request{.text = showable_title(context, session.title),
                           .style = FontStyle::plain,
                           .sizes = {columns.title_px},
                           .width = columns.title,
                           .max_lines = columns.title_lines,
                           .pitch = kTitlePitch,
                           .easy_lines = 1,
                           .line_cost = 0.08};
  return fit_text(context.measure, request);
}

using Sessions = std::span<const Upcoming>;

// One size for all titles of a list: the larger if it holds every one of them.
int common_title_px(const LayoutContext& context, Sessions sessions, Columns columns) {
  columns.title_px = context.scale.body;
  const bool cut = std::any_of(sessions.begin(), sessions.end(), [&](const Upcoming& session) {
    return fitted_title(context, session, columns).truncated;
  });
  return cut ? context.scale.small : context.scale.body;
}

Columns columns_for(const LayoutContext& context, Sessions sessions, const UpcomingRequest& request) {
  Columns columns{.gap = context.scale.gap(3.6), .title_lines = request.title_lines};
  for (const Upcoming& session : sessions) {
    columns.time = std::max({columns.time, time_line(context, session).width, printed_line(context, session).width});
  }
  if (columns.time * 100 > request.width * 30) columns.time = 0;
  columns.title = columns.time == 0 ? request.width : request.width - columns.time - columns.gap;
  columns.title_px = common_title_px(context, sessions, columns);
  return columns;
}

Block place_line(const LayoutContext& context, const Upcoming& session, int width) {
  return small_line(context, {Role::next_place, session.place, context.theme.text}, width);
}

// The place follows the time where there is room, else the title.
Block entry_above(const LayoutContext& context, const Upcoming& session, const Columns& columns, Block title) {
  const int gap = context.scale.gap(kRowGap);
  Block block = time_line(context, session);
  put_beside(block, printed_line(context, session), gap);
  Block place = place_line(context, session, columns.title);
  const bool beside_time = block.width + gap + place.width <= columns.title;
  if (beside_time) put_beside(block, std::move(place), gap);
  stack(block, std::move(title), 0);
  if (!beside_time) stack(block, std::move(place), 0);
  return block;
}

// The place follows a title of one line where there is room, else stands under it.
void add_place(const LayoutContext& context, const Upcoming& session, const Columns& columns, Block& title) {
  const int gap = context.scale.gap(kRowGap);
  Block place = place_line(context, session, columns.title);
  const bool one_line = title.items.size() == 1 && title.items.front().lines.size() == 1;
  if (one_line && title.width + gap + place.width <= columns.title) {
    put_beside(title, std::move(place), gap);
  } else {
    stack(title, std::move(place), 0);
  }
}

Block entry(const LayoutContext& context, const Upcoming& session, const Columns& columns) {
  Block title = text_block(context, {Role::next_title, session.title, context.theme.text},
                           fitted_title(context, session, columns));
  if (columns.time == 0) return entry_above(context, session, columns, std::move(title));
  add_place(context, session, columns, title);
  Block block = time_line(context, session);
  Block printed = printed_line(context, session);
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
  const Upcoming& session = texts.next.sessions[index];
  Block row;
  if (index == 0) row = quiet_line(context, Role::next_label, texts.main.is_on ? "Next" : "Then");
  Block also;
  if (request.count == 1) also = quiet_line(context, Role::also, texts.next.also);
  const int gap = context.scale.gap(kRowGap);
  if (session.track) {
    const int rest = request.width - row.width - gap - (also.empty() ? 0 : gap + also.width);
    put_beside(row, dotted(context, *session.track, rest), gap);
  }
  put_beside(row, std::move(also), gap);
  return row;
}

Block labelled_sessions(const LayoutContext& context, const SignTexts& texts, const UpcomingRequest& request) {
  const Sessions sessions(texts.next.sessions.data(), request.count);
  Block block = rule(context, request.width);
  const Columns columns = columns_for(context, sessions, request);
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    const double above = i == 0 ? kParagraphGap : kBetweenSessions;
    stack(block, label_row(context, texts, i, request), context.scale.gap(above));
    stack(block, entry(context, sessions[i], columns), context.scale.gap(kUnderLabelGap));
  }
  return block;
}

}  // namespace

Block programme_block(const LayoutContext& context, const std::vector<Upcoming>& programme,
                      const UpcomingRequest& request) {
  const Sessions sessions(programme.data(), std::min(request.count, programme.size()));
  Block block = rule(context, request.width);
  const Columns columns = columns_for(context, sessions, request);
  for (const Upcoming& session : sessions) {
    stack(block, entry(context, session, columns), context.scale.gap(kParagraphGap));
  }
  return block;
}

Block upcoming_block(const LayoutContext& context, const SignTexts& texts, const UpcomingRequest& asked) {
  UpcomingRequest request = asked;
  request.count = std::min(request.count, texts.next.sessions.size());
  if (request.count > 0) {
    return request.labels == SessionLabels::shown ? labelled_sessions(context, texts, request)
                                                  : programme_block(context, texts.next.sessions, request);
  }
  if (texts.next.last.empty()) return {};
  Block block = rule(context, request.width);
  stack(block, quiet_line(context, Role::next_label, texts.next.last), context.scale.gap(kParagraphGap));
  return block;
}

}  // namespace placard
