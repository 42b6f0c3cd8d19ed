// SPDX-License-Identifier: MIT
#include "layout/parts/main_session.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/clean.hpp"
#include "layout/parts/eyebrow.hpp"
#include "layout/parts/strip.hpp"
#include "layout/parts/time_row.hpp"

namespace placard {
namespace {

constexpr double kTitlePitch = 1.1;
constexpr double kTextPitch = 1.25;

// What may be left out, least important first.
struct VisibleParts {
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

Block progress_bar(const LayoutContext& context, const SignTexts& texts, int width) {
  if (!texts.progress) return {};
  const int height = std::max(4, context.scale.gap(1.2));
  const int done = std::clamp(width * *texts.progress / 1000, height, width);
  const Color color = texts.track ? mark_color(context, texts.track->color) : context.theme.text;
  return shape_block(Role::progress, {{{0, 0, width, height}, context.theme.rule, height / 2},
                                      {{0, 0, done, height}, color, height / 2}});
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
Block speakers_line(const LayoutContext& context, const SignTexts& texts, int width, std::size_t max_lines) {
  const auto names = unbreakable(texts.speakers);
  const auto thin_letters = static_cast<std::size_t>(width * 5 / context.scale.small) * max_lines;
  for (std::size_t count = most_names(names, thin_letters); count > 0; --count) {
    const FitRequest request{
        joined_speakers(names, count), FontStyle::plain, {context.scale.small}, width, 100'000, max_lines, kTextPitch};
    const FittedText fitted = fit_text(context.measure, request);
    if (fitted.truncated) continue;
    return text_block(context, Role::speakers, joined_speakers(texts.speakers, count), fitted, context.theme.quiet);
  }
  return {};
}

Block sentence(const LayoutContext& context, Role role, const std::string& text, int width, std::size_t max_lines,
               Color color) {
  const FitRequest request{text,      FontStyle::plain, {context.scale.body, context.scale.small}, width, 100'000,
                           max_lines, kTextPitch};
  return text_block(context, role, text, fit_text(context.measure, request), color);
}

Block elsewhere_rows(const LayoutContext& context, const SignTexts& texts, int width) {
  if (texts.elsewhere.empty()) return {};
  Block rows = line_block(context, Role::label, "On now elsewhere", {FontStyle::strong, context.scale.small},
                          context.theme.quiet, Digits::running);
  stack(rows, sentence(context, Role::elsewhere, texts.elsewhere, width, 2, context.theme.text),
        context.scale.gap(0.4));
  return rows;
}

// Of a full session: where else something begins.
Block alternative_rows(const LayoutContext& context, const SignTexts& texts, int width, std::size_t most) {
  if (texts.alternatives.empty() || most == 0) return {};
  Block rows = line_block(context, Role::label, "Starting soon elsewhere", {FontStyle::strong, context.scale.small},
                          context.theme.quiet, Digits::running);
  for (std::size_t i = 0; i < std::min(most, texts.alternatives.size()); ++i) {
    stack(rows, small_line(context, Role::alternative, texts.alternatives[i], context.theme.text, width),
          context.scale.gap(0.4));
  }
  return rows;
}

// A note takes half of the stage at the most.
std::size_t note_lines(const LayoutContext& context, const MainRequest& request) {
  return static_cast<std::size_t>(std::clamp(request.height / (2 * std::max(1, context.scale.body)), 1, 6));
}

// All that stands below the title.
Block below_title(const LayoutContext& context, const SignTexts& texts, const MainRequest& request,
                  const VisibleParts& parts) {
  Block rows;
  if (parts.note && !texts.note.empty())
    stack(rows,
          sentence(context, Role::note, texts.note, request.width, note_lines(context, request), context.theme.quiet),
          0);
  stack(rows, time_row_block(context, texts, request.width), 0);
  if (parts.progress) stack(rows, progress_bar(context, texts, request.width), context.scale.gap(1.6));
  if (parts.speakers && !texts.speakers.empty()) {
    stack(rows, speakers_line(context, texts, request.width, request.tall ? 10 : 2), context.scale.gap(2.4));
  }
  stack(rows, alternative_rows(context, texts, request.width, parts.alternatives),
        context.scale.gap(request.tall ? 4 : 2));
  if (parts.absent && !texts.absent.empty() && !strip_tells_absent(texts)) {
    stack(rows, sentence(context, Role::absent, texts.absent, request.width, 2, context.theme.text),
          context.scale.gap(2));
  }
  if (parts.elsewhere) stack(rows, elsewhere_rows(context, texts, request.width), context.scale.gap(4));
  return rows;
}

// The words without what stands in rows of their own on a narrow glass.
SignTexts fewer_texts(SignTexts texts, const VisibleParts& parts) {
  if (!parts.track) texts.track.reset();
  if (!parts.time_left) texts.time_left.clear();
  return texts;
}

Block with_parts(const LayoutContext& context, const SignTexts& all, const MainRequest& request,
                 const VisibleParts& parts) {
  const SignTexts texts = fewer_texts(all, parts);
  const std::string headline = showable_title(context, texts.headline);
  Block block = eyebrow_block(context, texts, request.width, parts.labels);
  Block below = below_title(context, texts, request, parts);
  const int gap_above = context.scale.gap(request.tall ? 2.4 : 1.4);
  const int gap_below = context.scale.gap(request.tall ? 3 : 2.2);
  const int rest = request.height - block.height - below.height - gap_above - gap_below;
  const FitRequest title{headline,
                         FontStyle::display,
                         context.scale.title,
                         request.width,
                         rest,
                         request.tall ? std::size_t{6} : std::size_t{3},
                         kTitlePitch,
                         request.tall ? std::size_t{4} : std::size_t{2},
                         request.tall ? 0.1 : 0.06};
  if (parts.title) stack(block, fitted_block(context, Role::title, headline, title, context.theme.text), gap_above);
  stack(block, std::move(below), gap_below);
  return block;
}

int title_px(const Block& block) {
  for (const Item& item : block.items) {
    if (item.role == Role::title) return item.truncated ? 0 : item.font.px;
  }
  return 0;
}

bool fits_with_title(const Block& block, const MainRequest& request) {
  const bool title =
      std::any_of(block.items.begin(), block.items.end(), [](const Item& item) { return item.role == Role::title; });
  return title && block.height <= request.height;
}

// What is on stage comes before all that is told beside it.
Block least_block(const LayoutContext& context, const SignTexts& texts, const MainRequest& request) {
  static constexpr VisibleParts kStage{false, false, false, false, false, 0};
  static constexpr VisibleParts kWithoutTrack{false, false, false, false, false, 0, true, false};
  static constexpr VisibleParts kWithoutNote{false, false, false, false, false, 0, false};
  static constexpr VisibleParts kNothing{false, false, false, false, false, 0, false, false, false};
  for (const VisibleParts& parts :
       {VisibleParts{false, false, false, true, true, 1}, VisibleParts{false, false, false, false, true, 1},
        VisibleParts{false, false, false, false, false, 1}, kStage, kWithoutTrack}) {
    Block block = with_parts(context, texts, request, parts);
    if (good(block, request)) return block;
  }
  for (const VisibleParts& parts : {kStage, kWithoutNote, kNothing}) {
    Block block = with_parts(context, texts, request, parts);
    if (fits_with_title(block, request)) return block;
  }
  VisibleParts untitled = kNothing;
  untitled.title = false;
  return with_parts(context, texts, request, untitled);
}

}  // namespace

bool good(const Block& block, const MainRequest& request) {
  return block.height <= request.height && title_px(block) > 0;
}

Block main_block(const LayoutContext& context, const SignTexts& texts, const MainRequest& request) {
  Block full = with_parts(context, texts, request, {});
  if (texts.speakers.empty() && good(full, request)) return full;
  // Speakers are welcome where they hardly cost the title any size.
  Block plain = with_parts(context, texts, request, {false, true, true});
  if (good(full, request) && title_px(full) * 10 >= title_px(plain) * 9) return full;
  if (good(plain, request)) return plain;
  Block bare = with_parts(context, texts, request, {false, false, true});
  if (good(bare, request)) return bare;
  Block least = with_parts(context, texts, request, {false, false, false});
  if (good(least, request) || !request.last_resort) return least;
  return least_block(context, texts, request);
}

}  // namespace placard
