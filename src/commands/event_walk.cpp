// SPDX-License-Identifier: MIT
#include "commands/event_walk.hpp"

#include <algorithm>

namespace placard {

using namespace std::chrono_literals;

std::optional<EventSpan> event_span(const Schedule& schedule) {
  std::optional<EventSpan> span;
  for (const Session& session : schedule.sessions) {
    const Instant end = std::max(session.end.value_or(session.start + 1h), session.start);
    if (!span) span = EventSpan{session.start, end};
    span->begin = std::min(span->begin, session.start);
    span->end = std::max(span->end, end);
  }
  return span;
}

std::vector<View> views_of_event(EffectiveSchedule& programme, const ViewInput& input, const EventSpan& span,
                                 std::size_t most) {
  std::vector<View> views;
  Instant at = span.begin - 30min;
  while (views.size() < most) {
    views.push_back(view_at([&](Instant asked) { return programme.at(input, asked); }, at));
    const auto next = views.back().next_change;
    if (!next || *next > span.end) break;
    at = *next;
  }
  return views;
}

}  // namespace placard
