// SPDX-License-Identifier: MIT
// A view's facts → its words.
#pragma once

#include "base/time/tracked_instant.hpp"
#include "view/plans.hpp"
#include "view/rules/now_next.hpp"
#include "view/view.hpp"
#include "view/view_input.hpp"

namespace placard {

/// All that the glass says of `view`, whose facts are complete; `plan` and `chosen` are what they were made from. A
/// takeover and a replacement leave nothing of the programme.
SignTexts texts_for(const ViewInput& input, const View& view, const Plans& plans, const NowNext& chosen,
                    const TrackedInstant& at);

}  // namespace placard
