// SPDX-License-Identifier: MIT
// A strip across the glass: what people must notice beside the programme.
#pragma once

#include "layout/parts/block.hpp"
#include "view/sign_texts.hpp"

namespace placard {

/// The strip under the header: a message from staff, else what of the sessions people are on their way to does not take
/// place here. At most `height` px high, `width` px wide; empty when there is nothing to say.
Block strip_block(const LayoutContext& context, const SignTexts& texts, int width, int height);

/// Places the header and, under it, the strip at the top of a frame; gives the y at which all else may begin.
/// `below_head` and `below_strip` are the gaps under them, in px; the strip takes at most `share` of the glass's
/// height.
int place_head(Frame& frame, const LayoutContext& context, const SignTexts& texts, int below_head, int below_strip,
               double share);

/// Whether the strip says what is absent, so that nothing else needs to.
bool strip_tells_absent(const SignTexts& texts);

}  // namespace placard
