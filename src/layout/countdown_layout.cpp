// SPDX-License-Identifier: MIT
#include "layout/countdown_layout.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "layout/message_room.hpp"
#include "layout/parts/count.hpp"
#include "layout/parts/footer.hpp"
#include "layout/parts/head.hpp"
#include "layout/parts/spacing.hpp"
#include "layout/parts/talk.hpp"
#include "layout/parts/time_row.hpp"
#include "layout/viewing_distance.hpp"

namespace placard {
namespace {

constexpr int kSmallPanel = 300;  // px of the shorter side
constexpr int kNarrowArea = 420;  // px
constexpr double kBesideNumber = 5;
constexpr double kBelowNumber = 4;

// Number and talk in an area.
struct Arranged {
  Block block;
  int number_px = 0;
  bool fits = false;
};

// Talk at the left, number at the right: the number gives up width until the title stands whole.
Arranged side_by_side(const LayoutContext& context, const SignTexts& texts, const Area& area, TalkDetail detail) {
  Arranged out;
  for (const int share : {64, 60, 56, 52, 48, 44, 40, 36, 32, 28}) {
    const int slot = area.width * share / 100;
    out.number_px = number_px(context, texts, slot, area.height);
    Block count = count_block(context, texts, slot, out.number_px);
    const int left = area.width - count_width(context, texts, count, slot) - context.scale.gap(kBesideNumber);
    const Area place{left, area.height};
    Block talk = talk_block(context, texts, place, detail);
    out.fits = talk_is_whole(context, texts, talk, place);
    move_block(talk, 0, std::max(0, (area.height - talk.height) / 2));
    move_block(count, area.width - slot, std::max(0, (area.height - count.height) / 2));
    out.block = std::move(talk);
    for (Item& item : count.items) out.block.items.push_back(std::move(item));
    if (out.fits) break;
  }
  return out;
}

// The number across the panel, the talk below it.
Arranged stacked(const LayoutContext& context, const SignTexts& texts, const Area& area, TalkDetail detail) {
  Arranged out;
  for (const int share : {45, 40, 35, 30, 25, 20}) {
    out.number_px = number_px(context, texts, area.width, area.height * share / 100);
    out.block = count_block(context, texts, area.width, out.number_px);
    const int gap = context.scale.gap(kBelowNumber);
    const Area place{area.width, area.height - out.block.height - gap};
    Block talk = talk_block(context, texts, place, detail);
    out.fits = talk_is_whole(context, texts, talk, place);
    stack(out.block, std::move(talk), gap);
    if (out.fits) break;
  }
  return out;
}

// A panel too small for more shows the number, what it means, and where that is when not here.
Arranged number_alone(const LayoutContext& context, const SignTexts& texts, const Area& area) {
  Block place = place_block(context, texts.main.place, area.width);
  const int px = number_px(context, texts, area.width, area.height - place.height);
  Arranged out{count_block(context, texts, area.width, px), px, true};
  stack(out.block, std::move(place), 0);
  move_block(out.block, 0, std::max(0, (area.height - out.block.height) / 2));
  return out;
}

bool is_small(const Panel& panel) {
  return std::min(panel.width, panel.height) < kSmallPanel;
}

// For a title to stand whole, first the notices give way, then the track.
Arranged arrange(const LayoutContext& context, const SignTexts& texts, const Area& area, const Panel& panel) {
  if (is_small(panel)) return number_alone(context, texts, area);
  const bool below = panel.is_portrait() || area.width < kNarrowArea;
  const auto arranged = [&](TalkDetail detail) {
    return below ? stacked(context, texts, area, detail) : side_by_side(context, texts, area, detail);
  };
  Arranged all = arranged(TalkDetail::notices);
  if (all.fits) return all;
  Arranged without_notices = arranged(TalkDetail::track);
  if (without_notices.fits) return without_notices;
  Arranged without_track = arranged(TalkDetail::title);
  const bool says_more = title_lines(without_track.block) > title_lines(without_notices.block);
  return without_track.fits || says_more ? without_track : without_notices;
}

bool cuts_a_title(const Block& block) {
  return std::any_of(block.items.begin(), block.items.end(),
                     [](const Item& item) { return item.role == Role::next_title && item.truncated; });
}

// What comes next, the fullest first: the number's size decides how much of it there is. One title that can be read
// says more than several that are cut.
std::vector<Block> feet(const LayoutContext& context, const SignTexts& texts, const Panel& panel, int width) {
  if (is_small(panel)) return {Block{}};
  const std::size_t lines = panel.is_portrait() ? 4 : 2;
  FooterRequest request{.width = width,
                        .height = panel.height * 34 / 100,
                        .max_count = panel.is_portrait() ? std::size_t{3} : std::size_t{2},
                        .title_lines = lines,
                        .labels = SessionLabels::hidden};
  std::vector<Block> out{footer_block(context, texts, request)};
  request.title_lines = 1;
  out.push_back(footer_block(context, texts, request));
  if (!cuts_a_title(out.back())) return out;
  request.max_count = 1;
  request.title_lines = lines + 1;
  out.back() = footer_block(context, texts, request);
  return out;
}

struct Filled {
  Arranged main;
  Block foot;
};

// Under a long message what is on goes before what comes next.
void drop_foot_for_title(Filled& filled, Arranged without_foot) {
  const bool says_more = title_lines(without_foot.block) > title_lines(filled.main.block);
  if (without_foot.fits || says_more) filled = {std::move(without_foot), {}};
}

// All below the head. A smaller foot must be worth a number a tenth larger, or a title that stands whole.
Filled fill(const LayoutContext& context, const SignTexts& texts, const Area& area, const Panel& panel) {
  Filled best;
  for (Block& foot : feet(context, texts, panel, area.width)) {
    const int rest = area.height - foot.height - context.scale.gap(kSectionGap);
    Arranged main = arrange(context, texts, {area.width, rest}, panel);
    const bool saves_title = main.fits && !best.main.fits;
    const bool is_larger = main.number_px * 10 >= best.main.number_px * 11;
    if (best.main.number_px == 0 || saves_title || is_larger) best = {std::move(main), std::move(foot)};
  }
  if (!best.main.fits) drop_foot_for_title(best, arrange(context, texts, area, panel));
  return best;
}

// Under a long message too the number is what the sign is for.
bool keeps_number(const LayoutContext& context, const Arranged& main) {
  return main.fits && main.number_px >= 2 * context.scale.body;
}

Attempt countdown_attempt(const SignTexts& texts, const Panel& panel, const LayoutContext& context,
                          const StripLimits& limits) {
  Frame frame{panel.width, panel.height, context.theme.background, 0, {}};
  const int left = context.scale.margin_x;
  const int bottom = panel.height - context.scale.margin_y;
  const Head head = place_head(frame, context, texts,
                               {.below_header = context.scale.gap(panel.is_portrait() ? 6 : 2.4),
                                .below_strip = context.scale.gap(kSectionGap),
                                .strip = limits});
  const int top = head.below;
  Filled filled = fill(context, texts, {panel.width - 2 * left, bottom - top}, panel);
  const bool keeps_main = keeps_number(context, filled.main);
  place(frame, std::move(filled.main.block), left, top);
  const int foot_top = bottom - filled.foot.height;
  place(frame, std::move(filled.foot), left, foot_top);
  frame.declared_distance_m = declared_distance_m(frame, panel);
  return {std::move(frame), head.said, keeps_main};
}

Frame countdown_frame(const SignTexts& texts, const Panel& panel, LayoutContext context) {
  context.scale.clock = context.scale.body;  // five sizes of type in a frame are enough, and one is the number's
  return laid_out_for_messages(context, texts, {}, [&](const StripLimits& limits) {
    return countdown_attempt(texts, panel, context_for(context, limits.type), limits);
  });
}

}  // namespace

Frame lay_out_countdown(const View& view, const Panel& panel, const Theme& theme, const TextMeasure& measure) {
  return laid_out_for_distance(panel, [&](const TypeScale& scale) {
    return countdown_frame(view.texts, panel, LayoutContext{measure, theme, scale});
  });
}

}  // namespace placard
