// SPDX-License-Identifier: MIT
// Where no line may end although UAX #14, as libunistring 1.0 reads it, would let it.
#pragma once

#include <string_view>

namespace placard {

/// Whether `left` and `right`, which stand side by side with a space between them or none, are read as one: a word with
/// a full stop, comma or colon in it ("Node.js", "e.g.", "std::move": UAX #14's LB29, which libunistring leaves out),
/// "C++", "-x", a word in katakana, a number with its unit or counter ("-5 °C", "100万円", "第3会場"). `left` may be
/// all that stands before on the line.
bool kept_together(std::string_view left, bool space, std::string_view right);

}  // namespace placard
