// SPDX-License-Identifier: MIT
#include "overrides/delay_reach.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "overrides/changed_schedule.hpp"
#include "overrides/session_target.hpp"
#include "schedule/room_plan.hpp"

namespace placard {
namespace {

struct Reaching {
  std::set<std::size_t> moved;
  std::optional<Instant> end;
  bool taken_up = true;
};

void follow_room(Reaching& reaching, const Schedule& schedule, std::size_t room, seconds delay, Instant from) {
  seconds left = delay;
  std::optional<Instant> busy_until;
  for (const PlannedSession& planned : plan_own_sessions(schedule, {room})) {
    if (!takes_place(*planned.session) || planned.end <= from) continue;
    if (busy_until) left -= std::clamp(planned.start - *busy_until, seconds(0), left);
    if (left == seconds(0)) return;
    busy_until = busy_until ? std::max(*busy_until, planned.end) : planned.end;
    reaching.moved.insert(static_cast<std::size_t>(planned.session - schedule.sessions.data()));
    reaching.end = std::max(reaching.end.value_or(planned.end + left), planned.end + left);
  }
  if (busy_until) reaching.taken_up = false;
}

}  // namespace

Instant lateness_begin(const Overrides& said, const Override& delay, Instant from) {
  Instant begin = from;
  for (std::size_t tried = 0; tried <= said.size(); ++tried) {
    const Instant last = begin;
    for (const Override& one : said) {
      const bool late = std::holds_alternative<DelayOverride>(one.what) && one.from && in_force(one, last, last);
      if (late && may_name_one_room(one, delay)) begin = std::min(begin, *one.from);
    }
    if (begin == last) break;
  }
  return begin;
}

Schedule with_session_changes(const Schedule& published, const Overrides& overrides, Instant at) {
  LoadedOverrides known;
  std::vector<std::size_t> changes;
  for (const Override& entry : overrides) {
    const bool of_session = std::holds_alternative<SessionOverride>(entry.what);
    if (of_session && in_force(entry, at, at)) changes.push_back(known.size());
    known.push_back({entry, at});
  }
  return changed_schedule(published, known, changes);
}

DelayReach reach_of_delay(const Schedule& schedule, const Override& entry, Instant from) {
  Reaching reaching;
  const auto* late = std::get_if<DelayOverride>(&entry.what);
  for (std::size_t room = 0; late != nullptr && room < schedule.rooms.size(); ++room) {
    if (fits_room(entry, schedule.rooms[room])) follow_room(reaching, schedule, room, late->delay, from);
  }
  return {{reaching.moved.begin(), reaching.moved.end()}, reaching.end, reaching.taken_up};
}

Problems check_delays(const Overrides& overrides, const Schedule& schedule, const TimeZone& zone,
                      const std::string& file) {
  Problems problems;
  for (const Override& entry : overrides) {
    const auto* late = std::get_if<DelayOverride>(&entry.what);
    if (late == nullptr || !entry.from || !entry.until || *entry.until <= *entry.from) continue;
    const auto reach = reach_of_delay(with_session_changes(schedule, overrides, *entry.from), entry, *entry.from);
    if (!reach.end || *reach.end <= *entry.until) continue;
    problems.push_back({Severity::warning, file, entry.line, entry.column,
                        fmt::format("This delay of {} minutes ends before what it makes late is over: from then on the "
                                    "signs show the printed times again.",
                                    late->delay.count()),
                        fmt::format("Write \"until\": \"{}\".", zone.format(*reach.end))});
  }
  return problems;
}

}  // namespace placard
