// SPDX-License-Identifier: MIT
// The row above a title: "Now", the track's chip, secondary labels.
#pragma once

#include "layout/parts/block.hpp"
#include "view/view.hpp"

namespace placard {

/// One row, or two where status and chip don't fit `width`; with `labels`, as many of them as fit whole. How many
/// more sessions there are is said where it fits.
Block eyebrow_block(const LayoutContext& context, const SignTexts& texts, int width, bool labels);

}  // namespace placard
