// SPDX-License-Identifier: MIT
#include "layout/room_layout.hpp"

#include <algorithm>
#include <utility>

#include "layout/message_room.hpp"
#include "layout/parts/footer.hpp"
#include "layout/parts/head.hpp"
#include "layout/parts/main_session.hpp"
#include "layout/parts/spacing.hpp"
#include "layout/viewing_distance.hpp"

namespace placard {
namespace {

// The place below the head.
struct RoomArea {
  int width = 0;
  int height = 0;
  int gap = 0;  // px between the main session and the foot
  Orientation orientation = Orientation::landscape;
};

struct Filled {
  Block main;
  int main_height = 0;  // px it might have taken
  Block foot;
};

Filled with_foot(const LayoutContext& context, const SignTexts& texts, const RoomArea& area, Block foot) {
  const MainRequest request{area.width, area.height - foot.height - area.gap, area.orientation};
  return {main_block(context, texts, request), request.height, std::move(foot)};
}

bool is_whole(const Filled& filled, const RoomArea& area) {
  return fits_whole(filled.main, {area.width, filled.main_height, area.orientation});
}

// The foot left out but for the schedule's age, and the main session without all that is said beside it.
Filled least(const LayoutContext& context, const SignTexts& texts, const RoomArea& area) {
  Block foot = freshness_block(context, texts, area.width);
  const int taken = foot.empty() ? 0 : foot.height + area.gap;
  const MainRequest request{area.width, area.height - taken, area.orientation, Concession::all_beside};
  return {main_block(context, texts, request), request.height, std::move(foot)};
}

// The foot of a portrait panel lists as many sessions as the main session leaves room for.
void grow_foot(const LayoutContext& context, const SignTexts& texts, const FooterRequest& asked, Filled& filled) {
  FooterRequest request = asked;
  request.max_count = std::max<std::size_t>(1, texts.next.sessions.size());
  request.height = filled.foot.height + std::max(0, filled.main_height - filled.main.height);
  filled.foot = footer_block(context, texts, request);
}

// A panel too small for everything shows less of what comes next rather than less of what is on.
Filled fill(const LayoutContext& context, const SignTexts& texts, const RoomArea& area) {
  const bool portrait = area.orientation == Orientation::portrait;
  const FooterRequest whole_titles{.width = area.width, .title_lines = portrait ? std::size_t{4} : std::size_t{2}};
  const FooterRequest short_titles{.width = area.width, .title_lines = 1, .labels = SessionLabels::hidden};
  for (const FooterRequest& request : {whole_titles, short_titles}) {
    Filled filled = with_foot(context, texts, area, footer_block(context, texts, request));
    if (!is_whole(filled, area)) continue;
    if (portrait && !filled.foot.empty()) grow_foot(context, texts, request, filled);
    return filled;
  }
  return least(context, texts, area);
}

// What room is left stands around a wide panel's main session, and below that of a portrait one.
int space_above(const SignTexts& texts, const RoomArea& area, const Filled& filled) {
  const int spare = std::max(0, filled.main_height - filled.main.height);
  if (area.orientation == Orientation::landscape) return spare / 2;
  return texts.next.sessions.empty() ? spare / 3 : 0;
}

Attempt room_attempt(const SignTexts& texts, const Panel& panel, const LayoutContext& context,
                     const StripLimits& limits) {
  const TypeScale& scale = context.scale;
  const bool portrait = panel.is_portrait();
  Frame frame{panel.width, panel.height, context.theme.background, 0, {}};
  const int gap = scale.gap(portrait ? 6 : kSectionGap);
  const Head head = place_head(frame, context, texts,
                               {.below_header = scale.gap(portrait ? 7 : 2.6), .below_strip = gap, .strip = limits});
  const int top = head.below;
  const int bottom = panel.height - scale.margin_y;
  const RoomArea area{panel.width - 2 * scale.margin_x, bottom - top, gap, panel.orientation()};
  Filled filled = fill(context, texts, area);
  const bool whole = is_whole(filled, area);
  const int main_top = top + space_above(texts, area, filled);
  place(frame, std::move(filled.main), scale.margin_x, main_top);
  const int foot_top = bottom - filled.foot.height;
  place(frame, std::move(filled.foot), scale.margin_x, foot_top);
  frame.declared_distance_m = declared_distance_m(frame, panel);
  return {std::move(frame), head.said, whole};
}

Frame room_frame(const SignTexts& texts, const Panel& panel, const LayoutContext& context) {
  return laid_out_for_messages(context, texts, {.share = 0.3}, [&](const StripLimits& limits) {
    return room_attempt(texts, panel, context_for(context, limits.type), limits);
  });
}

}  // namespace

Frame lay_out_room(const View& view, const Panel& panel, const Theme& theme, const TextMeasure& measure) {
  return laid_out_for_distance(panel, [&](const TypeScale& scale) {
    return room_frame(view.texts, panel, LayoutContext{measure, theme, scale});
  });
}

}  // namespace placard
