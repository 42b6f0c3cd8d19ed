// SPDX-License-Identifier: MIT
// What became of sessions that are not where or when people look for them, in the words of the glass.
#pragma once

#include "base/time/tracked_instant.hpp"
#include "view/view.hpp"
#include "view/view_input.hpp"

namespace placard {

/// How long before a session's start people look for it.
inline constexpr seconds kOnTheWay{30 * 60};

/// Of the view's absent sessions the one that people are on their way to, else the first, and how many more there are.
void write_absent(SignTexts& texts, const ViewInput& input, const View& view, const TrackedInstant& at);

}  // namespace placard
