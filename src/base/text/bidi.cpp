// SPDX-License-Identifier: MIT
#include "base/text/bidi.hpp"

#include <fribidi.h>

#include <algorithm>
#include <numeric>

namespace placard {
namespace {

// Hebrew is the first script that is written from right to left; all before it needs no library.
bool all_left_to_right(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 0x0590; });
}

std::vector<FriBidiCharType> types_of(const std::vector<FriBidiChar>& chars) {
  std::vector<FriBidiCharType> types(chars.size());
  fribidi_get_bidi_types(chars.data(), static_cast<FriBidiStrIndex>(chars.size()), types.data());
  return types;
}

}  // namespace

Direction direction_of(std::u32string_view text) {
  if (all_left_to_right(text)) return Direction::left_to_right;
  const std::vector<FriBidiChar> chars(text.begin(), text.end());
  const auto types = types_of(chars);
  const auto base = fribidi_get_par_direction(types.data(), static_cast<FriBidiStrIndex>(types.size()));
  return FRIBIDI_IS_RTL(base) ? Direction::right_to_left : Direction::left_to_right;
}

std::vector<std::uint8_t> bidi_levels(std::u32string_view line, Direction base) {
  if (base == Direction::left_to_right && all_left_to_right(line)) return std::vector<std::uint8_t>(line.size(), 0);
  const std::vector<FriBidiChar> chars(line.begin(), line.end());
  const auto count = static_cast<FriBidiStrIndex>(chars.size());
  const auto types = types_of(chars);
  std::vector<FriBidiBracketType> brackets(chars.size());
  fribidi_get_bracket_types(chars.data(), count, types.data(), brackets.data());
  FriBidiParType paragraph = base == Direction::right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  std::vector<FriBidiLevel> levels(chars.size());
  // Out of memory it returns 0: then the text stands in the order it was written.
  if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &paragraph, levels.data()) == 0) {
    return std::vector<std::uint8_t>(line.size(), 0);
  }
  std::vector<std::uint8_t> out;
  for (const FriBidiLevel level : levels) out.push_back(static_cast<std::uint8_t>(std::max<int>(level, 0)));
  return out;
}

std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels) {
  std::vector<std::size_t> order(levels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const std::uint8_t highest = levels.empty() ? std::uint8_t{0} : *std::max_element(levels.begin(), levels.end());
  for (int level = highest; level > 0; --level) {
    auto at = order.begin();
    while (at != order.end()) {
      const auto in_run = [&levels, level](std::size_t i) { return levels[i] >= level; };
      at = std::find_if(at, order.end(), in_run);
      const auto end = std::find_if_not(at, order.end(), in_run);
      std::reverse(at, end);
      at = end;
    }
  }
  return order;
}

}  // namespace placard
