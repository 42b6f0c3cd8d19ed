// SPDX-License-Identifier: MIT
// What may stand between the tokens of a JSON text that people write: white space and comments.
#pragma once

#include <cstddef>
#include <string_view>

namespace placard::json {

/// The place after the // or /* */ comment that begins at `at`, before the line's end; `at` itself where none does.
std::size_t after_comment(std::string_view text, std::size_t at);

/// The first place from `at` on that holds neither white space nor a comment.
std::size_t after_blanks(std::string_view text, std::size_t at);

}  // namespace placard::json
