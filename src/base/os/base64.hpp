// SPDX-License-Identifier: MIT
// Bytes as text.
#pragma once

#include <string>
#include <string_view>

namespace placard {

/// `bytes`, a GiB at most, as base64 (RFC 4648), in one line. Any thread; throws only std::bad_alloc.
std::string base64(std::string_view bytes);

}  // namespace placard
