// SPDX-License-Identifier: MIT
// The foot of a room sign: what comes next.
#pragma once

#include "sign/block.hpp"
#include "sign/view.hpp"

namespace placard {

/// The first `count` later sessions under a rule, or the sentence that nothing follows. Empty when there is nothing to
/// say.
Block upcoming_block(const Desk& desk, const Words& words, int width, std::size_t count);

}  // namespace placard
