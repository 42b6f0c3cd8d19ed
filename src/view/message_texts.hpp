// SPDX-License-Identifier: MIT
// What staff say, in the words of the glass.
#pragma once

#include "base/time/tracked_instant.hpp"
#include "view/view.hpp"
#include "view/view_input.hpp"

namespace placard {

/// Whether anything of the programme is shown: a takeover and a replacement leave nothing of it.
bool shows_programme(const View& view);

/// The loudest message.
void write_message(SignTexts& texts, const ViewInput& input, const View& view, const TrackedInstant& at);

/// What stands in place of the programme, unless a takeover does.
void write_replacement(SignTexts& texts, const View& view);

}  // namespace placard
