// SPDX-License-Identifier: MIT
// Smaller pictures.
#pragma once

#include "screen/pixels.hpp"

namespace placard {

/// `pixels` made smaller by a whole factor, each pixel the mean of factor × factor ones; what is over at the right and
/// at the bottom is left out.
Pixels downscaled(const Pixels& pixels, int factor);

}  // namespace placard
