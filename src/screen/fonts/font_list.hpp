// SPDX-License-Identifier: MIT
// Which face draws what: fonts.json, staged beside the program.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "layout/type/text_measure.hpp"

namespace placard {

/// File names of the faces of each style, in fallback order.
struct FontList {
  std::array<std::vector<std::string>, 3> styles;  ///< by FontStyle
  std::vector<std::string> one_weight;             ///< faces made in one weight: bold styles embolden them

  const std::vector<std::string>& of(FontStyle style) const { return styles[static_cast<std::size_t>(style)]; }
};

/// Reads fonts.json; faces whose file is not in `folder` are left out. nullopt when the list can't be read or a style
/// has no face at all.
std::optional<FontList> read_font_list(const std::string& folder);

}  // namespace placard
