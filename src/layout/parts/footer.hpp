// SPDX-License-Identifier: MIT
// The foot of every sign: what comes next, and how old the schedule is.
#pragma once

#include "layout/parts/block.hpp"
#include "view/view.hpp"

namespace placard {

struct FooterRequest {
  int width = 0;
  int height = 0;        ///< px it may take when it lists more than one session
  std::size_t most = 1;  ///< sessions listed at the most
  std::size_t title_lines = 2;
  bool labels = true;    ///< with "Next" and the tracks
  bool upcoming = true;  ///< false: only how old the schedule is, which is never left out
};

/// What follows, under a rule: at least one session if there is one, and as many as find room.
Block footer_block(const LayoutContext& context, const SignTexts& texts, const FooterRequest& request);

}  // namespace placard
