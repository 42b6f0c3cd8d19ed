// Reads a bearer token from a file that only its owner can read. Any thread.
#pragma once

#include <string>

#include "base/text/error.hpp"

namespace placard {

/// The token: visible ASCII, 1 byte to 4 KiB. Space and line ends around it are dropped. Refused, in a sentence that
/// names the file, never its content: a file that group or others can read or write, an empty one, one of more than
/// 4 KiB, and one with anything but visible ASCII inside (control characters, a second line, "Bearer …").
Expected<std::string> read_token(const std::string& path);

}  // namespace placard
