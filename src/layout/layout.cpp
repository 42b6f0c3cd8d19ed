// SPDX-License-Identifier: MIT
#include "layout/layout.hpp"

#include <algorithm>

#include "layout/countdown_layout.hpp"
#include "layout/list_layout.hpp"
#include "layout/parts/block.hpp"
#include "layout/poster_layout.hpp"
#include "layout/room_layout.hpp"

namespace placard {

namespace {

Frame lay_out_by_day(const View& view, const Glass& glass, const Theme& theme, const TextMeasure& measure) {
  if (!view.words.programme.empty()) return lay_out_list(view, glass, theme, measure);
  if (is_poster(view.words)) return lay_out_poster(view, glass, theme, measure);
  // Without a number to show (after the last talk, without data) a theater says the same as any room.
  if (view.layout == Layout::countdown && !view.words.count.empty()) {
    return lay_out_countdown(view, glass, theme, measure);
  }
  return lay_out_room(view, glass, theme, measure);
}

// As many lines for technicians as leave the sign itself its place.
Block technician_block(const Desk& desk, const Words& words, int width, int height) {
  Block block;
  for (const std::string& text : words.technician) {
    Block line = small_line(desk, Role::technician, text, desk.theme.quiet, width);
    if (!block.empty() && block.height + line.height > height) break;
    stack(block, std::move(line), 0);
  }
  return block;
}

// The sign on a glass that ends above the technicians' lines.
Frame lay_out_with_technicians(const View& view, const Glass& glass, const Theme& theme, const TextMeasure& measure) {
  Desk desk{measure, theme, scale_for(glass.width, glass.height)};
  desk.scale.small = std::max(kSmallestPx, desk.scale.small * 3 / 4);
  const int width = glass.width - 2 * desk.scale.margin_x;
  Block foot = technician_block(desk, view.words, width, glass.height / 5);
  Glass above = glass;
  above.height -= foot.height + desk.scale.margin_y / 2;
  Frame frame = lay_out_by_day(view, above, theme, measure);
  frame.height = glass.height;
  const int top = glass.height - desk.scale.margin_y - foot.height;
  place(frame, std::move(foot), scale_for(above.width, above.height).margin_x, top);  // on the sign's own left edge
  return frame;
}

}  // namespace

Frame lay_out(const View& view, const Glass& glass, const Theme& theme, const TextMeasure& measure) {
  if (view.night == Night::blank) return {glass.width, glass.height, kBlack, 0, {}};
  const Theme shown = view.night == Night::dim ? dim_theme() : theme;
  if (!view.words.technician.empty()) return lay_out_with_technicians(view, glass, shown, measure);
  return lay_out_by_day(view, glass, shown, measure);
}

}  // namespace placard
