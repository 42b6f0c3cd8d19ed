// SPDX-License-Identifier: MIT
// When the session on stage is, and how long it still runs.
#pragma once

#include "layout/parts/block.hpp"
#include "view/view.hpp"

namespace placard {

/// "1:00 – 1:30 PM  25 min left": whole in every width, if need be smaller or in two rows.
Block time_row_block(const LayoutContext& context, const SignTexts& texts, int width);

}  // namespace placard
