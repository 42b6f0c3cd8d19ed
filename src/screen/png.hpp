// SPDX-License-Identifier: MIT
// Pictures as PNG files.
#pragma once

#include <string>

#include "screen/pixels.hpp"

namespace placard {

/// Writes `pixels` to `path`; "-" is standard output. Returns a sentence when it fails, else "".
std::string write_png(const Pixels& pixels, const std::string& path);

}  // namespace placard
