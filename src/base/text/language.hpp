// SPDX-License-Identifier: MIT
// Which of several languages somebody is served best with.
#pragma once

#include <cstddef>
#include <string_view>

namespace placard {

/// How far the language `tag` is from the one `wanted` (BCP 47, as lookup of RFC 4647 does it: without case, "_" as
/// "-"); the least is best. First comes the tag itself, then longer ones ("de" finds "de-formal"), then the same of
/// what is left of `wanted` without its last part ("de-AT" finds "de", and "de-CH"), then English, then any other.
/// Any thread.
std::size_t language_distance(std::string_view wanted, std::string_view tag);

}  // namespace placard
