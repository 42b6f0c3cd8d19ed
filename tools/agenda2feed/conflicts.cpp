// SPDX-License-Identifier: MIT
#include "agenda2feed/conflicts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace placard::agenda {
namespace {

bool same_entry(const Session& a, const Session& b) {
  return a.room == b.room && a.start == b.start && a.end == b.end && a.title == b.title;
}

// A session without an end counts for its first minute only, so that nothing is claimed that the agenda does not say.
bool overlap(const Session& a, const Session& b) {
  const auto end = [](const Session& s) { return s.end.value_or(s.start + std::chrono::minutes(1)); };
  return a.room == b.room && a.start < end(b) && b.start < end(a);
}

}  // namespace

void drop_copies(Agenda& agenda) {
  std::vector<Session> kept;
  for (Session& session : agenda.sessions) {
    const auto first = std::find_if(kept.begin(), kept.end(), [&](const Session& k) { return same_entry(k, session); });
    if (first == kept.end()) {
      kept.push_back(std::move(session));
    } else {
      agenda.oddities.push_back({session.line, fmt::format("the entry of line {} once more; dropped", first->line)});
    }
  }
  agenda.sessions = std::move(kept);
}

void name_conflicts(Agenda& agenda) {
  for (auto later = agenda.sessions.begin(); later != agenda.sessions.end(); ++later) {
    for (auto earlier = agenda.sessions.begin(); earlier != later; ++earlier) {
      if (earlier->title == later->title) {
        agenda.oddities.push_back({later->line, fmt::format("has the title of the session on line {}", earlier->line)});
      }
      if (overlap(*earlier, *later)) {
        agenda.oddities.push_back(
            {later->line, fmt::format("overlaps the session on line {} in {}", earlier->line, later->room)});
      }
    }
  }
}

}  // namespace placard::agenda
