// SPDX-License-Identifier: MIT
// The foot of a room sign: what comes next.
#pragma once

#include "layout/parts/block.hpp"
#include "view/view.hpp"

namespace placard {

struct UpcomingRequest {
  int width = 0;
  std::size_t count = 1;        ///< how many sessions
  std::size_t title_lines = 2;  ///< a title may take
  bool labels = true;           ///< with "Next" and the track
};

/// The first later sessions under a rule, or the sentence that nothing follows. Empty when there is nothing to say.
Block upcoming_block(const LayoutContext& context, const SignTexts& texts, const UpcomingRequest& request);

}  // namespace placard
