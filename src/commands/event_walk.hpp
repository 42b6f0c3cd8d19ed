// SPDX-License-Identifier: MIT
// Every view of a sign during the whole event.
#pragma once

#include <optional>
#include <vector>

#include "sign/effective_schedule.hpp"
#include "view/view_at.hpp"

namespace placard {

/// When an event takes place: from the first start to the last end in any room.
struct EventSpan {
  Instant begin;
  Instant end;
};

/// Nothing for a schedule without sessions.
std::optional<EventSpan> event_span(const Schedule& schedule);

/// What the sign of `input` says half an hour before the event, and at every next change until it is over; at most
/// `most` views. Overrides count as `programme` knows them.
std::vector<View> views_of_event(EffectiveSchedule& programme, const ViewInput& input, const EventSpan& span,
                                 std::size_t most = 2'000);

}  // namespace placard
