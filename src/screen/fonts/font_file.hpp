// SPDX-License-Identifier: MIT
// Whether a font file is still as its maker wrote it.
#pragma once

#include <string>
#include <string_view>

namespace placard {

/// Whether every table of an OpenType or TrueType font (the first one of a collection) lies inside the file and has the
/// checksum that its directory says. One damaged outline, undetected, can push all other text off the glass. Any
/// thread.
bool font_bytes_are_whole(std::string_view bytes);

/// The same of a file; false when it can't be read. Any thread.
bool font_file_is_whole(const std::string& path);

}  // namespace placard
