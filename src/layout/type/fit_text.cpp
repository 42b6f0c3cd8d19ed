// SPDX-License-Identifier: MIT
#include "layout/type/fit_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>

#include "base/text/clean.hpp"
#include "layout/type/break_lines.hpp"

namespace placard {
namespace {

struct Candidate {
  int px = 0;
  std::vector<Segment> segments;
  Breaks breaks;
  double score = 0;
};

int space_width(const TextMeasure& measure, const Font& font) {
  return line_width(measure, font, "n n") - line_width(measure, font, "nn");
}

MeasuredSegments measured(const TextMeasure& measure, const Font& font, const std::vector<Segment>& segments) {
  MeasuredSegments out{segments, {}, space_width(measure, font)};
  for (const Segment& segment : segments) out.widths.push_back(line_width(measure, font, segment.text));
  return out;
}

int pitch_px(const FitRequest& request, int px) {
  return static_cast<int>(std::lround(request.pitch * px));
}

// The widest line once set: letters move together or apart around spaces.
int widest_line(const TextMeasure& measure, const Font& font, const std::vector<Segment>& segments,
                const Breaks& breaks) {
  int widest = 0;
  std::size_t first = 0;
  for (const std::size_t end : breaks.ends) {
    widest = std::max(widest, line_width(measure, font, joined(segments, first, end)));
    first = end;
  }
  return widest;
}

// Breaks whose lines, widest as they are set by `set_width`, fit: not only as the sum of their words.
std::optional<Breaks> breaks_that_fit(const MeasuredSegments& segments, std::size_t lines, int width,
                                      const std::function<int(const Breaks&)>& set_width) {
  int tried = width;
  for (int i = 0; i < 4; ++i) {
    auto breaks = break_into(segments, lines, tried);
    if (!breaks) return std::nullopt;
    const int over = set_width(*breaks) - width;
    if (over <= 0) return breaks;
    tried -= over;
  }
  return std::nullopt;
}

// As few lines as possible, or one more where that looks better.
std::optional<Breaks> best_breaks(const TextMeasure& measure, const FitRequest& request, int px,
                                  const std::vector<Segment>& segments) {
  const Font font{request.style, px};
  const MeasuredSegments sizes = measured(measure, font, segments);
  const auto set_width = [&](const Breaks& breaks) { return widest_line(measure, font, segments, breaks); };
  std::optional<Breaks> best;
  std::size_t tried = 0;
  for (std::size_t lines = 1; lines <= request.max_lines && tried < 2; ++lines) {
    if (text_height(px, pitch_px(request, px), lines) > request.height) break;
    auto breaks = breaks_that_fit(sizes, lines, request.width, set_width);
    if (!breaks) continue;
    ++tried;
    if (lines > request.easy_lines) {
      breaks->ugliness += request.line_cost * static_cast<double>(lines - request.easy_lines);
    }
    if (!best || breaks->ugliness + 0.02 < best->ugliness) best = std::move(breaks);
  }
  return best;
}

std::optional<Candidate> best_candidate(const TextMeasure& measure, const FitRequest& request,
                                        const std::vector<Segment>& segments) {
  std::optional<Candidate> best;
  for (const int px : request.sizes) {
    const double size_share = static_cast<double>(px) / request.sizes.front();
    if (best && size_share + 0.1 < best->score) break;
    auto breaks = best_breaks(measure, request, px, segments);
    if (!breaks) continue;
    const double score = size_share - breaks->ugliness;
    if (!best || score > best->score) best = Candidate{px, segments, std::move(*breaks), score};
  }
  return best;
}

FittedText set_lines(const TextMeasure& measure, const FitRequest& request, const Candidate& candidate) {
  FittedText fitted;
  fitted.font = {request.style, candidate.px};
  fitted.pitch = pitch_px(request, candidate.px);
  // A line is ordered as the whole text is: its own first letter says nothing.
  fitted.direction = direction_of(code_points(request.text));
  std::size_t first = 0;
  for (const std::size_t end : candidate.breaks.ends) {
    const std::string text = joined(candidate.segments, first, end);
    fitted.lines.push_back(set_line(measure, fitted.font, text, {.base = fitted.direction}));
    first = end;
  }
  return fitted;
}

// "Internal," becomes "Internal…": what leads on to more goes with it.
std::string with_ellipsis(const std::string& text) {
  static constexpr std::u32string_view kLeadOn = U",;:.-、，。：；";
  std::u32string points = code_points(text);
  const auto end = points.find_last_not_of(kLeadOn);
  if (end != std::u32string::npos) points.resize(end + 1);
  return to_utf8(points) + "…";
}

// Chinese and Japanese have no spaces: there every character may be the last.
bool ends_word(const Segment& segment) {
  return segment.space_after || code_points(segment.text).back() >= 0x2E80;
}

// Where a text may be cut; what comes later is for texts that can't be cut better.
enum class TruncationPoint { after_word, after_letter, anywhere };

// A dash or "&" alone leads on to what is no longer there.
bool leads_on(const Segment& segment) {
  return segment.text.find_first_not_of(",;:.-+&|") == std::string::npos || segment.text == "–";
}

// The first `count` segments, as a text cut there; nothing where it may not be cut.
std::vector<Segment> first_segments(const std::vector<Segment>& all, std::size_t count, TruncationPoint cut) {
  if (cut == TruncationPoint::after_word && !ends_word(all[count - 1])) return {};
  if (cut != TruncationPoint::anywhere && leads_on(all[count - 1])) return {};
  std::vector<Segment> kept(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
  kept.back() = {with_ellipsis(kept.back().text), false};
  return kept;
}

// How many segments but the last could fit were no place lost at the ends of lines.
std::size_t most_that_could_fit(const std::vector<int>& widths, const FitRequest& request) {
  const std::int64_t place = static_cast<std::int64_t>(request.width) * static_cast<std::int64_t>(request.max_lines);
  std::int64_t used = 0;
  std::size_t count = 0;
  while (count + 1 < widths.size() && used + widths[count] <= place) used += widths[count++];
  return count;
}

// Words are dropped from the end until the rest and an ellipsis fit; where not even one word does, letters are.
FittedText truncate(const TextMeasure& measure, const FitRequest& request) {
  const int px = request.sizes.back();
  const Font font{request.style, px};
  // Measured with its ellipsis, which may stand further from a letter than their widths say.
  const auto all = cut_wide_segments(segments_of(request.text), request.width, [&](std::string_view text) {
    return line_width(measure, font, std::string(text) + "…");
  });
  if (const auto breaks = best_breaks(measure, request, px, all))
    return set_lines(measure, request, {px, all, *breaks, 0});
  const std::size_t most = most_that_could_fit(measured(measure, font, all).widths, request);
  for (const TruncationPoint cut :
       {TruncationPoint::after_word, TruncationPoint::after_letter, TruncationPoint::anywhere}) {
    for (std::size_t count = most; count > 0; --count) {
      const auto kept = first_segments(all, count, cut);
      const auto breaks = best_breaks(measure, request, px, kept);
      if (!breaks) continue;
      FittedText fitted = set_lines(measure, request, {px, kept, *breaks, 0});
      fitted.truncated = true;
      return fitted;
    }
  }
  return {font, {}, pitch_px(request, px), direction_of(code_points(request.text)), !all.empty()};
}

}  // namespace

int FittedText::width() const {
  int widest = 0;
  for (const Line& line : lines) widest = std::max(widest, line.width);
  return widest;
}

int ascent_px(int px) {
  return static_cast<int>(std::lround(px * 0.97));
}
int descent_px(int px) {
  return static_cast<int>(std::lround(px * 0.25));
}

int text_height(int px, int pitch, std::size_t lines) {
  return lines == 0 ? 0 : ascent_px(px) + descent_px(px) + pitch * static_cast<int>(lines - 1);
}

FittedText fit_text(const TextMeasure& measure, const FitRequest& asked) {
  FitRequest request = asked;
  request.text = drawable_text(measure, asked.style, asked.text);
  const auto segments = segments_of(request.text);
  if (segments.empty() || request.sizes.empty()) return {};
  const auto best = best_candidate(measure, request, segments);
  return best ? set_lines(measure, request, *best) : truncate(measure, request);
}

}  // namespace placard
