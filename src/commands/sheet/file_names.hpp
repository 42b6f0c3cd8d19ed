// SPDX-License-Identifier: MIT
// What the proof sheet's files and anchors are called after.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace placard {

/// For each of `names` one that is fit for a file and an anchor, and like no other, also where letters differ only in
/// case: the name itself where it is one already ("hall-1"); else its letters and digits ("Hall 1" → "hall-1", 東 → 東),
/// with a digest of the name behind them where another sign's would be the same. The order of the names changes nothing.
std::map<std::string, std::string> file_names(const std::vector<std::string>& names);

}  // namespace placard
