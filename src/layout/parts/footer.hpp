// SPDX-License-Identifier: MIT
// The foot of every sign: what comes next, and how old the schedule is.
#pragma once

#include "layout/parts/upcoming.hpp"

namespace placard {

struct FooterRequest {
  int width = 0;
  int height = 0;             ///< px it may take when it lists more than one session
  std::size_t max_count = 1;  ///< sessions listed at the most
  std::size_t title_lines = 2;
  SessionLabels labels = SessionLabels::shown;
};

/// What follows, under a rule: at least one session if there is one, and as many as find room; then how old the
/// schedule is.
Block footer_block(const LayoutContext& context, const SignTexts& texts, const FooterRequest& request);

/// Only how old the schedule is, which is never left out.
Block freshness_block(const LayoutContext& context, const SignTexts& texts, int width);

}  // namespace placard
