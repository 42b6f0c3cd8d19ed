// SPDX-License-Identifier: MIT
// Frame → pixels, on the CPU: the same pixels headless, in a window and on the device.
#pragma once

#include <vector>

#include "layout/frame/frame.hpp"
#include "screen/fonts/font_book.hpp"
#include "screen/pixels.hpp"

namespace placard {

/// Paints the whole frame. Main thread (fonts).
Pixels paint(const Frame& frame, const FontBook& fonts);

/// Where two frames of the same size may differ, as few rectangles; everywhere if they differ in more than items.
std::vector<Rect> changed_areas(const Frame& before, const Frame& after);

/// Paints only those areas of a frame anew, over an older picture of the same size. Main thread (fonts).
void repaint(Pixels& pixels, const Frame& frame, const std::vector<Rect>& areas, const FontBook& fonts);

}  // namespace placard
