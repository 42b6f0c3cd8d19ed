// SPDX-License-Identifier: MIT
#include "sign/room_plan.hpp"

#include <algorithm>
#include <tuple>

namespace placard {
namespace {

constexpr std::chrono::minutes kLongestWithoutEnd{60};

bool share_a_room(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&b](std::size_t room) { return std::find(b.begin(), b.end(), room) != b.end(); });
}

// A sign's names all mean one room, so a session under any of them also ends one under another.
bool cuts(const Session& other, const Session& session, const std::vector<std::size_t>& sign_rooms) {
  if (other.cancelled || other.every_room || other.start <= session.start) return false;
  if (share_a_room(other.rooms, session.rooms)) return true;
  return share_a_room(session.rooms, sign_rooms) && share_a_room(other.rooms, sign_rooms);
}

Instant end_that_counts(const Schedule& schedule, const Session& session, const std::vector<std::size_t>& sign_rooms) {
  if (session.end && *session.end > session.start) return *session.end;
  Instant end = session.start + kLongestWithoutEnd;
  for (const Session& other : schedule.sessions) {
    if (other.start < end && cuts(other, session, sign_rooms)) end = other.start;
  }
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
  for (std::size_t i = 0; i < schedule.sessions.size(); ++i) {
    const Session& session = schedule.sessions[i];
    const bool own = share_a_room(session.rooms, rooms);
    if (!own && !(with_every_room && session.every_room)) continue;
    out.push_back({&session, session.start, end_that_counts(schedule, session, rooms),
                   matching_room(schedule, session, rooms), own, i});
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

}  // namespace placard
