// SPDX-License-Identifier: MIT
// Numbers as people write them on a command line: decimal, whatever they begin with. CLI11 reads 010 as eight, and its
// versions differ over 0x10, 1_000 and blanks, so no option is bound to a number.
#pragma once

#include <optional>
#include <string_view>

namespace placard {

/// Digits alone: "8", "08", "010" (ten). Nothing for signs, blanks, other letters, and what an int can't hold.
std::optional<int> parse_whole(std::string_view text);

/// "60", "0.5", "060", "1e3"; nothing for other letters ("0x10", "inf", "nan"), blanks, and what a double can't hold.
std::optional<double> parse_decimal(std::string_view text);

}  // namespace placard
