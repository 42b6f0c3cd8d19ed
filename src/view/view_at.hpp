// SPDX-License-Identifier: MIT
// (input, instant) → what a sign says.
#pragma once

#include "view/view.hpp"
#include "view/view_input.hpp"

namespace placard {

/// What the sign says at `at`, with the instants of its next changes. Pure; one thread an input.
View view_at(const ViewInput& input, Instant at);

/// A view that only says a sentence: a sign that can't work ("This sign needs attention: …").
View attention_view(const std::string& room, const std::string& sentence, const TimeStyle& times, Instant at);

}  // namespace placard
