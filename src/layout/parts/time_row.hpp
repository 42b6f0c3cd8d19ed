// SPDX-License-Identifier: MIT
// When the main session is, where it is when not here, and how long it still runs.
#pragma once

#include "layout/parts/block.hpp"

namespace placard {

/// The texts of a time row; empty ones are not shown.
struct TimeTexts {
  std::string place;
  std::string time;
  std::string time_left;
  std::string printed;  ///< when it was to be, as published
};

/// "in East Ballroom" on a plate; empty where there is nothing to say.
Block place_block(const LayoutContext& context, const std::string& place, int width);

/// "in East Ballroom  1:00 – 1:30 PM  25 min left": whole in every width, if need be smaller or in several rows; only
/// of names of places without end the last words may be cut.
Block time_row_block(const LayoutContext& context, const TimeTexts& texts, int width);

}  // namespace placard
