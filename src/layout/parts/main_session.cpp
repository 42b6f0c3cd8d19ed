// SPDX-License-Identifier: MIT
#include "layout/parts/main_session.hpp"

#include <algorithm>

#include "layout/parts/eyebrow.hpp"
#include "layout/parts/spacing.hpp"
#include "layout/parts/speakers.hpp"
#include "layout/parts/strip.hpp"
#include "layout/parts/time_row.hpp"
#include "layout/parts/visible_parts.hpp"

namespace placard {
namespace {

// What differs between the orientations: gaps in the units of TypeScale::gap(), and lines.
struct Proportions {
  double above_title;
  double below_title;
  double above_alternatives;
  std::size_t title_lines;
  std::size_t easy_title_lines;
  double title_line_cost;
  std::size_t speaker_lines;
};

constexpr Proportions kLandscape{.above_title = 1.4,
                                 .below_title = 2.2,
                                 .above_alternatives = 2,
                                 .title_lines = 3,
                                 .easy_title_lines = 2,
                                 .title_line_cost = 0.06,
                                 .speaker_lines = 2};
constexpr Proportions kPortrait{.above_title = 2.4,
                                .below_title = 3,
                                .above_alternatives = 4,
                                .title_lines = 6,
                                .easy_title_lines = 4,
                                .title_line_cost = 0.1,
                                .speaker_lines = 10};

const Proportions& proportions_of(const MainRequest& request) {
  return request.orientation == Orientation::portrait ? kPortrait : kLandscape;
}

Block progress_bar(const LayoutContext& context, const SignTexts& texts, int width) {
  if (!texts.main.progress) return {};
  const int height = std::max(4, context.scale.gap(1.2));
  const int done = std::clamp(width * *texts.main.progress / 1000, height, width);
  const Color color = texts.main.track ? mark_color(context, texts.main.track->color) : context.theme.text;
  return shape_block(Role::progress, {{{0, 0, width, height}, context.theme.rule, height / 2},
                                      {{0, 0, done, height}, color, height / 2}});
}

Block sentence(const LayoutContext& context, const TextPart& part, int width, std::size_t max_lines) {
  const FitRequest request{.text = part.text,
                           .style = FontStyle::plain,
                           .sizes = {context.scale.body, context.scale.small},
                           .width = width,
                           .max_lines = max_lines,
                           .pitch = kTextPitch};
  return text_block(context, part, fit_text(context.measure, request));
}

Block small_heading(const LayoutContext& context, const std::string& text) {
  return line_block(context, {Role::label, text, context.theme.quiet}, {FontStyle::strong, context.scale.small});
}

Block elsewhere_rows(const LayoutContext& context, const SignTexts& texts, int width) {
  if (texts.main.elsewhere.empty()) return {};
  Block rows = small_heading(context, "On now elsewhere");
  stack(rows, sentence(context, {Role::elsewhere, texts.main.elsewhere, context.theme.text}, width, 2),
        context.scale.gap(kUnderLabelGap));
  return rows;
}

// Of a full session: where else something begins.
Block alternative_rows(const LayoutContext& context, const SignTexts& texts, int width, std::size_t max_count) {
  const std::size_t count = std::min(max_count, texts.main.alternatives.size());
  if (count == 0) return {};
  Block rows = small_heading(context, "Starting soon elsewhere");
  for (std::size_t i = 0; i < count; ++i) {
    stack(rows, small_line(context, {Role::alternative, texts.main.alternatives[i], context.theme.text}, width),
          context.scale.gap(kUnderLabelGap));
  }
  return rows;
}

// A note takes half of the main session at the most.
std::size_t note_lines(const LayoutContext& context, const MainRequest& request) {
  return static_cast<std::size_t>(std::clamp(request.height / (2 * std::max(1, context.scale.body)), 1, 6));
}

Block note_and_times(const LayoutContext& context, const SignTexts& texts, const MainRequest& request,
                     VisibleParts parts) {
  Block rows;
  if (parts.shows(Part::note) && !texts.main.note.empty()) {
    const TextPart note{Role::note, texts.main.note, context.theme.quiet};
    stack(rows, sentence(context, note, request.width, note_lines(context, request)), 0);
  }
  const std::string time_left = parts.shows(Part::time_left) ? texts.main.time_left : "";
  stack(rows,
        time_row_block(context, {texts.main.place, texts.main.time, time_left, texts.main.printed}, request.width), 0);
  if (parts.shows(Part::progress)) {
    stack(rows, progress_bar(context, texts, request.width), context.scale.gap(1.6));
  }
  return rows;
}

Block absent_row(const LayoutContext& context, const SignTexts& texts, int width) {
  if (texts.main.absent.empty() || strip_says_absent(texts)) return {};
  return sentence(context, {Role::absent, texts.main.absent, context.theme.text}, width, 2);
}

Block below_title(const LayoutContext& context, const SignTexts& texts, const MainRequest& request,
                  VisibleParts parts) {
  const Proportions& proportions = proportions_of(request);
  const int width = request.width;
  Block rows = note_and_times(context, texts, request, parts);
  if (parts.shows(Part::speakers) && !texts.main.speakers.empty()) {
    stack(rows, speakers_block(context, texts.main.speakers, {width, proportions.speaker_lines}),
          context.scale.gap(2.4));
  }
  stack(rows, alternative_rows(context, texts, width, alternatives_in(parts)),
        context.scale.gap(proportions.above_alternatives));
  if (parts.shows(Part::absent)) stack(rows, absent_row(context, texts, width), context.scale.gap(kParagraphGap));
  if (parts.shows(Part::elsewhere)) stack(rows, elsewhere_rows(context, texts, width), context.scale.gap(4));
  return rows;
}

EyebrowDetail eyebrow_detail(VisibleParts parts) {
  if (!parts.shows(Part::track)) return EyebrowDetail::status;
  return parts.shows(Part::labels) ? EyebrowDetail::labels : EyebrowDetail::track;
}

Block title_block(const LayoutContext& context, const std::string& title, const MainRequest& request, int height) {
  const Proportions& proportions = proportions_of(request);
  const FitRequest asked{.text = title,
                         .style = FontStyle::display,
                         .sizes = context.scale.title,
                         .width = request.width,
                         .height = height,
                         .max_lines = proportions.title_lines,
                         .pitch = 1.1,
                         .easy_lines = proportions.easy_title_lines,
                         .line_cost = proportions.title_line_cost};
  return fitted_block(context, {Role::title, title, context.theme.text}, asked);
}

Block with_parts(const LayoutContext& context, const SignTexts& texts, const MainRequest& request, VisibleParts parts) {
  Block block = eyebrow_block(context, texts, request.width, eyebrow_detail(parts));
  Block below = below_title(context, texts, request, parts);
  const int gap_above = context.scale.gap(proportions_of(request).above_title);
  const int gap_below = context.scale.gap(proportions_of(request).below_title);
  const int rest = request.height - block.height - below.height - gap_above - gap_below;
  if (parts.shows(Part::title)) {
    stack(block, title_block(context, showable_title(context, texts.main.headline), request, rest), gap_above);
  }
  stack(block, std::move(below), gap_below);
  return block;
}

const Item* title_of(const Block& block) {
  const auto title =
      std::find_if(block.items.begin(), block.items.end(), [](const Item& item) { return item.role == Role::title; });
  return title == block.items.end() ? nullptr : &*title;
}

// 0 where the title does not stand whole.
int whole_title_px(const Block& block) {
  const Item* title = title_of(block);
  return title == nullptr || title->truncated ? 0 : title->font.px;
}

bool fits_with_title(const Block& block, const MainRequest& request) {
  return title_of(block) != nullptr && block.height <= request.height;
}

// What is on comes before all that is said beside it, and a whole title before its track; then a title that is cut.
Block least_block(const LayoutContext& context, const SignTexts& texts, const MainRequest& request) {
  for (const VisibleParts parts :
       {kOneAlternative, kWithoutElsewhere, kWithoutAbsent, kSessionAlone, kSessionWithoutTrack}) {
    Block block = with_parts(context, texts, request, parts);
    if (fits_whole(block, request)) return block;
  }
  for (const VisibleParts parts : {kSessionAlone, kSessionWithoutNote, kTitleAndTime}) {
    Block block = with_parts(context, texts, request, parts);
    if (fits_with_title(block, request)) return block;
  }
  return with_parts(context, texts, request, kTimeAlone);
}

}  // namespace

bool fits_whole(const Block& main, const MainRequest& request) {
  return main.height <= request.height && whole_title_px(main) > 0;
}

Block main_block(const LayoutContext& context, const SignTexts& texts, const MainRequest& request) {
  Block full = with_parts(context, texts, request, kEverything);
  if (texts.main.speakers.empty() && fits_whole(full, request)) return full;
  // Speakers are welcome where they hardly cost the title any size.
  Block plain = with_parts(context, texts, request, kWithoutSpeakers);
  if (fits_whole(full, request) && whole_title_px(full) * 10 >= whole_title_px(plain) * 9) return full;
  if (fits_whole(plain, request)) return plain;
  Block bare = with_parts(context, texts, request, kWithoutLabels);
  if (fits_whole(bare, request)) return bare;
  Block least = with_parts(context, texts, request, kWithoutProgress);
  if (fits_whole(least, request) || request.concession == Concession::details) return least;
  return least_block(context, texts, request);
}

}  // namespace placard
