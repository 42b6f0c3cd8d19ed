// SPDX-License-Identifier: MIT
// Bold strokes from a face that has none.
#pragma once

#include "screen/fonts/glyph_mask.hpp"

namespace placard {

/// Makes the strokes of a mask wider to the right by `px` (a fraction makes the last pixel paler), and the mask with
/// them; its ink is left to be found. Strokes that lie stay as thin as they are: dense ideographs do not fill up.
void embolden(GlyphMask& mask, double px);

}  // namespace placard
