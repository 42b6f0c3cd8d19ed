// SPDX-License-Identifier: MIT
// Lists of later sessions.
#pragma once

#include "layout/parts/block.hpp"
#include "view/view.hpp"

namespace placard {

/// Whether "Next" and the track stand over a session.
enum class SessionLabels { shown, hidden };

struct UpcomingRequest {
  int width = 0;
  std::size_t count = 1;        ///< how many sessions
  std::size_t title_lines = 2;  ///< a title may take
  SessionLabels labels = SessionLabels::shown;
};

/// The first later sessions under a rule, or the sentence that nothing follows. Empty when there is nothing to say.
Block upcoming_block(const LayoutContext& context, const SignTexts& texts, const UpcomingRequest& request);

/// The first of a day's sessions under a rule, without labels.
Block programme_block(const LayoutContext& context, const std::vector<Upcoming>& programme,
                      const UpcomingRequest& request);

}  // namespace placard
