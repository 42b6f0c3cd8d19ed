// SPDX-License-Identifier: MIT
// What is wrong with what a sign knows, in sentences for the log and for whoever hangs it.
#pragma once

#include <string>
#include <vector>

#include "sign/condition_log.hpp"
#include "sign/knowledge.hpp"

namespace placard {

/// "" where the feed is well.
std::string trouble_sentence(const FeedTrouble& trouble);

/// Of the first feed that is not well, else whether their zone is unknown; "" if all is well.
std::string feeds_trouble(const Knowledge& knowledge);

/// Each condition as it is at the moment, for a ConditionLog.
Condition feed_condition(const FeedState& feeds, std::size_t feed);
/// Of an update that was read.
Condition zone_condition(const FeedUpdate& update);
Condition no_zone_condition(const Knowledge& knowledge);
Condition overrides_condition(const OverrideState& overrides);
Condition room_condition(const Knowledge& knowledge);
Condition clock_condition(const Knowledge& knowledge, const Moment& moment);

}  // namespace placard
