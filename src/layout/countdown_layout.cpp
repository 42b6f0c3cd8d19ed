// SPDX-License-Identifier: MIT
#include "layout/countdown_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "layout/parts/eyebrow.hpp"
#include "layout/parts/footer.hpp"
#include "layout/parts/strip.hpp"
#include "layout/parts/time_row.hpp"
#include "layout/viewing_distance.hpp"

namespace placard {
namespace {

constexpr double kTitlePitch = 1.12;

Color number_color(const LayoutContext& context, Phase phase) {
  if (phase == Phase::danger) return context.theme.danger;
  return phase == Phase::warning ? context.theme.warning : context.theme.text;
}

// A number that counts keeps a place for its widest text; a time of day stands still.
struct NumberText {
  explicit NumberText(const SignTexts& texts)
      : widest(texts.count_widest.empty() ? texts.count : texts.count_widest),
        digits(texts.count_widest.empty() ? Digits::running : Digits::in_cells) {}

  const std::string& widest;
  Digits digits;
};

int number_width(const LayoutContext& context, const SignTexts& texts, int px) {
  const NumberText text(texts);
  return set_line(context.measure, {FontStyle::display, px}, text.widest, text.digits).width;
}

// Digits have no descenders: their block ends at the baseline, and begins where they do.
Block number_block(const LayoutContext& context, const SignTexts& texts, int px) {
  const Font font{FontStyle::display, px};
  const int slot = number_width(context, texts, px);
  Block block = line_block(context, Role::countdown, texts.count, font, number_color(context, texts.phase),
                           NumberText(texts).digits);
  if (block.empty()) return block;
  const int overshoot = std::max(1, px / 50);
  const int cap = block.items.front().cap_px;
  move_block(block, std::max(0, slot - block.width), cap + overshoot - first_baseline(block));
  Item& item = block.items.front();
  block.width = std::max(slot, item.box.right());
  block.height = cap + 2 * overshoot;
  item.box = united(Rect{item.box.x, 0, item.box.w, block.height}, item.ink);
  return block;
}

void align_right(Block& block, int width) {
  move_block(block, width - block.width, 0);
  block.width = width;
}

// The number with its words above and below, all at the right edge of `width`.
Block count_block(const LayoutContext& context, const SignTexts& texts, int width, int px) {
  Block block = line_block(context, Role::countdown_label, texts.count_label, {FontStyle::strong, context.scale.body},
                           context.theme.quiet, Digits::running);
  align_right(block, width);
  Block number = number_block(context, texts, px);
  align_right(number, width);
  stack(block, std::move(number), context.scale.gap(1.6));
  Block phase = line_block(context, Role::phase, texts.phase_text, {FontStyle::strong, context.scale.body},
                           number_color(context, texts.phase), Digits::running);
  if (!phase.empty()) align_right(phase, width);
  // The place of the phase's words is kept when there are none, so that the number does not jump when they come.
  const int kept = text_height(context.scale.body, 0, 1) + context.scale.gap(1.2);
  const int height = block.height + kept;
  stack(block, std::move(phase), context.scale.gap(1.2));
  block.height = height;
  return block;
}

// The largest px whose number fits a slot.
int number_px(const LayoutContext& context, const SignTexts& texts, int width, int height) {
  constexpr int kProbe = 200;
  const int probe = number_width(context, texts, kProbe);
  const int rows = text_height(context.scale.body, 0, 1) * 2 + context.scale.gap(2.8);
  const double by_width = probe > 0 ? static_cast<double>(width) * kProbe / probe : kProbe;
  const double by_height = (height - rows) / 0.77;  // a digit's height, with its overshoots, in ems
  return std::max(kSmallestPx, static_cast<int>(std::min(by_width, by_height)) - 1);
}

// Room that is kept beside the talk for the words of a phase, so that nothing moves when they come or go.
int phase_width(const LayoutContext& context) {
  return line_width(context.measure, {FontStyle::strong, context.scale.body}, "Last 10 minutes");
}

// What else people on their way here should know, below the times.
Block notices_block(const LayoutContext& context, const SignTexts& texts, int width) {
  Block block;
  const std::string absent = strip_tells_absent(texts) ? "" : texts.absent;
  const std::string alternative = texts.alternatives.empty() ? "" : "Soon elsewhere: " + texts.alternatives.front();
  for (const auto& [role, text] :
       {std::pair{Role::alternative, alternative}, {Role::absent, absent}, {Role::elsewhere, texts.elsewhere}}) {
    if (text.empty()) continue;
    const FitRequest request{text, FontStyle::plain, {context.scale.small}, width, 100'000, 3, 1.25};
    stack(block, text_block(context, role, text, fit_text(context.measure, request), context.theme.text),
          context.scale.gap(0.6));
  }
  return block;
}

Block talk_block(const LayoutContext& context, const SignTexts& texts, int width, int height) {
  Block block = eyebrow_block(context, texts, width, false);
  SignTexts times;
  times.time = texts.time;  // the number says what is left
  times.printed = texts.printed;
  Block below = time_row_block(context, times, width);
  stack(below, notices_block(context, texts, width), context.scale.gap(1.2));
  const int rest = height - block.height - below.height - context.scale.gap(3.4);
  const std::string title = showable_title(context, texts.headline);
  FitRequest request{title, FontStyle::display, {}, width, rest, 7, kTitlePitch};
  for (const int px : context.scale.title) {
    if (px <= 9.5 * context.scale.unit) request.sizes.push_back(px);
  }
  if (request.sizes.empty()) request.sizes.push_back(context.scale.title.back());
  stack(block, fitted_block(context, Role::title, title, request, context.theme.text), context.scale.gap(1.6));
  stack(block, std::move(below), context.scale.gap(1.8));
  return block;
}

struct Area {
  int width = 0;
  int height = 0;
};

std::size_t title_lines(const Block& block) {
  for (const Item& item : block.items) {
    if (item.role == Role::title) return item.lines.size();
  }
  return 0;
}

// Nothing else may take the title's place.
bool whole(const LayoutContext& context, const SignTexts& texts, const Block& talk, const Area& area) {
  if (title_lines(talk) == 0 && !showable_title(context, texts.headline).empty()) return false;
  for (const Item& item : talk.items) {
    if (item.truncated) return false;
    if (item.role == Role::time && item.lines.size() > 1) return false;
  }
  return talk.height <= area.height && talk.width <= area.width;
}

struct Arranged {
  Block block;
  int px = 0;  // of the number
  bool fits = false;
};

// Talk at the left, number at the right: the number gives up width until the title stands whole.
Arranged side_by_side(const LayoutContext& context, const SignTexts& texts, const Area& area) {
  Arranged out;
  for (const int share : {64, 60, 56, 52, 48, 44, 40, 36, 32, 28}) {
    const int slot = area.width * share / 100;
    out.px = number_px(context, texts, slot, area.height);
    Block count = count_block(context, texts, slot, out.px);
    int used = std::max(number_block(context, texts, out.px).width, phase_width(context));
    for (const Item& item : count.items) used = std::max(used, slot - item.box.x);
    const int left = area.width - used - context.scale.gap(5);
    Block talk = talk_block(context, texts, left, area.height);
    out.fits = whole(context, texts, talk, {left, area.height});
    move_block(talk, 0, std::max(0, (area.height - talk.height) / 2));
    move_block(count, area.width - slot, std::max(0, (area.height - count.height) / 2));
    out.block = std::move(talk);
    for (Item& item : count.items) out.block.items.push_back(std::move(item));
    if (out.fits) break;
  }
  return out;
}

// The number across the glass, the talk below it.
Arranged stacked(const LayoutContext& context, const SignTexts& texts, const Area& area) {
  Arranged out;
  for (const int share : {45, 40, 35, 30, 25, 20}) {
    out.px = number_px(context, texts, area.width, area.height * share / 100);
    out.block = count_block(context, texts, area.width, out.px);
    const int rest = area.height - out.block.height - context.scale.gap(4);
    Block talk = talk_block(context, texts, area.width, rest);
    out.fits = whole(context, texts, talk, {area.width, rest});
    stack(out.block, std::move(talk), context.scale.gap(4));
    if (out.fits) break;
  }
  return out;
}

// A glass too small for more shows the number, and what it means.
Arranged alone(const LayoutContext& context, const SignTexts& texts, const Area& area) {
  const int px = number_px(context, texts, area.width, area.height);
  Arranged out{count_block(context, texts, area.width, px), px, true};
  move_block(out.block, 0, std::max(0, (area.height - out.block.height) / 2));
  return out;
}

bool is_small(const Panel& panel) {
  return std::min(panel.width, panel.height) < 300;
}

// For a title to stand whole, first the news beside it gives way, then the track.
Arranged arrange(const LayoutContext& context, const SignTexts& texts, const Area& area, const Panel& panel) {
  if (is_small(panel)) return alone(context, texts, area);
  const bool across = panel.tall() || area.width < 420;
  const auto arranged = [&](const SignTexts& some) {
    return across ? stacked(context, some, area) : side_by_side(context, some, area);
  };
  Arranged all = arranged(texts);
  if (all.fits) return all;
  SignTexts fewer = texts;
  fewer.absent.clear();
  fewer.alternatives.clear();
  fewer.elsewhere.clear();
  Arranged without_news = arranged(fewer);
  if (without_news.fits) return without_news;
  fewer.track.reset();
  Arranged without_track = arranged(fewer);
  const bool says_more = title_lines(without_track.block) > title_lines(without_news.block);
  return without_track.fits || says_more ? without_track : without_news;
}

bool cuts_a_title(const Block& block) {
  return std::any_of(block.items.begin(), block.items.end(),
                     [](const Item& item) { return item.role == Role::next_title && item.truncated; });
}

// What comes next, in ways from the fullest to the smallest: the number's size decides how much of it there is. One
// title that can be read says more than several that are cut.
std::vector<Block> ways_to_say_next(const LayoutContext& context, const SignTexts& texts, const Panel& panel,
                                    int width) {
  if (is_small(panel)) return {Block{}};
  const int height = panel.height * 34 / 100;
  const std::size_t most = panel.tall() ? 3 : 2;
  const std::size_t lines = panel.tall() ? 4 : 2;
  std::vector<Block> ways{footer_block(context, texts, {width, height, most, lines, false})};
  Block several = footer_block(context, texts, {width, height, most, 1, false});
  Block one = footer_block(context, texts, {width, height, 1, lines + 1, false});
  ways.push_back(std::move(cuts_a_title(several) ? one : several));
  return ways;
}

Frame countdown_frame(const SignTexts& texts, const Panel& panel, LayoutContext context) {
  context.scale.clock = context.scale.body;  // five sizes of type in a frame are enough, and one is the number's
  Frame frame{panel.width, panel.height, context.theme.background, 0, {}};
  const int left = context.scale.margin_x;
  const int width = panel.width - 2 * left;
  const int bottom = panel.height - context.scale.margin_y;
  const int top =
      place_head(frame, context, texts, context.scale.gap(panel.tall() ? 6 : 2.4), context.scale.gap(3.4), 0.25);

  Block foot;
  Arranged best;
  for (Block& next : ways_to_say_next(context, texts, panel, width)) {
    const Area area{width, bottom - next.height - context.scale.gap(3.4) - top};
    Arranged arranged = arrange(context, texts, area, panel);
    if (best.px > 0 && (best.fits || !arranged.fits) && arranged.px * 10 < best.px * 11) continue;
    best = std::move(arranged);
    foot = std::move(next);
  }
  if (!best.fits) {
    // Under a long message what is on goes before what comes next.
    Arranged arranged = arrange(context, texts, {width, bottom - top}, panel);
    if (arranged.fits || title_lines(arranged.block) > title_lines(best.block)) {
      best = std::move(arranged);
      foot = {};
    }
  }
  place(frame, std::move(best.block), left, top);
  const int foot_top = bottom - foot.height;
  place(frame, std::move(foot), left, foot_top);
  frame.declared_distance_m = declared_distance_m(frame, panel);
  return frame;
}

}  // namespace

Frame lay_out_countdown(const View& view, const Panel& panel, const Theme& theme, const TextMeasure& measure) {
  return laid_out_for_distance(panel, [&](const TypeScale& scale) {
    return countdown_frame(view.texts, panel, LayoutContext{measure, theme, scale});
  });
}

}  // namespace placard
