// SPDX-License-Identifier: MIT
// The head of every sign: the room's name and the venue's clock.
#pragma once

#include "layout/parts/block.hpp"
#include "view/view.hpp"

namespace placard {

/// The room's name at the left, whole in one or two lines; the clock at the right of a row `width` px wide.
Block header_block(const LayoutContext& context, const SignTexts& texts, int width);

}  // namespace placard
