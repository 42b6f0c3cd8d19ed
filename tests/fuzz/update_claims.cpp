// SPDX-License-Identifier: MIT
#include <algorithm>

#include "fuzz/claims.hpp"
#include "schedule/announced_schedule.hpp"
#include "schedule/plausibility.hpp"

namespace placard::fuzz {
namespace {

using namespace std::chrono_literals;

// The next version of a feed: one session gone, one later, one in another room.
Schedule updated(Schedule schedule) {
  auto& sessions = schedule.sessions;
  sessions.erase(sessions.begin());
  if (!sessions.empty()) sessions.front().start += 10min;
  if (sessions.size() > 1 && !sessions.back().rooms.empty()) {
    std::size_t& room = sessions.back().rooms.front();
    room = (room + 1) % schedule.rooms.size();
  }
  return schedule;
}

}  // namespace

void claim_updates(const Schedule& schedule) {
  if (schedule.sessions.empty() || schedule.rooms.empty()) return;
  const Instant now = schedule.sessions.front().start - 30min;
  claim(changes_to_announce({}, schedule, schedule, now).empty(), "a feed that stays as it is has no changes");
  claim(
      suspicion_of(schedule, schedule, {{schedule.rooms.front().name}, "", now, schedule.generated_at}).reasons.empty(),
      "a feed that stays as it is raises no suspicion");
  const Schedule news = updated(schedule);
  const auto changes = changes_to_announce({}, schedule, news, now);
  claim(changes.size() <= schedule.sessions.size(), "no more changes than sessions");
  for (const FeedChange& change : changes) claim(change.until > now, "nobody is told after its time");
  claim(changes_to_announce(changes, news, schedule, now).size() <= 2 * schedule.sessions.size(),
        "who is back where it was is told at most where it stood meanwhile");
  claim_signs(with_changes_announced(news, changes));
}

}  // namespace placard::fuzz
