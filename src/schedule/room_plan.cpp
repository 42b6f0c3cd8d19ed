// SPDX-License-Identifier: MIT
#include "schedule/room_plan.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text/fold.hpp"

namespace placard {
namespace {

constexpr std::chrono::minutes kLongestWithoutEnd{60};

bool share_a_room(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&b](std::size_t room) { return std::find(b.begin(), b.end(), room) != b.end(); });
}

// When sessions that end others start, in order: by room, and of those for every room.
struct Starts {
  std::vector<std::vector<Instant>> by_room;
  std::vector<Instant> every_room;
};

Starts starts_of(const Schedule& schedule) {
  Starts starts{std::vector<std::vector<Instant>>(schedule.rooms.size()), {}};
  for (const Session& session : schedule.sessions) {
    if (!takes_place(session)) continue;
    if (session.every_room) starts.every_room.push_back(session.start);
    for (const std::size_t room : session.rooms) starts.by_room[room].push_back(session.start);
  }
  for (auto& of_room : starts.by_room) std::sort(of_room.begin(), of_room.end());
  std::sort(starts.every_room.begin(), starts.every_room.end());
  return starts;
}

void cut_at_next_start(Instant& end, Instant start, const std::vector<Instant>& starts) {
  const auto next = std::upper_bound(starts.begin(), starts.end(), start);
  if (next != starts.end()) end = std::min(end, *next);
}

void cut_at_next_start(Instant& end, Instant start, const std::vector<std::size_t>& rooms, const Starts& starts) {
  for (const std::size_t room : rooms) cut_at_next_start(end, start, starts.by_room[room]);
}

bool has_end(const Session& session) {
  return session.end && *session.end > session.start;
}

Instant end_that_counts(const Session& session, const std::vector<std::size_t>& sign_rooms, const Starts& starts) {
  if (has_end(session)) return *session.end;
  Instant end = session.start + kLongestWithoutEnd;
  cut_at_next_start(end, session.start, starts.every_room);
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
  const Starts starts = all_end ? Starts{} : starts_of(schedule);
  for (std::size_t i = 0; i < schedule.sessions.size(); ++i) {
    const Session& session = schedule.sessions[i];
    const bool own = share_a_room(session.rooms, rooms);
    if (!own && !(with_every_room && session.every_room)) continue;
    PlannedSession planned;
    planned.session = &session;
    planned.start = session.start;
    planned.end = end_that_counts(session, rooms, starts);
    planned.end_assumed = session.end_assumed || !has_end(session);
    planned.marker = session.end == session.start;
    planned.room = matching_room(schedule, session, rooms);
    planned.own = own;
    planned.order = i;
    out.push_back(std::move(planned));
  }
  std::sort(out.begin(), out.end(), [](const PlannedSession& a, const PlannedSession& b) {
    return std::tie(a.start, a.order) < std::tie(b.start, b.order);
  });
  return out;
}

// Names of one room may each list the same session: it counts once.
void drop_repeated(RoomPlan& plan) {
  std::set<std::tuple<Instant, Instant, std::string, bool>> seen;
  std::erase_if(plan, [&seen](const PlannedSession& planned) {
    const bool own = planned.own && !planned.session->announced;
    return own &&
           !seen.emplace(planned.start, planned.end, fold_name(planned.session->title), takes_place(*planned.session))
                .second;
  });
}

}  // namespace

RoomPlan plan_room(const Schedule& schedule, const std::vector<std::size_t>& rooms) {
  RoomPlan planned = plan(schedule, rooms, true);
  if (rooms.size() > 1) drop_repeated(planned);
  return planned;
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
