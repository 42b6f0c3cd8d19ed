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

Frame lay_out_by_day(const View& view, const Panel& panel, const Theme& theme, const TextMeasure& measure) {
  if (!view.texts.list.sessions.empty()) return lay_out_list(view, panel, theme, measure);
  if (is_poster(view.texts)) return lay_out_poster(view, panel, theme, measure);
  switch (view.layout) {
    case Layout::countdown:
      // Without a number to show (after the last talk, without data) a theater says the same as any room.
      if (view.texts.count.number.empty()) break;
      return lay_out_countdown(view, panel, theme, measure);
    case Layout::room:
    case Layout::automatic:
      break;
  }
  return lay_out_room(view, panel, theme, measure);
}

// As many lines for technicians as leave the sign itself its place.
Block technician_block(const LayoutContext& context, const SignTexts& texts, int width, int height) {
  Block block;
  for (const std::string& text : texts.setup) {
    Block line = small_line(context, {Role::technician, text, context.theme.quiet}, width);
    if (!block.empty() && block.height + line.height > height) break;
    stack(block, std::move(line), 0);
  }
  return block;
}

// The sign on a panel that ends above the technicians' lines.
Frame lay_out_with_technicians(const View& view, const Panel& panel, const Theme& theme, const TextMeasure& measure) {
  LayoutContext context{measure, theme, scale_for(panel.width, panel.height)};
  context.scale.small = std::max(kSmallestPx, context.scale.small * 3 / 4);
  const int width = panel.width - 2 * context.scale.margin_x;
  Block foot = technician_block(context, view.texts, width, panel.height / 5);
  Panel above = panel;
  above.height -= foot.height + context.scale.margin_y / 2;
  Frame frame = lay_out_by_day(view, above, theme, measure);
  frame.height = panel.height;
  const int top = panel.height - context.scale.margin_y - foot.height;
  place(frame, std::move(foot), scale_for(above.width, above.height).margin_x, top);  // on the sign's own left edge
  return frame;
}

}  // namespace

Frame lay_out(const View& view, const Panel& panel, const Theme& theme, const TextMeasure& measure) {
  if (view.night == Night::blank) return {panel.width, panel.height, kBlack, 0, {}};
  const Theme shown = view.night == Night::dim ? dim_theme() : theme;
  if (!view.texts.setup.empty()) return lay_out_with_technicians(view, panel, shown, measure);
  return lay_out_by_day(view, panel, shown, measure);
}

}  // namespace placard
