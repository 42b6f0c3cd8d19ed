// SPDX-License-Identifier: MIT
// Pictures from PNG files, for comparing.
#pragma once

#include <string>

#include "screen/pixels.hpp"

namespace placard::test {

/// The picture in a file, as libpng reads it; an empty one if it can't or if it is not opaque.
Pixels read_png(const std::string& path);

}  // namespace placard::test
