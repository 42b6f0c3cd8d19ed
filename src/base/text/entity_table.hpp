// SPDX-License-Identifier: MIT
// The names of HTML's character references.
#pragma once

#include <span>
#include <string_view>

namespace placard {

struct Entity {
  std::string_view name;  ///< without "&" and ";"; its case counts
  std::string_view text;  ///< UTF-8, one character or two
};

/// All of the HTML standard's (section 13.5; the list is closed), in ascending order of their names. The build writes
/// them down with entity_table.py. Any thread.
std::span<const Entity> entity_table();

}  // namespace placard
