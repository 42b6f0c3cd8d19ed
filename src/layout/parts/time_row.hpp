// SPDX-License-Identifier: MIT
// When the main session is, and how long it still runs.
#pragma once

#include "layout/parts/block.hpp"

namespace placard {

/// The texts of a time row; empty ones are not shown.
struct TimeTexts {
  std::string time;
  std::string time_left;
  std::string printed;  ///< when it was to be, as published
};

/// "1:00 – 1:30 PM  25 min left": whole in every width, if need be smaller or in two rows.
Block time_row_block(const LayoutContext& context, const TimeTexts& texts, int width);

}  // namespace placard
