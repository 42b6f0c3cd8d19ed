// SPDX-License-Identifier: MIT
// A sign's words as a few sentences, for those who have no picture before them: a terminal, a log.
#pragma once

#include <string>

#include "view/view.hpp"

namespace placard {

/// "Golden Gate B, 1:05 PM. Now: Ray at …, 1:00 – 1:30 PM, 25 min left [Reinforcement Learning]. Next: 1:45 PM …"
std::string alt_text(const SignTexts& texts);

}  // namespace placard
