// SPDX-License-Identifier: MIT
// What commands that end know: every source read once. The only producer of a Knowledge beside the running sign.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "sign/knowledge.hpp"
#include "sign/sources/feed_update.hpp"
#include "sign/sources/override_state.hpp"
#include "sign/sources/polled_sources.hpp"

namespace placard {

/// The answers of a venue's sources, each asked once.
struct SourcesOnce {
  std::vector<FeedUpdate> feeds;             ///< in the order of the config
  std::optional<OverridesUpdate> overrides;  ///< nothing: the config names none, or they were not asked for
};

/// Asks every source once; waits at most `timeout` for each feed and 10 s for the messages. Any thread.
SourcesOnce read_sources_once(const Settings& settings, SourceSet which,
                              std::chrono::seconds timeout = std::chrono::seconds(30));

/// All feeds that could be read as one schedule; null when none could.
std::shared_ptr<const Schedule> merged_schedule(const std::vector<FeedUpdate>& feeds);

/// The zone whose clocks the glass shows, as far as these answers tell where the config does not.
TimeZone zone_of(const Settings& settings, const std::vector<FeedUpdate>& feeds);

/// Whether all of them could be read.
Coverage coverage_of(const std::vector<FeedUpdate>& feeds);

/// What a sign knows that has read these sources at `moment`, and nothing since. Messages count as first read then.
Knowledge knowledge_of(std::shared_ptr<const Venue> venue, KnowledgeRules rules, const SourcesOnce& sources,
                       const Moment& moment);

}  // namespace placard
