// SPDX-License-Identifier: MIT
#include "layout/parts/main_session.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/clean.hpp"
#include "layout/parts/banner.hpp"
#include "layout/parts/eyebrow.hpp"
#include "layout/parts/time_row.hpp"

namespace placard {
namespace {

constexpr double kTitlePitch = 1.1;
constexpr double kTextPitch = 1.25;

// What may be left out, least important first.
struct Extras {
  bool speakers = true;
  bool labels = true;
  bool progress = true;
  bool elsewhere = true;
  bool absent = true;
  std::size_t alternatives = 3;
  bool note = true;
  bool track = true;
  bool time_left = true;
  bool title = true;
};

Block progress_bar(const Desk& desk, const Words& words, int width) {
  if (!words.progress) return {};
  const int height = std::max(4, desk.scale.gap(1.2));
  const int done = std::clamp(width * *words.progress / 1000, height, width);
  const Color color = words.track ? mark_color(desk, words.track->color) : desk.theme.text;
  return shape_block(Role::progress,
                     {{{0, 0, width, height}, desk.theme.rule, height / 2}, {{0, 0, done, height}, color, height / 2}});
}

std::string joined_speakers(const std::vector<std::string>& names, std::size_t count) {
  const bool with_commas = std::any_of(names.begin(), names.end(),
                                       [](const std::string& name) { return name.find(',') != std::string::npos; });
  std::string text = names.front();
  for (std::size_t i = 1; i < count; ++i) text += (with_commas ? "; " : ", ") + names[i];
  if (count < names.size()) text += fmt::format(" +{}", names.size() - count);
  return text;
}

// Breaks fall between people, not inside a name.
std::vector<std::string> unbreakable(std::vector<std::string> names) {
  static const std::string kNoBreakSpace = "\u00A0";
  for (std::string& name : names) {
    for (auto at = name.find(' '); at != std::string::npos; at = name.find(' ', at)) name.replace(at, 1, kNoBreakSpace);
  }
  return names;
}

// No more names than could fit were every letter a thin one: a feed may list hundreds.
std::size_t most_names(const std::vector<std::string>& names, std::size_t letters) {
  std::size_t count = 0;
  for (std::size_t used = 0; count < names.size() && used <= letters; ++count) used += code_points(names[count]).size();
  return count;
}

// "A, B, C +2": whole names only.
Block speakers_line(const Desk& desk, const Words& words, int width, std::size_t max_lines) {
  const auto names = unbreakable(words.speakers);
  const auto thin_letters = static_cast<std::size_t>(width * 5 / desk.scale.small) * max_lines;
  for (std::size_t count = most_names(names, thin_letters); count > 0; --count) {
    const FitRequest request{
        joined_speakers(names, count), FontStyle::plain, {desk.scale.small}, width, 100'000, max_lines, kTextPitch};
    const FittedText fitted = fit_text(desk.measure, request);
    if (fitted.truncated) continue;
    return text_block(desk, Role::speakers, joined_speakers(words.speakers, count), fitted, desk.theme.quiet);
  }
  return {};
}

Block sentence(const Desk& desk, Role role, const std::string& text, int width, std::size_t max_lines, Color color) {
  const FitRequest request{text,      FontStyle::plain, {desk.scale.body, desk.scale.small}, width, 100'000,
                           max_lines, kTextPitch};
  return text_block(desk, role, text, fit_text(desk.measure, request), color);
}

Block elsewhere_rows(const Desk& desk, const Words& words, int width) {
  if (words.elsewhere.empty()) return {};
  Block rows = line_block(desk, Role::label, "On now elsewhere", {FontStyle::strong, desk.scale.small},
                          desk.theme.quiet, Digits::running);
  stack(rows, sentence(desk, Role::elsewhere, words.elsewhere, width, 2, desk.theme.text), desk.scale.gap(0.4));
  return rows;
}

// Of a full session: where else something begins.
Block alternative_rows(const Desk& desk, const Words& words, int width, std::size_t most) {
  if (words.alternatives.empty() || most == 0) return {};
  Block rows = line_block(desk, Role::label, "Starting soon elsewhere", {FontStyle::strong, desk.scale.small},
                          desk.theme.quiet, Digits::running);
  for (std::size_t i = 0; i < std::min(most, words.alternatives.size()); ++i) {
    stack(rows, small_line(desk, Role::alternative, words.alternatives[i], desk.theme.text, width),
          desk.scale.gap(0.4));
  }
  return rows;
}

// A note takes half of the stage at the most.
std::size_t note_lines(const Desk& desk, const StageRequest& request) {
  return static_cast<std::size_t>(std::clamp(request.height / (2 * std::max(1, desk.scale.body)), 1, 6));
}

// All that stands below the title.
Block below_title(const Desk& desk, const Words& words, const StageRequest& request, const Extras& extras) {
  Block rows;
  if (extras.note && !words.note.empty())
    stack(rows, sentence(desk, Role::note, words.note, request.width, note_lines(desk, request), desk.theme.quiet), 0);
  stack(rows, time_row_block(desk, words, request.width), 0);
  if (extras.progress) stack(rows, progress_bar(desk, words, request.width), desk.scale.gap(1.6));
  if (extras.speakers && !words.speakers.empty()) {
    stack(rows, speakers_line(desk, words, request.width, request.tall ? 10 : 2), desk.scale.gap(2.4));
  }
  stack(rows, alternative_rows(desk, words, request.width, extras.alternatives), desk.scale.gap(request.tall ? 4 : 2));
  if (extras.absent && !words.absent.empty() && !strip_tells_absent(words)) {
    stack(rows, sentence(desk, Role::absent, words.absent, request.width, 2, desk.theme.text), desk.scale.gap(2));
  }
  if (extras.elsewhere) stack(rows, elsewhere_rows(desk, words, request.width), desk.scale.gap(4));
  return rows;
}

// The words without what stands in rows of their own on a narrow glass.
Words fewer_words(Words words, const Extras& extras) {
  if (!extras.track) words.track.reset();
  if (!extras.time_left) words.time_left.clear();
  return words;
}

Block with_extras(const Desk& desk, const Words& all, const StageRequest& request, const Extras& extras) {
  const Words words = fewer_words(all, extras);
  const std::string headline = showable_title(desk, words.headline);
  Block block = eyebrow_block(desk, words, request.width, extras.labels);
  Block below = below_title(desk, words, request, extras);
  const int gap_above = desk.scale.gap(request.tall ? 2.4 : 1.4);
  const int gap_below = desk.scale.gap(request.tall ? 3 : 2.2);
  const int rest = request.height - block.height - below.height - gap_above - gap_below;
  const FitRequest title{headline,
                         FontStyle::display,
                         desk.scale.title,
                         request.width,
                         rest,
                         request.tall ? std::size_t{6} : std::size_t{3},
                         kTitlePitch,
                         request.tall ? std::size_t{4} : std::size_t{2},
                         request.tall ? 0.1 : 0.06};
  if (extras.title) stack(block, fitted_block(desk, Role::title, headline, title, desk.theme.text), gap_above);
  stack(block, std::move(below), gap_below);
  return block;
}

int title_px(const Block& block) {
  for (const Item& item : block.items) {
    if (item.role == Role::title) return item.truncated ? 0 : item.font.px;
  }
  return 0;
}

bool fits_with_title(const Block& block, const StageRequest& request) {
  const bool title =
      std::any_of(block.items.begin(), block.items.end(), [](const Item& item) { return item.role == Role::title; });
  return title && block.height <= request.height;
}

// What is on stage comes before all that is told beside it.
Block least_block(const Desk& desk, const Words& words, const StageRequest& request) {
  static constexpr Extras kStage{false, false, false, false, false, 0};
  static constexpr Extras kWithoutTrack{false, false, false, false, false, 0, true, false};
  static constexpr Extras kWithoutNote{false, false, false, false, false, 0, false};
  static constexpr Extras kNothing{false, false, false, false, false, 0, false, false, false};
  for (const Extras& extras : {Extras{false, false, false, true, true, 1}, Extras{false, false, false, false, true, 1},
                               Extras{false, false, false, false, false, 1}, kStage, kWithoutTrack}) {
    Block block = with_extras(desk, words, request, extras);
    if (good(block, request)) return block;
  }
  for (const Extras& extras : {kStage, kWithoutNote, kNothing}) {
    Block block = with_extras(desk, words, request, extras);
    if (fits_with_title(block, request)) return block;
  }
  Extras untitled = kNothing;
  untitled.title = false;
  return with_extras(desk, words, request, untitled);
}

}  // namespace

bool good(const Block& block, const StageRequest& request) {
  return block.height <= request.height && title_px(block) > 0;
}

Block stage_block(const Desk& desk, const Words& words, const StageRequest& request) {
  Block full = with_extras(desk, words, request, {});
  if (words.speakers.empty() && good(full, request)) return full;
  // Speakers are welcome where they hardly cost the title any size.
  Block plain = with_extras(desk, words, request, {false, true, true});
  if (good(full, request) && title_px(full) * 10 >= title_px(plain) * 9) return full;
  if (good(plain, request)) return plain;
  Block bare = with_extras(desk, words, request, {false, false, true});
  if (good(bare, request)) return bare;
  Block least = with_extras(desk, words, request, {false, false, false});
  if (good(least, request) || !request.last_resort) return least;
  return least_block(desk, words, request);
}

}  // namespace placard
