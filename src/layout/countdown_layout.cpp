// SPDX-License-Identifier: MIT
#include "layout/countdown_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "layout/parts/banner.hpp"
#include "layout/parts/eyebrow.hpp"
#include "layout/parts/footer.hpp"
#include "layout/parts/time_row.hpp"
#include "layout/viewing_distance.hpp"

namespace placard {
namespace {

constexpr double kTitlePitch = 1.12;

Color number_color(const Desk& desk, Phase phase) {
  if (phase == Phase::danger) return desk.theme.danger;
  return phase == Phase::warning ? desk.theme.warning : desk.theme.text;
}

// A number that counts keeps a place for its widest text; a time of day stands still.
struct NumberText {
  explicit NumberText(const Words& words)
      : widest(words.count_widest.empty() ? words.count : words.count_widest),
        digits(words.count_widest.empty() ? Digits::running : Digits::in_cells) {}

  const std::string& widest;
  Digits digits;
};

int number_width(const Desk& desk, const Words& words, int px) {
  const NumberText text(words);
  return set_line(desk.measure, {FontStyle::display, px}, text.widest, text.digits).width;
}

// Digits have no descenders: their block ends at the baseline, and begins where they do.
Block number_block(const Desk& desk, const Words& words, int px) {
  const Font font{FontStyle::display, px};
  const int slot = number_width(desk, words, px);
  Block block =
      line_block(desk, Role::countdown, words.count, font, number_color(desk, words.phase), NumberText(words).digits);
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
Block count_block(const Desk& desk, const Words& words, int width, int px) {
  Block block = line_block(desk, Role::countdown_label, words.count_label, {FontStyle::strong, desk.scale.body},
                           desk.theme.quiet, Digits::running);
  align_right(block, width);
  Block number = number_block(desk, words, px);
  align_right(number, width);
  stack(block, std::move(number), desk.scale.gap(1.6));
  Block phase = line_block(desk, Role::phase, words.phase_words, {FontStyle::strong, desk.scale.body},
                           number_color(desk, words.phase), Digits::running);
  if (!phase.empty()) align_right(phase, width);
  // The place of the phase's words is kept when there are none, so that the number does not jump when they come.
  const int kept = text_height(desk.scale.body, 0, 1) + desk.scale.gap(1.2);
  const int height = block.height + kept;
  stack(block, std::move(phase), desk.scale.gap(1.2));
  block.height = height;
  return block;
}

// The largest px whose number fits a slot.
int number_px(const Desk& desk, const Words& words, int width, int height) {
  constexpr int kProbe = 200;
  const int probe = number_width(desk, words, kProbe);
  const int rows = text_height(desk.scale.body, 0, 1) * 2 + desk.scale.gap(2.8);
  const double by_width = probe > 0 ? static_cast<double>(width) * kProbe / probe : kProbe;
  const double by_height = (height - rows) / 0.77;  // a digit's height, with its overshoots, in ems
  return std::max(kSmallestPx, static_cast<int>(std::min(by_width, by_height)) - 1);
}

// Room that is kept beside the talk for the words of a phase, so that nothing moves when they come or go.
int phase_width(const Desk& desk) {
  return line_width(desk.measure, {FontStyle::strong, desk.scale.body}, "Last 10 minutes");
}

// What else people on their way here should know, below the times.
Block news_block(const Desk& desk, const Words& words, int width) {
  Block block;
  const std::string absent = strip_tells_absent(words) ? "" : words.absent;
  const std::string alternative = words.alternatives.empty() ? "" : "Soon elsewhere: " + words.alternatives.front();
  for (const auto& [role, text] :
       {std::pair{Role::alternative, alternative}, {Role::absent, absent}, {Role::elsewhere, words.elsewhere}}) {
    if (text.empty()) continue;
    const FitRequest request{text, FontStyle::plain, {desk.scale.small}, width, 100'000, 3, 1.25};
    stack(block, text_block(desk, role, text, fit_text(desk.measure, request), desk.theme.text), desk.scale.gap(0.6));
  }
  return block;
}

Block talk_block(const Desk& desk, const Words& words, int width, int height) {
  Block block = eyebrow_block(desk, words, width, false);
  Words times;
  times.time = words.time;  // the number says what is left
  times.printed = words.printed;
  Block below = time_row_block(desk, times, width);
  stack(below, news_block(desk, words, width), desk.scale.gap(1.2));
  const int rest = height - block.height - below.height - desk.scale.gap(3.4);
  const std::string title = showable_title(desk, words.headline);
  FitRequest request{title, FontStyle::display, {}, width, rest, 7, kTitlePitch};
  for (const int px : desk.scale.title) {
    if (px <= 9.5 * desk.scale.unit) request.sizes.push_back(px);
  }
  if (request.sizes.empty()) request.sizes.push_back(desk.scale.title.back());
  stack(block, fitted_block(desk, Role::title, title, request, desk.theme.text), desk.scale.gap(1.6));
  stack(block, std::move(below), desk.scale.gap(1.8));
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
bool whole(const Desk& desk, const Words& words, const Block& talk, const Area& area) {
  if (title_lines(talk) == 0 && !showable_title(desk, words.headline).empty()) return false;
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
Arranged side_by_side(const Desk& desk, const Words& words, const Area& area) {
  Arranged out;
  for (const int share : {64, 60, 56, 52, 48, 44, 40, 36, 32, 28}) {
    const int slot = area.width * share / 100;
    out.px = number_px(desk, words, slot, area.height);
    Block count = count_block(desk, words, slot, out.px);
    int used = std::max(number_block(desk, words, out.px).width, phase_width(desk));
    for (const Item& item : count.items) used = std::max(used, slot - item.box.x);
    const int left = area.width - used - desk.scale.gap(5);
    Block talk = talk_block(desk, words, left, area.height);
    out.fits = whole(desk, words, talk, {left, area.height});
    move_block(talk, 0, std::max(0, (area.height - talk.height) / 2));
    move_block(count, area.width - slot, std::max(0, (area.height - count.height) / 2));
    out.block = std::move(talk);
    for (Item& item : count.items) out.block.items.push_back(std::move(item));
    if (out.fits) break;
  }
  return out;
}

// The number across the glass, the talk below it.
Arranged stacked(const Desk& desk, const Words& words, const Area& area) {
  Arranged out;
  for (const int share : {45, 40, 35, 30, 25, 20}) {
    out.px = number_px(desk, words, area.width, area.height * share / 100);
    out.block = count_block(desk, words, area.width, out.px);
    const int rest = area.height - out.block.height - desk.scale.gap(4);
    Block talk = talk_block(desk, words, area.width, rest);
    out.fits = whole(desk, words, talk, {area.width, rest});
    stack(out.block, std::move(talk), desk.scale.gap(4));
    if (out.fits) break;
  }
  return out;
}

// A glass too small for more shows the number, and what it means.
Arranged alone(const Desk& desk, const Words& words, const Area& area) {
  const int px = number_px(desk, words, area.width, area.height);
  Arranged out{count_block(desk, words, area.width, px), px, true};
  move_block(out.block, 0, std::max(0, (area.height - out.block.height) / 2));
  return out;
}

bool is_small(const Glass& glass) {
  return std::min(glass.width, glass.height) < 300;
}

// For a title to stand whole, first the news beside it gives way, then the track.
Arranged arrange(const Desk& desk, const Words& words, const Area& area, const Glass& glass) {
  if (is_small(glass)) return alone(desk, words, area);
  const bool across = glass.tall() || area.width < 420;
  const auto arranged = [&](const Words& some) {
    return across ? stacked(desk, some, area) : side_by_side(desk, some, area);
  };
  Arranged all = arranged(words);
  if (all.fits) return all;
  Words fewer = words;
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
std::vector<Block> ways_to_say_next(const Desk& desk, const Words& words, const Glass& glass, int width) {
  if (is_small(glass)) return {Block{}};
  const int height = glass.height * 34 / 100;
  const std::size_t most = glass.tall() ? 3 : 2;
  const std::size_t lines = glass.tall() ? 4 : 2;
  std::vector<Block> ways{footer_block(desk, words, {width, height, most, lines, false})};
  Block several = footer_block(desk, words, {width, height, most, 1, false});
  Block one = footer_block(desk, words, {width, height, 1, lines + 1, false});
  ways.push_back(std::move(cuts_a_title(several) ? one : several));
  return ways;
}

Frame countdown_frame(const Words& words, const Glass& glass, Desk desk) {
  desk.scale.clock = desk.scale.body;  // five sizes of type in a frame are enough, and one is the number's
  Frame frame{glass.width, glass.height, desk.theme.background, 0, {}};
  const int left = desk.scale.margin_x;
  const int width = glass.width - 2 * left;
  const int bottom = glass.height - desk.scale.margin_y;
  const int top = place_head(frame, desk, words, desk.scale.gap(glass.tall() ? 6 : 2.4), desk.scale.gap(3.4), 0.25);

  Block foot;
  Arranged best;
  for (Block& next : ways_to_say_next(desk, words, glass, width)) {
    const Area area{width, bottom - next.height - desk.scale.gap(3.4) - top};
    Arranged arranged = arrange(desk, words, area, glass);
    if (best.px > 0 && (best.fits || !arranged.fits) && arranged.px * 10 < best.px * 11) continue;
    best = std::move(arranged);
    foot = std::move(next);
  }
  if (!best.fits) {
    // Under a long message what is on goes before what comes next.
    Arranged arranged = arrange(desk, words, {width, bottom - top}, glass);
    if (arranged.fits || title_lines(arranged.block) > title_lines(best.block)) {
      best = std::move(arranged);
      foot = {};
    }
  }
  place(frame, std::move(best.block), left, top);
  const int foot_top = bottom - foot.height;
  place(frame, std::move(foot), left, foot_top);
  frame.declared_distance_m = declared_distance_m(frame, glass);
  return frame;
}

}  // namespace

Frame lay_out_countdown(const View& view, const Glass& glass, const Theme& theme, const TextMeasure& measure) {
  return laid_out_for_distance(glass, [&](const Scale& scale) {
    return countdown_frame(view.words, glass, Desk{measure, theme, scale});
  });
}

}  // namespace placard
