// SPDX-License-Identifier: MIT
#include "commands/event_walk.hpp"

#include <algorithm>
#include <utility>

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

Moment begin_of(const EventSpan& span) {
  Moment moment;
  moment.now = span.begin;
  return moment;
}

Knowledge knowledge_for_event(const Settings& settings, const SignSettings& sign, const SourcesOnce& sources,
                              const EventSpan& span) {
  KnowledgeRules rules;
  rules.pretended = true;
  auto venue = std::make_shared<const Venue>(Venue{settings, sign, ""});
  return knowledge_of(std::move(venue), std::move(rules), sources, begin_of(span));
}

std::vector<View> views_of_event(const Knowledge& knowledge, const EventSpan& span, std::size_t most) {
  const ViewInput input = knowledge.at(begin_of(span));
  std::vector<View> views;
  Instant at = span.begin - 30min;
  while (views.size() < most) {
    views.push_back(view_at(input, at));
    const auto next = views.back().next_change;
    if (!next || *next > span.end) break;
    at = *next;
  }
  return views;
}

}  // namespace placard
