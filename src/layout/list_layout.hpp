// SPDX-License-Identifier: MIT
// The sign that does not know the time: a day's list under its date, for the room.
#pragma once

#include "layout/frame/panel.hpp"
#include "look/theme.hpp"
#include "view/view.hpp"

namespace placard {

/// Lays out a view whose texts list a programme: as many sessions as find room, and how many more there are.
Frame lay_out_list(const View& view, const Panel& panel, const Theme& theme, const TextMeasure& measure);

}  // namespace placard
