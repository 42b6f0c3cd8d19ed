// SPDX-License-Identifier: MIT
#include "schedule/room_plan.hpp"

#include <algorithm>
#include <tuple>

namespace placard {
namespace {

constexpr std::chrono::minutes kLongestWithoutEnd{60};

bool share_a_room(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&b](std::size_t room) { return std::find(b.begin(), b.end(), room) != b.end(); });
}

// When sessions that end others start, by room, in order.
using Starts = std::vector<std::vector<Instant>>;

Starts starts_by_room(const Schedule& schedule) {
  Starts starts(schedule.rooms.size());
  for (const Session& session : schedule.sessions) {
    if (!takes_place(session) || session.every_room) continue;
    for (const std::size_t room : session.rooms) starts[room].push_back(session.start);
  }
  for (auto& of_room : starts) std::sort(of_room.begin(), of_room.end());
  return starts;
}

void cut_at_next_start(Instant& end, Instant start, const std::vector<std::size_t>& rooms, const Starts& starts) {
  for (const std::size_t room : rooms) {
    const auto next = std::upper_bound(starts[room].begin(), starts[room].end(), start);
    if (next != starts[room].end()) end = std::min(end, *next);
  }
}

bool has_end(const Session& session) {
  return session.end && *session.end > session.start;
}

Instant end_that_counts(const Session& session, const std::vector<std::size_t>& sign_rooms, const Starts& starts) {
  if (has_end(session)) return *session.end;
  Instant end = session.start + kLongestWithoutEnd;
  cut_at_next_start(end, session.start, session.rooms, starts);
  // A sign's names all mean one room, so a session under any of them also ends one under another.
  if (share_a_room(session.rooms, sign_rooms)) cut_at_next_start(end, session.start, sign_rooms, starts);
  return end;
}

std::string matching_room(const Schedule& schedule, const Session& session, const std::vector<std::size_t>& rooms) {
  for (const std::size_t room : session.rooms) {
    if (std::find(rooms.begin(), rooms.end(), room) != rooms.end()) return schedule.rooms[room].name;
  }
  return session.rooms.empty() ? "" : schedule.rooms[session.rooms.front()].name;
}

RoomPlan plan(const Schedule& schedule, const std::vector<std::size_t>& rooms, bool with_every_room) {
  RoomPlan out;
  const bool all_end = std::all_of(schedule.sessions.begin(), schedule.sessions.end(), has_end);
  const Starts starts = all_end ? Starts{} : starts_by_room(schedule);
  for (std::size_t i = 0; i < schedule.sessions.size(); ++i) {
    const Session& session = schedule.sessions[i];
    const bool own = share_a_room(session.rooms, rooms);
    if (!own && !(with_every_room && session.every_room)) continue;
    out.push_back({&session, session.start, end_that_counts(session, rooms, starts),
                   session.end_assumed || !has_end(session), matching_room(schedule, session, rooms), own, i});
  }
  std::sort(out.begin(), out.end(), [](const PlannedSession& a, const PlannedSession& b) {
    return std::tie(a.start, a.order) < std::tie(b.start, b.order);
  });
  return out;
}

}  // namespace

RoomPlan plan_room(const Schedule& schedule, const std::vector<std::size_t>& rooms) {
  return plan(schedule, rooms, true);
}

RoomPlan plan_own_sessions(const Schedule& schedule, const std::vector<std::size_t>& rooms) {
  return plan(schedule, rooms, false);
}

std::optional<Instant> last_end(const Schedule& schedule) {
  std::optional<Instant> last;
  for (const Session& session : schedule.sessions) {
    const Instant end = has_end(session) ? *session.end : session.start + kLongestWithoutEnd;
    if (!session.announced && (!last || end > *last)) last = end;
  }
  return last;
}

}  // namespace placard
