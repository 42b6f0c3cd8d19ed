// SPDX-License-Identifier: MIT
// (input, instant) → what a sign says.
#pragma once

#include <functional>

#include "view/view.hpp"
#include "view/view_input.hpp"

namespace placard {

/// What the sign says at `at`, with the instants of its next changes. Pure; any thread.
View view_at(const ViewInput& input, Instant at);

/// The same where the input itself depends on the instant. `input_at` is asked for `at`, then for the instants at which
/// another input counts, in order; the schedule of an input must live until the next one was asked for.
View view_at(const std::function<TimedInput(Instant)>& input_at, Instant at);

/// A view that only says a sentence: a sign that can't work ("This sign needs attention: …").
View attention_view(const std::string& room, const std::string& sentence, const TimeStyle& times, Instant at);

}  // namespace placard
