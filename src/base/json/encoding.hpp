// SPDX-License-Identifier: MIT
// JSON that is not UTF-8: Windows' programs save UTF-16.
#pragma once

#include <string>

namespace placard::json {

/// `bytes` as UTF-8 where they are UTF-16 or UTF-32, in either order: by their byte-order mark, which is dropped, else
/// by the zero bytes among the first four, as JSON begins with two ASCII characters (RFC 4627, section 3). Halves and
/// numbers that are no character become U+FFFD. Other bytes stay as they are. Any thread.
std::string as_utf8(std::string bytes);

}  // namespace placard::json
