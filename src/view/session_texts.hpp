// SPDX-License-Identifier: MIT
// The session people look for, in the words of the glass.
#pragma once

#include "base/time/tracked_instant.hpp"
#include "view/view.hpp"
#include "view/view_input.hpp"

namespace placard {

/// A track with its colour: the config's or the feed's, else one made from its name.
TrackLabel track_label(const ViewInput& input, const std::string& name);

/// What is on.
void write_now(SignTexts& texts, const ViewInput& input, const View& view, const TrackedInstant& at);

/// Whether something took place in this room today.
enum class HadToday { nothing, sessions };

/// What comes next, in a gap.
void write_next(SignTexts& texts, const ViewInput& input, const View& view, HadToday had, const TrackedInstant& at);

}  // namespace placard
