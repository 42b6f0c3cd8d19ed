// SPDX-License-Identifier: MIT
// The layout without a programme: a takeover, or what staff put in the programme's place.
#pragma once

#include "layout/frame/frame.hpp"
#include "layout/frame/panel.hpp"
#include "look/theme.hpp"
#include "view/view.hpp"

namespace placard {

/// Whether texts belong on a poster.
bool is_poster(const SignTexts& texts);

/// Lays a poster out: the room's name, the clock, and the message as large as the panel allows. Main thread.
Frame lay_out_poster(const View& view, const Panel& panel, const Theme& theme, const TextMeasure& measure);

}  // namespace placard
