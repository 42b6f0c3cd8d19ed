// SPDX-License-Identifier: MIT
// The entities of HTML that old feeds leave in their titles.
#pragma once

#include <string>

namespace placard {

/// `text` with "&amp;", "&quot;", "&lt;", "&gt;", "&#39;" and "&apos;" as the characters they stand for; other text
/// stays as it is. Any thread.
std::string without_entities(const std::string& text);

}  // namespace placard
