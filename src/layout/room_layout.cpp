// SPDX-License-Identifier: MIT
#include "layout/room_layout.hpp"

#include <algorithm>

#include "layout/parts/banner.hpp"
#include "layout/parts/footer.hpp"
#include "layout/parts/main_session.hpp"
#include "layout/viewing_distance.hpp"

namespace placard {
namespace {

Frame room_frame(const Words& words, const Glass& glass, const Desk& desk) {
  const bool tall = glass.tall();
  Frame frame{glass.width, glass.height, desk.theme.background, 0, {}};
  const int width = glass.width - 2 * desk.scale.margin_x;
  const int bottom = glass.height - desk.scale.margin_y;

  const int gap = desk.scale.gap(tall ? 6 : 3.4);
  const int top = place_head(frame, desk, words, desk.scale.gap(tall ? 7 : 2.6), gap, 0.3);

  // A glass too small for everything shows less of what comes next rather than less of what is on.
  FooterRequest below{width, 0, 1, tall ? std::size_t{4} : std::size_t{2}, true};
  Block foot = footer_block(desk, words, below);
  StageRequest request{width, bottom - foot.height - gap - top, tall};
  Block stage = stage_block(desk, words, request);
  if (!good(stage, request)) {
    below.title_lines = 1;
    below.labels = false;
    foot = footer_block(desk, words, below);
    request.height = bottom - foot.height - gap - top;
    stage = stage_block(desk, words, request);
  }
  if (!good(stage, request)) {
    below.upcoming = false;
    foot = footer_block(desk, words, below);
    request.height = bottom - foot.height - (foot.empty() ? 0 : gap) - top;
    request.last_resort = true;
    stage = stage_block(desk, words, request);
  }
  const int spare = std::max(0, request.height - stage.height);
  if (tall && !foot.empty()) {
    below.most = std::max<std::size_t>(1, words.upcoming.size());
    below.height = foot.height + spare;
    foot = footer_block(desk, words, below);
  }
  place(frame, std::move(stage), desk.scale.margin_x,
        top + (!tall                    ? spare / 2
               : words.upcoming.empty() ? spare / 3
                                        : 0));
  const int foot_top = bottom - foot.height;
  place(frame, std::move(foot), desk.scale.margin_x, foot_top);
  frame.declared_distance_m = declared_distance_m(frame, glass);
  return frame;
}

}  // namespace

Frame lay_out_room(const View& view, const Glass& glass, const Theme& theme, const TextMeasure& measure) {
  return laid_out_for_distance(glass, [&](const Scale& scale) {
    return room_frame(view.words, glass, Desk{measure, theme, scale});
  });
}

}  // namespace placard
