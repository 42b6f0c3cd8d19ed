// SPDX-License-Identifier: MIT
#include "overrides/changed_schedule.hpp"

#include <algorithm>
#include <map>

#include "base/text/fold.hpp"
#include "overrides/session_target.hpp"
#include "schedule/room_plan.hpp"

namespace placard {
namespace {

// The end that counts by rule 4, in the schedule as published.
Instant published_end(const Schedule& published, const Session& session) {
  for (const PlannedSession& planned : plan_room(published, session.rooms)) {
    if (planned.session == &session) return planned.end;
  }
  return session.end.value_or(session.start);
}

void keep_printed_times(Session& session, Instant end) {
  if (!session.printed_start) session.printed_start = session.start;
  if (!session.printed_end) session.printed_end = end;
}

void set_times(Session& session, const SessionChanges& changes, Instant end) {
  if (!changes.start && !changes.end) return;
  keep_printed_times(session, end);
  const seconds length = end - session.start;
  if (changes.start) session.start = *changes.start;
  if (changes.end) session.end = changes.end;
  // A new start alone leaves the end as it is, unless the session would then end before it begins.
  if (session.end && *session.end <= session.start) session.end = session.start + length;
}

void set_details(Session& session, const SessionChanges& changes, Instant end) {
  if (changes.title) session.title = *changes.title;
  if (changes.speakers) session.speakers = *changes.speakers;
  if (changes.track) session.track = *changes.track;
  set_times(session, changes, end);
}

// The changes to one session, whatever their order in the file.
void change_session(const Schedule& published, Session& session, std::size_t index, const SessionOverride& change) {
  if (change.cancelled) session.cancelled = true;
  if (change.full) session.full = true;
  if (!change.move_to.empty()) session.moved_to = change.move_to;
  if (change.set) set_details(session, *change.set, published_end(published, published.sessions[index]));
}

bool stands_in(const Session& session, const std::vector<std::size_t>& rooms) {
  return std::any_of(session.rooms.begin(), session.rooms.end(),
                     [&rooms](std::size_t room) { return std::find(rooms.begin(), rooms.end(), room) != rooms.end(); });
}

// Puts each moved session into its new room too, right behind itself: feed order decides between equals.
void carry_over_moved(Schedule& schedule) {
  const auto moves = [](const Session& session) {
    return !session.moved_to.empty() && !session.cancelled && !session.announced;
  };
  if (std::none_of(schedule.sessions.begin(), schedule.sessions.end(), moves)) return;
  std::vector<Session> out;
  RoomTable table(schedule);
  for (Session& session : schedule.sessions) {
    if (!moves(session)) {
      out.push_back(std::move(session));
      continue;
    }
    auto to = rooms_named(schedule, {session.moved_to});
    if (to.empty()) to.push_back(table.index(session.moved_to));
    Session here = session;
    here.moved_to.clear();
    here.every_room = false;
    here.rooms = {to.front()};
    const bool stays = stands_in(session, to);
    if (!stays) {
      session.moved_to = schedule.rooms[to.front()].name;
      out.push_back(std::move(session));
    }
    out.push_back(std::move(here));
  }
  schedule.sessions = std::move(out);
}

struct Delay {
  Instant from;
  seconds span{0};
};

bool fits_room(const Override& entry, const Room& room) {
  return std::any_of(entry.rooms.begin(), entry.rooms.end(), [&room](const std::string& pattern) {
    return fits_pattern(room.name, pattern) || (!room.id.empty() && room.id == pattern);
  });
}

std::map<std::size_t, Delay> delays_by_room(const Schedule& schedule, const LoadedOverrides& known,
                                            const std::vector<std::size_t>& in_force) {
  std::map<std::size_t, Delay> delays;
  for (const std::size_t i : in_force) {
    const auto* delay = std::get_if<DelayOverride>(&known[i].entry.what);
    if (delay == nullptr) continue;
    for (std::size_t room = 0; room < schedule.rooms.size(); ++room) {
      if (!fits_room(known[i].entry, schedule.rooms[room])) continue;
      delays[room] = {begin_of(known[i].entry, known[i].first_read), delay->delay};
    }
  }
  return delays;
}

// By how much a session shifts, and its end as planned before.
struct Shift {
  seconds by{0};
  Instant end;
};

using Shifts = std::map<std::size_t, Shift>;  // by index into sessions

void add_shifts_of_room(Shifts& shifts, const Schedule& schedule, std::size_t room, const Delay& delay) {
  seconds left = delay.span;
  std::optional<Instant> busy_until;
  for (const PlannedSession& planned : plan_own_sessions(schedule, {room})) {
    if (!takes_place(*planned.session)) continue;
    const auto index = static_cast<std::size_t>(planned.session - schedule.sessions.data());
    Shift& shift = shifts.emplace(index, Shift{seconds(0), planned.end}).first->second;
    if (planned.end <= delay.from) continue;
    if (busy_until) left -= std::clamp(planned.start - *busy_until, seconds(0), left);
    busy_until = busy_until ? std::max(*busy_until, planned.end) : planned.end;
    shift.by = std::max(shift.by, left);
  }
}

void delay_sessions(Schedule& schedule, const std::map<std::size_t, Delay>& delays) {
  Shifts shifts;
  for (const auto& [room, delay] : delays) add_shifts_of_room(shifts, schedule, room, delay);
  for (const auto& [index, shift] : shifts) {
    Session& session = schedule.sessions[index];
    // A session without an end keeps the one it had: the next start, which would cut it, may have shifted.
    session.end = shift.end + shift.by;
    if (shift.by == seconds(0)) continue;
    keep_printed_times(session, shift.end);
    session.start += shift.by;
  }
}

}  // namespace

Schedule changed_schedule(const Schedule& published, const LoadedOverrides& known,
                          const std::vector<std::size_t>& in_force) {
  Schedule schedule = published;
  for (const std::size_t i : in_force) {
    const auto* change = std::get_if<SessionOverride>(&known[i].entry.what);
    if (change == nullptr) continue;
    for (const std::size_t index : sessions_meant(published, change->target)) {
      change_session(published, schedule.sessions[index], index, *change);
    }
  }
  carry_over_moved(schedule);
  delay_sessions(schedule, delays_by_room(schedule, known, in_force));
  return schedule;
}

}  // namespace placard
