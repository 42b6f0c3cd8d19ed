// SPDX-License-Identifier: MIT
// Frame → pixels, on the CPU: the same pixels headless, in a window and on the device.
#pragma once

#include <vector>

#include "glass/font_book.hpp"
#include "glass/pixels.hpp"
#include "sign/frame.hpp"

namespace placard {

/// Paints the whole frame. Main thread (fonts).
Pixels paint(const Frame& frame, const FontBook& fonts);

}  // namespace placard
