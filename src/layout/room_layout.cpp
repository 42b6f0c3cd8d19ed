// SPDX-License-Identifier: MIT
#include "layout/room_layout.hpp"

#include <algorithm>

#include "layout/parts/footer.hpp"
#include "layout/parts/main_session.hpp"
#include "layout/parts/strip.hpp"
#include "layout/viewing_distance.hpp"

namespace placard {
namespace {

Frame room_frame(const SignTexts& texts, const Panel& panel, const LayoutContext& context) {
  const bool tall = panel.tall();
  Frame frame{panel.width, panel.height, context.theme.background, 0, {}};
  const int width = panel.width - 2 * context.scale.margin_x;
  const int bottom = panel.height - context.scale.margin_y;

  const int gap = context.scale.gap(tall ? 6 : 3.4);
  const int top = place_head(frame, context, texts, context.scale.gap(tall ? 7 : 2.6), gap, 0.3);

  // A glass too small for everything shows less of what comes next rather than less of what is on.
  FooterRequest below{width, 0, 1, tall ? std::size_t{4} : std::size_t{2}, true};
  Block foot = footer_block(context, texts, below);
  MainRequest request{width, bottom - foot.height - gap - top, tall};
  Block stage = main_block(context, texts, request);
  if (!good(stage, request)) {
    below.title_lines = 1;
    below.labels = false;
    foot = footer_block(context, texts, below);
    request.height = bottom - foot.height - gap - top;
    stage = main_block(context, texts, request);
  }
  if (!good(stage, request)) {
    below.upcoming = false;
    foot = footer_block(context, texts, below);
    request.height = bottom - foot.height - (foot.empty() ? 0 : gap) - top;
    request.last_resort = true;
    stage = main_block(context, texts, request);
  }
  const int spare = std::max(0, request.height - stage.height);
  if (tall && !foot.empty()) {
    below.most = std::max<std::size_t>(1, texts.upcoming.size());
    below.height = foot.height + spare;
    foot = footer_block(context, texts, below);
  }
  place(frame, std::move(stage), context.scale.margin_x,
        top + (!tall                    ? spare / 2
               : texts.upcoming.empty() ? spare / 3
                                        : 0));
  const int foot_top = bottom - foot.height;
  place(frame, std::move(foot), context.scale.margin_x, foot_top);
  frame.declared_distance_m = declared_distance_m(frame, panel);
  return frame;
}

}  // namespace

Frame lay_out_room(const View& view, const Panel& panel, const Theme& theme, const TextMeasure& measure) {
  return laid_out_for_distance(panel, [&](const TypeScale& scale) {
    return room_frame(view.texts, panel, LayoutContext{measure, theme, scale});
  });
}

}  // namespace placard
