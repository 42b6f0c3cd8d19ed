// SPDX-License-Identifier: MIT
#include "sign/upcoming.hpp"

#include <algorithm>

namespace placard {
namespace {

constexpr double kPitch = 1.22;

Block rule(const Desk& desk, int width) {
  return shape_block(Role::rule, {{{0, 0, width, std::max(1, desk.scale.gap(0.25))}, desk.theme.rule, 0}});
}

// A dot of the track's colour and its name.
Block dotted(const Desk& desk, Role role, const TrackLabel& track) {
  const Font font{FontStyle::strong, desk.scale.small};
  Block line = line_block(desk, role, track.name, font, desk.theme.quiet, Digits::running);
  if (line.empty()) return line;
  const int side = std::max(6, line.items.front().cap_px);
  const int shift = side + desk.scale.gap(1.2);
  move_block(line, shift, 0);
  Item& item = line.items.front();
  item.fills.push_back({{0, item.lines.front().baseline - side, side, side}, track.color, std::max(1, side / 4)});
  item.box = united(item.box, item.fills.back().rect);
  line.width += shift;
  return line;
}

Block time_line(const Desk& desk, const Upcoming& upcoming) {
  return line_block(desk, Role::next_time, upcoming.time, {FontStyle::strong, desk.scale.body}, desk.theme.text,
                    Digits::in_cells);
}

Block title_lines(const Desk& desk, const Upcoming& upcoming, int width) {
  const FitRequest request{upcoming.title, FontStyle::plain, {desk.scale.body}, width, 100'000, 2, kPitch};
  return text_block(desk, Role::next_title, upcoming.title, fit_text(desk.measure, request), desk.theme.text);
}

struct Columns {
  int time = 0;  // 0: the time stands above its title
  int gap = 0;
};

Columns columns_for(const Desk& desk, const Words& words, int width, std::size_t count) {
  Columns columns{0, desk.scale.gap(3.6)};
  for (std::size_t i = 0; i < count; ++i) columns.time = std::max(columns.time, time_line(desk, words.upcoming[i]).width);
  if (columns.time * 100 > width * 36) columns.time = 0;
  return columns;
}

Block entry(const Desk& desk, const Upcoming& upcoming, int width, const Columns& columns) {
  Block block = time_line(desk, upcoming);
  if (columns.time == 0) {
    stack(block, title_lines(desk, upcoming, width), 0);
    return block;
  }
  Block title = title_lines(desk, upcoming, width - columns.time - columns.gap);
  put_beside(block, std::move(title), columns.time + columns.gap - block.width);
  return block;
}

// "Next ■ LLMs +1 more"; the later ones of a list only have their track.
Block label_row(const Desk& desk, const Words& words, std::size_t index, bool alone) {
  const Font font{FontStyle::strong, desk.scale.small};
  const Upcoming& upcoming = words.upcoming[index];
  Block row;
  if (index == 0) {
    const std::string word = words.progress ? "Next" : "Then";
    row = line_block(desk, Role::next_label, word, font, desk.theme.quiet, Digits::running);
  }
  if (upcoming.track) put_beside(row, dotted(desk, Role::next_track, *upcoming.track), desk.scale.gap(2.2));
  if (alone) {
    put_beside(row, line_block(desk, Role::also, words.next_also, font, desk.theme.quiet, Digits::running),
               desk.scale.gap(2.2));
  }
  return row;
}

}  // namespace

Block upcoming_block(const Desk& desk, const Words& words, int width, std::size_t count) {
  count = std::min(count, words.upcoming.size());
  Block block;
  if (count == 0 && words.last.empty()) return block;
  stack(block, rule(desk, width), 0);
  if (count == 0) {
    const Font font{FontStyle::strong, desk.scale.small};
    stack(block, line_block(desk, Role::next_label, words.last, font, desk.theme.quiet, Digits::running),
          desk.scale.gap(2));
    return block;
  }
  const Columns columns = columns_for(desk, words, width, count);
  for (std::size_t i = 0; i < count; ++i) {
    stack(block, label_row(desk, words, i, count == 1), desk.scale.gap(i == 0 ? 2 : 2.6));
    stack(block, entry(desk, words.upcoming[i], width, columns), desk.scale.gap(0.4));
  }
  return block;
}

}  // namespace placard
