// SPDX-License-Identifier: MIT
// The order in which mixed left-to-right and right-to-left text is drawn (Unicode UAX #9).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace placard {

enum class Direction { left_to_right, right_to_left };

/// The direction of a whole text: that of its first letter (rules P2 and P3). Any thread.
Direction direction_of(std::u32string_view text);

/// The embedding level of each character of one line of a text whose direction is `base`: odd levels are drawn from
/// right to left. Any thread.
std::vector<std::uint8_t> bidi_levels(std::u32string_view line, Direction base);

/// The order, from left to right, in which pieces of uniform levels stand on a line (rule L2): indexes into `levels`.
std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels);

}  // namespace placard
