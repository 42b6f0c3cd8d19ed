// SPDX-License-Identifier: MIT
#include "base/json/blanks.hpp"

#include <algorithm>

namespace placard::json {

std::size_t after_comment(std::string_view text, std::size_t at) {
  const std::string_view begin = text.substr(std::min(at, text.size()), 2);
  if (begin == "//") return std::min(text.find_first_of("\r\n", at), text.size());
  if (begin != "/*") return at;
  const auto end = text.find("*/", at + 2);
  return end == std::string_view::npos ? text.size() : end + 2;
}

std::size_t after_blanks(std::string_view text, std::size_t at) {
  for (;;) {
    const std::size_t token = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
    at = after_comment(text, token);
    if (at == token) return token;
  }
}

}  // namespace placard::json
