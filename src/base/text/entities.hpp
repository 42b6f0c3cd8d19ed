// SPDX-License-Identifier: MIT
// The character references of HTML ("&eacute;", "&#8217;") that feeds leave in their texts.
#pragma once

#include <string>
#include <string_view>

namespace placard {

/// `text` with every reference of the HTML standard as what it stands for, decoded once ("&amp;amp;" is "&amp;"):
/// numbers by its rule, names with their semicolon, since "R&D" and "?a=1&copy=2" are no references. Other text stays
/// as it is. The result is not cleaned: a reference may stand for a control character. Any thread.
std::string decode_entities(std::string_view text);

}  // namespace placard
