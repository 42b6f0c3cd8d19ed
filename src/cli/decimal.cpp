// SPDX-License-Identifier: MIT
#include "cli/decimal.hpp"

#include <charconv>

namespace placard {
namespace {

// std::from_chars, of the whole text, which may hold `characters` only.
template <typename Number>
std::optional<Number> parse(std::string_view text, std::string_view characters) {
  if (text.find_first_not_of(characters) != std::string_view::npos) return std::nullopt;
  Number number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<int> parse_whole(std::string_view text) {
  return parse<int>(text, "0123456789");
}

std::optional<double> parse_decimal(std::string_view text) {
  return parse<double>(text, "0123456789.eE+-");
}

}  // namespace placard
