// SPDX-License-Identifier: MIT
// What staff say, in the words of the glass.
#pragma once

#include "base/time/tracked_instant.hpp"
#include "view/view.hpp"
#include "view/view_input.hpp"

namespace placard {

/// Whether anything of the programme is shown: a takeover and a replacement leave nothing of it.
bool shows_programme(const View& view);

/// How many messages a sign finds words for: people in front of it read no more.
inline constexpr std::size_t kMostMessages = 5;

/// The newest message of the loudest level, and the older ones of that level that nothing hides, each text once.
void write_message(SignTexts& texts, const ViewInput& input, const View& view, const TrackedInstant& at);

/// What stands in place of the programme, unless a takeover does.
void write_replacement(SignTexts& texts, const View& view);

}  // namespace placard
