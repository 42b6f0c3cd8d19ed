// SPDX-License-Identifier: MIT
// What tells two documents apart, and a damaged one from a whole one.
#pragma once

#include <string>
#include <string_view>

namespace placard {

/// SHA-256 of `bytes` in lower-case hexadecimal. Any thread; throws only std::bad_alloc.
std::string sha256(std::string_view bytes);

}  // namespace placard
