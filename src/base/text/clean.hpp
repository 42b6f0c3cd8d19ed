// SPDX-License-Identifier: MIT
// Makes text from outside fit to be shown: valid UTF-8, no control, bidi or zero-width characters, no absurd length.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace placard {

/// The longest text a sign keeps of any title, name or label, in code points.
inline constexpr std::size_t kMaxShownCodePoints = 1000;

/// `text` on one line: trimmed; line breaks and tabs become spaces; control, bidi-control and zero-width characters
/// are dropped; invalid bytes become U+FFFD; cut after `max_code_points`. Any thread.
std::string clean_line(std::string_view text, std::size_t max_code_points = kMaxShownCodePoints);

/// The code points of valid UTF-8 (an invalid byte counts as U+FFFD). Any thread.
std::u32string code_points(std::string_view utf8);

/// The UTF-8 of `points`; the inverse of code_points().
std::string to_utf8(std::u32string_view points);

/// `text` cut to at most `max_bytes`, never inside a character.
std::string_view cut_bytes(std::string_view text, std::size_t max_bytes);

}  // namespace placard
