// SPDX-License-Identifier: MIT
// The tags of HTML that feeds leave in their texts.
#pragma once

#include <string>
#include <string_view>

namespace placard {

/// `text` without its HTML tags and comments. Tags that break a line or a block ("<br>", "</p>") leave one space. What
/// only looks like a tag stays: "a < b", "<3", "<stdio.h>", "Vec<T>", since only the elements of HTML are meant; and of
/// those the ones that people write about rather than with ("The <dialog> element") stay where they stand alone and
/// without attributes. Character references are left as they are ("&lt;em&gt;" is no tag). Linear. Any thread.
std::string without_tags(std::string_view text);

}  // namespace placard
