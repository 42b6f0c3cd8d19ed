// SPDX-License-Identifier: MIT
// Values → JSON text, for files that people go on editing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace placard::json {

/// `text` in quotes, escaped. Any thread.
std::string string_literal(std::string_view text);

/// ["a", "b"]
std::string list_literal(const std::vector<std::string>& texts);

}  // namespace placard::json
