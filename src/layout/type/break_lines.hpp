// SPDX-License-Identifier: MIT
// Where a text may be broken, and which breaks look best.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace placard {

/// A piece of text after which a line may end (Unicode UAX #14, less the places of kept_together.hpp).
struct Segment {
  std::string text;          ///< without the spaces at its end
  bool space_after = false;  ///< false: the break would come inside a word, after a hyphen or slash, or between CJK

  bool operator==(const Segment&) const = default;
};

std::vector<Segment> segments_of(std::string_view text);

/// Segments first … last-1 as one text.
std::string joined(const std::vector<Segment>& segments, std::size_t first, std::size_t last);

/// Cuts every segment wider than `width`, where UAX #14 lets it or else between graphemes, so that each piece fits if a
/// single grapheme does.
std::vector<Segment> cut_wide_segments(const std::vector<Segment>& segments, int width,
                                       const std::function<int(std::string_view)>& measure);

/// Where the lines end, and how far from handsome that is (0: nothing to mend; 0.1 is worth about 10 % of type size).
struct Breaks {
  std::vector<std::size_t> ends;  ///< index after the last segment of each line
  double ugliness = 0;
};

/// A text's segments and what they take in one font.
struct MeasuredSegments {
  const std::vector<Segment>& segments;
  std::vector<int> widths;  ///< px, of each segment
  int space = 0;            ///< px, between two that a space parts
};

/// The best way to set segments in exactly `lines` lines of at most `width` px; nothing if they don't fit.
/// Balanced; no lonely short word at the end; a last line of at least 30 % of the widest; rather after a colon than
/// after a short word; hyphens last.
std::optional<Breaks> break_into(const MeasuredSegments& measured, std::size_t lines, int width);

}  // namespace placard
