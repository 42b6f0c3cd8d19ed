// SPDX-License-Identifier: MIT
// "Did you mean": which known names come closest to a mistyped one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace placard {

/// How many letters must be changed, added, removed or swapped with their neighbour to turn one folded name into the
/// other.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// At most `count` of `known`, nearest first; only those near enough that a person may have meant them.
std::vector<std::string> nearest_names(std::string_view wanted, const std::vector<std::string>& known,
                                       std::size_t count = 3);

/// " Did you mean \"x\" or \"y\"?" with a leading space, or "" when nothing is near.
std::string did_you_mean(std::string_view wanted, const std::vector<std::string>& known);

}  // namespace placard
