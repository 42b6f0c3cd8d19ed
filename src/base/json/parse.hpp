// SPDX-License-Identifier: MIT
// JSON text → Document, or one sentence with line and column.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

#include "base/json/document.hpp"

namespace placard::json {

/// Bounds on a text that may be hostile. A text beyond them is refused.
struct Limits {
  std::size_t max_bytes = std::size_t{16} << 20U;
  std::size_t max_depth = 32;          ///< nested lists and objects
  std::size_t max_values = 1'000'000;  ///< values in all
  bool comments = false;               ///< // and /* */ allowed (hand-written files)
};

/// Reads `text` (UTF-8, UTF-16 or UTF-32, with or without a byte-order mark; the document has it in UTF-8). `name`
/// stands in the problem. A key given twice, bad UTF-8 and anything after the value are errors. One value that is no
/// good does not refuse the text: half a character is read as U+FFFD, with a warning in the document; a number out of
/// range is one (OutOfRange) in its place. Takes linear time. Throws only std::bad_alloc. Any thread.
std::variant<Document, Problem> parse(std::string name, std::string text, const Limits& limits = {});

}  // namespace placard::json
