// SPDX-License-Identifier: MIT
// A strip across the panel: what people must notice beside the programme.
#pragma once

#include "layout/parts/block.hpp"
#include "view/sign_texts.hpp"

namespace placard {

/// The strip under the header: a message from staff, else what of the sessions people are on their way to does not take
/// place here. At most `height` px high, `width` px wide; empty when there is nothing to say.
Block strip_block(const LayoutContext& context, const SignTexts& texts, int width, int height);

/// Whether the strip says what is absent, so that nothing else needs to.
bool strip_says_absent(const SignTexts& texts);

}  // namespace placard
