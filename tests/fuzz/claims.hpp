// SPDX-License-Identifier: MIT
// What fuzzers hold results to, beside not crashing. A claim that fails ends the program; the fuzzer keeps the input.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schedule/formats/feed_format.hpp"
#include "view/view_at.hpp"

namespace placard::fuzz {

/// Ends the program with `what` and `text` unless `holds`.
void claim(bool holds, const char* what, std::string_view text = {});

/// A text that may stand on the glass, by rules of our own: valid UTF-8 without control, bidi-control and zero-width
/// characters, no space at its ends, at most 1000 code points.
void claim_clean(std::string_view text, const char* what);

/// Problems stand in the document they are about, and their sentences hold no control characters.
void claim_problems(const Problems& problems, std::string_view document, const std::string& name);

/// What came of reading `document`.
void claim_feed(const ReadFeed& feed, std::string_view document, const std::string& name);

/// What signs of a few rooms say of the schedule at a few instants, when they next change, and where it stands on the
/// glass (with type but no fonts).
void claim_signs(const Schedule& schedule);

/// What is told when the next version of the schedule takes its place.
void claim_updates(const Schedule& schedule);

inline std::string text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace placard::fuzz
