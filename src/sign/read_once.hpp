// SPDX-License-Identifier: MIT
// What the commands that end read: every source once.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "sign/feed_update.hpp"
#include "sign/read_once.hpp"

namespace placard {

/// Reads every feed once, in the order of the config; waits at most `timeout` for each.
std::vector<FeedUpdate> read_feeds_once(const Settings& settings,
                                        std::chrono::seconds timeout = std::chrono::seconds(30));

/// All that could be read as one schedule; nullopt when nothing could.
std::optional<Schedule> merged_schedule(const std::vector<FeedUpdate>& all);

/// Whether every feed could be read: part of a programme proves nothing about a room it does not name.
bool all_read(const std::vector<FeedUpdate>& all);

}  // namespace placard
