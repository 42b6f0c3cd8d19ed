// SPDX-License-Identifier: MIT
// The one way in which what other threads tell becomes known, kept on the disk and logged.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "sign/cache_sync.hpp"
#include "sign/condition_log.hpp"
#include "sign/knowledge.hpp"
#include "sign/mailbox.hpp"

namespace placard {

/// Applies `event` to a copy of `knowledge`, hands what is to be kept to `cache`, and takes the copy once all went
/// well: an exception leaves nothing known by halves, and the same event may be applied again. Returns lines for the
/// log. `steady`: a clock that no step and no pretence moves.
std::vector<std::string> apply_event(const Event& event, Knowledge& knowledge, CacheSync& cache, ConditionLog& log,
                                     const Moment& moment, std::chrono::milliseconds steady);

}  // namespace placard
