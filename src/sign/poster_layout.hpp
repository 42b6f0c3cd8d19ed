// SPDX-License-Identifier: MIT
// The layout without a programme: a takeover, or what staff put in the programme's place.
#pragma once

#include "sign/frame.hpp"
#include "sign/glass.hpp"
#include "sign/theme.hpp"
#include "sign/view.hpp"

namespace placard {

/// Whether words belong on a poster.
bool is_poster(const Words& words);

/// Lays a poster out: the room's name, the clock, and the message as large as the glass allows. Main thread.
Frame lay_out_poster(const View& view, const Glass& glass, const Theme& theme, const TextMeasure& measure);

}  // namespace placard
