// SPDX-License-Identifier: MIT
// The countdown's number, with what it means.
#pragma once

#include "layout/parts/block.hpp"
#include "view/sign_texts.hpp"

namespace placard {

/// The number's size: the largest px at which it fits a slot with its texts.
int number_px(const LayoutContext& context, const SignTexts& texts, int width, int height);

/// The number with its label above and its phase below, all at the right edge of `width`. Nothing moves when the number
/// ticks or when a phase comes or goes.
Block count_block(const LayoutContext& context, const SignTexts& texts, int width, int px);

/// How much of `width`, from the right edge, a count block takes or will take.
int count_width(const LayoutContext& context, const SignTexts& texts, const Block& count, int width);

}  // namespace placard
