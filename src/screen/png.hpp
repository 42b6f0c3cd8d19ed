// SPDX-License-Identifier: MIT
// Pictures as PNG files.
#pragma once

#include <string>

#include "base/text/error.hpp"
#include "screen/pixels.hpp"

namespace placard {

/// Writes `pixels` to `path`; "-" is standard output. Gives the bytes that were written.
Expected<std::string> write_png(const Pixels& pixels, const std::string& path);

}  // namespace placard
