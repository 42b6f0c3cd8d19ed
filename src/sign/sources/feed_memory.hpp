// SPDX-License-Identifier: MIT
// What the updates of a feed told that its last edition alone does not tell, and how it is kept beside the copy.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schedule/feed_changes.hpp"
#include "schedule/room_renames.hpp"

namespace placard {

struct FeedMemory {
  std::vector<FeedChange> changes;  ///< what is still to be told
  NewNames new_names;               ///< what the feed calls rooms of the sign now

  bool operator==(const FeedMemory&) const = default;
};

/// So many changes are kept, the soonest …
inline constexpr std::size_t kMostChangesKept = 500;
/// … in so many bytes.
inline constexpr std::size_t kMostMemoryBytes = 256 * 1024;

/// `memory` as JSON on one line, even where there is nothing to tell: then that is known. Any thread.
std::string kept_text(const FeedMemory& memory);

/// What kept_text() wrote; nothing where the text is anything else. Any thread.
std::optional<FeedMemory> read_kept(const std::string& text);

}  // namespace placard
