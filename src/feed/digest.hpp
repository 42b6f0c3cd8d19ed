// SPDX-License-Identifier: MIT
// What tells two documents apart, and a damaged one from a whole one.
#pragma once

#include <string>
#include <string_view>

namespace placard {

/// SHA-256 of `bytes` in lower-case hexadecimal; "" only if there was no memory for it. Any thread.
std::string sha256(std::string_view bytes) noexcept;

}  // namespace placard
