// SPDX-License-Identifier: MIT
#include "layout/type/break_lines.hpp"

#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>

#include <algorithm>
#include <cstdint>
#include <limits>

#include "base/text/clean.hpp"
#include "layout/type/kept_together.hpp"

namespace placard {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

Segment make_segment(std::string_view text) {
  const auto end = text.find_last_not_of(' ');
  const bool space = end == std::string_view::npos || end + 1 < text.size();
  return {std::string(text.substr(0, end == std::string_view::npos ? 0 : end + 1)), space};
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool is_short_word(std::string_view word) {
  const auto points = code_points(word);
  return points.size() <= 3 && !points.empty() && points.back() >= U'a' && points.back() <= U'z';
}

std::string_view last_word(std::string_view text) {
  const auto space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

bool is_dash(std::string_view text) {
  return text == "-" || text == "–" || text == "—" || text == "|" || text == "·";
}

// Korean has spaces between its words.
bool is_hangul(char32_t c) {
  return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF);
}

// What a line end costs where there is no space.
double cost_inside(char32_t last) {
  static constexpr std::u32string_view kPauses = U"、，。．：；！？」』）】｜";
  if (is_hangul(last)) return 0.20;
  if (last < 0x2E80) return 0.10;
  return kPauses.find(last) == std::u32string_view::npos ? 0.0 : -0.06;
}

// "Golden Gate B" is read as one; "A" and "I" are words.
bool is_letter_of_name(std::string_view next) {
  return next.size() == 1 && next.front() >= 'B' && next.front() <= 'Z' && next != "I";
}

// What a line end between `segment` and `next` costs the eye.
double break_cost(const Segment& segment, const Segment& next) {
  const std::string_view text = segment.text;
  if (is_dash(next.text)) return 0.15;
  if (!segment.space_after) return cost_inside(code_points(text).back());
  if (ends_with(text, ":") || ends_with(text, "–") || ends_with(text, "—")) return -0.03;
  if (text == "&" || text == "+" || text == "@") return 0.03;
  if (is_letter_of_name(next.text)) return 0.05;
  return is_short_word(last_word(text)) ? 0.02 : 0.0;
}

struct LineWidths {
  std::vector<int> before;  // pen position before segment i, were all on one line
  const std::vector<Segment>& segments;
  const std::vector<int>& each;

  int of(std::size_t first, std::size_t last) const { return before[last - 1] - before[first] + each[last - 1]; }
};

LineWidths sum_up(const MeasuredSegments& measured) {
  LineWidths out{{}, measured.segments, measured.widths};
  int pen = 0;
  for (std::size_t i = 0; i < measured.segments.size(); ++i) {
    out.before.push_back(pen);
    pen += measured.widths[i] + (measured.segments[i].space_after ? measured.space : 0);
  }
  return out;
}

double line_cost(const LineWidths& widths, std::size_t first, std::size_t last, int width) {
  const int line = widths.of(first, last);
  if (line > width) return kNever;
  const double slack = static_cast<double>(width - line) / width;
  const bool at_end = last == widths.segments.size();
  return slack * slack + (at_end ? 0.0 : break_cost(widths.segments[last - 1], widths.segments[last]));
}

// How the finished lines look as a whole.
double ugliness(const LineWidths& widths, const std::vector<std::size_t>& ends) {
  if (ends.size() < 2) return 0;
  int widest = 0;
  int narrowest = std::numeric_limits<int>::max();
  double cost = 0;
  std::size_t first = 0;
  for (const std::size_t end : ends) {
    widest = std::max(widest, widths.of(first, end));
    narrowest = std::min(narrowest, widths.of(first, end));
    if (end < widths.segments.size()) cost += break_cost(widths.segments[end - 1], widths.segments[end]);
    first = end;
  }
  const std::size_t last_first = ends[ends.size() - 2];
  const int last = widths.of(last_first, ends.back());
  const bool lonely = ends.back() - last_first == 1 && code_points(widths.segments.back().text).size() <= 4;
  if (lonely || last * 10 < widest * 3) cost += 0.3;
  return cost + 0.10 * (1.0 - static_cast<double>(narrowest) / widest);
}

// For each number of lines k and of segments i:
struct Settings {
  std::vector<std::vector<double>> cost;       // the least cost of setting the first i segments in k lines
  std::vector<std::vector<std::size_t>> from;  // where the last of these lines begins
};

Settings cheapest_settings(const LineWidths& widths, std::size_t lines, int width) {
  const std::size_t count = widths.segments.size();
  Settings out{std::vector(lines + 1, std::vector<double>(count + 1, kNever)),
               std::vector(lines + 1, std::vector<std::size_t>(count + 1, 0))};
  out.cost[0][0] = 0;
  for (std::size_t k = 1; k <= lines; ++k) {
    for (std::size_t end = k; end <= count; ++end) {
      for (std::size_t start = end; start-- > k - 1;) {
        if (widths.of(start, end) > width) break;
        const double total = out.cost[k - 1][start] + line_cost(widths, start, end, width);
        if (total >= out.cost[k][end]) continue;
        out.cost[k][end] = total;
        out.from[k][end] = start;
      }
    }
  }
  return out;
}

// A segment cut between graphemes into pieces that fit.
void add_pieces(std::vector<Segment>& out, const Segment& segment, int width,
                const std::function<int(std::string_view)>& measure) {
  std::vector<char> breaks(segment.text.size());
  u8_grapheme_breaks(bytes_of(segment.text), segment.text.size(), breaks.data());
  std::string piece;
  std::size_t start = 0;
  for (std::size_t i = 1; i <= segment.text.size(); ++i) {
    if (i < segment.text.size() && breaks[i] == 0) continue;
    const std::string grapheme = segment.text.substr(start, i - start);
    if (!piece.empty() && measure(piece + grapheme) > width) {
      out.push_back({piece, false});
      piece.clear();
    }
    piece += grapheme;
    start = i;
  }
  out.push_back({piece, segment.space_after});
}

// Segments as UAX #14 has them, as far as libunistring knows it.
std::vector<Segment> unicode_segments(std::string_view text) {
  std::vector<Segment> segments;
  std::vector<char> breaks(text.size());
  u8_possible_linebreaks(bytes_of(text), text.size(), "UTF-8", breaks.data());
  std::size_t start = 0;
  for (std::size_t i = 1; i <= text.size(); ++i) {
    const bool here = i == text.size() || breaks[i] == UC_BREAK_POSSIBLE || breaks[i] == UC_BREAK_MANDATORY;
    if (!here) continue;
    Segment segment = make_segment(text.substr(start, i - start));
    if (!segment.text.empty()) segments.push_back(std::move(segment));
    start = i;
  }
  return segments;
}

bool is_stop(char c) {
  return c == '.' || c == ',' || c == ':';
}

// Where a word that is too wide may be broken: where Unicode lets it, and behind a stop before a letter, where only
// UAX #14's LB29 forbids it.
std::vector<Segment> parts_of_word(std::string_view text) {
  std::vector<Segment> parts;
  for (const Segment& segment : unicode_segments(text)) {
    std::size_t start = 0;
    for (std::size_t i = 1; i < segment.text.size(); ++i) {
      const auto next = code_points(std::string_view(segment.text).substr(i, 4));
      const bool here = is_stop(segment.text[i - 1]) && !next.empty() && uc_is_property_alphabetic(next.front());
      if (!here) continue;
      parts.push_back({segment.text.substr(start, i - start), false});
      start = i;
    }
    parts.push_back({segment.text.substr(start), segment.space_after});
  }
  return parts;
}

// What is wider than the place is broken there, however odd that looks, and only then between graphemes.
void add_broken(std::vector<Segment>& out, const Segment& segment, int width,
                const std::function<int(std::string_view)>& measure) {
  Segment line;
  const auto finish = [&] {
    if (line.text.empty()) return;
    if (measure(line.text) <= width) {
      out.push_back(line);
    } else {
      add_pieces(out, line, width, measure);
    }
    line = {};
  };
  for (const Segment& piece : parts_of_word(segment.text)) {
    const std::string longer = line.text + (line.space_after ? " " : "") + piece.text;
    const bool fits = !line.text.empty() && measure(longer) <= width;
    if (!fits) finish();
    line = {fits ? longer : piece.text, piece.space_after};
  }
  line.space_after = segment.space_after;
  finish();
}

}  // namespace

std::vector<Segment> segments_of(std::string_view text) {
  std::vector<Segment> out;
  for (Segment& segment : unicode_segments(text)) {
    if (out.empty() || !kept_together(out.back().text, out.back().space_after, segment.text)) {
      out.push_back(std::move(segment));
      continue;
    }
    Segment& last = out.back();
    last.text += (last.space_after ? " " : "") + segment.text;
    last.space_after = segment.space_after;
  }
  return out;
}

std::string joined(const std::vector<Segment>& segments, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) {
    out += segments[i].text;
    if (segments[i].space_after && i + 1 < last) out += ' ';
  }
  return out;
}

std::vector<Segment> cut_wide_segments(const std::vector<Segment>& segments, int width,
                                       const std::function<int(std::string_view)>& measure) {
  std::vector<Segment> out;
  for (const Segment& segment : segments) {
    if (measure(segment.text) <= width) {
      out.push_back(segment);
    } else {
      add_broken(out, segment, width, measure);
    }
  }
  return out;
}

std::optional<Breaks> break_into(const MeasuredSegments& measured, std::size_t lines, int width) {
  const std::size_t count = measured.segments.size();
  if (count == 0 || lines == 0 || lines > count) return std::nullopt;
  const LineWidths widths = sum_up(measured);
  const Settings settings = cheapest_settings(widths, lines, width);
  if (settings.cost[lines][count] == kNever) return std::nullopt;
  Breaks breaks;
  breaks.ends.resize(lines);
  std::size_t end = count;
  for (std::size_t k = lines; k > 0; --k) {
    breaks.ends[k - 1] = end;
    end = settings.from[k][end];
  }
  breaks.ugliness = ugliness(widths, breaks.ends);
  return breaks;
}

}  // namespace placard
