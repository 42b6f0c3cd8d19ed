// SPDX-License-Identifier: MIT
// Every view of a sign during the whole event.
#pragma once

#include <optional>
#include <vector>

#include "sign/read_once.hpp"
#include "view/view_at.hpp"

namespace placard {

/// When an event takes place: from the first start to the last end in any room.
struct EventSpan {
  Instant begin;
  Instant end;
};

/// Nothing for a schedule without sessions.
std::optional<EventSpan> event_span(const Schedule& schedule);

/// The begin of an event as a moment.
Moment begin_of(const EventSpan& span);

/// What a sign knows that read these sources when the event began.
Knowledge knowledge_for_event(const Settings& settings, const SignSettings& sign, const SourcesOnce& sources,
                              const EventSpan& span);

/// What the sign says half an hour before the event, and at every next change until it is over; at most `most` views.
std::vector<View> views_of_event(const Knowledge& knowledge, const EventSpan& span, std::size_t most = 2'000);

}  // namespace placard
