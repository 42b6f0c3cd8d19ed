// SPDX-License-Identifier: MIT
// What an event comes to: for what is known, for the copies on the disk, and for the log.
#pragma once

#include <string>
#include <vector>

#include "sign/cache_sync.hpp"
#include "sign/condition_log.hpp"
#include "sign/knowledge.hpp"
#include "sign/mailbox.hpp"

namespace placard {

/// Whether applying it may take time linear in the feeds: not for the thread that paints.
bool takes_long(const Event& event, const Knowledge& knowledge);

/// Applies an event that came at `moment` to a copy of what is known, and works out what the first view of it needs.
/// Any thread, while no other uses this copy.
void apply(const Event& event, Knowledge& next, const Moment& moment);

/// Has the copies on the disk follow an event that was applied to `next` at `moment`, and gives the lines for the log.
/// Main thread.
std::vector<std::string> record(const Event& event, const Knowledge& next, CacheSync& cache, ConditionLog& log,
                                const Moment& moment, std::chrono::milliseconds steady);

}  // namespace placard
