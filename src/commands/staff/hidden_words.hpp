// SPDX-License-Identifier: MIT
// Which messages hide which, in words.
#pragma once

#include <string>
#include <vector>

#include "commands/staff_file.hpp"

namespace placard {

/// What the last of `all` hides from now on that nothing else hides, and what it is hidden behind, a sentence each:
/// "It hides lunch-is-served on 12 signs until 2:00 PM today."
std::vector<std::string> hiding_sentences(const StaffFile& file, const Overrides& all);

/// For each of `all` behind what it stands now: ", hidden behind evacuation on 3 of 12 signs"; "" where it is seen.
std::vector<std::string> hidden_marks(const StaffFile& file, const Overrides& all);

}  // namespace placard
