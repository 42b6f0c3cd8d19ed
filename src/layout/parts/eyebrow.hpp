// SPDX-License-Identifier: MIT
// The row above a title: "Now", the track's chip, secondary labels.
#pragma once

#include "layout/parts/block.hpp"
#include "view/view.hpp"

namespace placard {

/// How much an eyebrow says.
enum class EyebrowDetail {
  status,  ///< no more than must be said
  track,   ///< and the track
  labels,  ///< and as many labels as fit whole
};

/// One row, or two where status and chip don't fit `width`. How many more sessions there are is said where it fits.
Block eyebrow_block(const LayoutContext& context, const SignTexts& texts, int width, EyebrowDetail detail);

}  // namespace placard
