// SPDX-License-Identifier: MIT
#include "overrides/changed_schedule.hpp"

#include <algorithm>
#include <map>

#include "base/text/overloaded.hpp"
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

void set_times(Session& session, const SessionDetails& changes, Instant end) {
  if (!changes.start && !changes.end) return;
  keep_printed_times(session, end);
  const seconds length = end - session.start;
  // An end that nobody wrote stays one that rule 4 decides, at the new start too.
  if (session.end && *session.end <= session.start) session.end.reset();
  if (changes.start) {
    session.start = *changes.start;
    if (session.end) session.end = session.start + length;
  }
  if (changes.end) session.end = changes.end;
  if (session.end && *session.end <= session.start) session.end = session.start + length;
}

void set_details(Session& session, const SessionDetails& changes, Instant end) {
  if (changes.title) session.title = *changes.title;
  if (changes.speakers) session.speakers = *changes.speakers;
  if (changes.track) session.track = *changes.track;
  set_times(session, changes, end);
}

// The changes to one session, whatever their order in the file.
void change_session(const Schedule& published, Session& session, std::size_t index, const SessionChange& change) {
  std::visit(overloaded{
                 [&](const Cancellation&) { session.cancelled = true; },
                 [&](const RoomChange& move) { session.moved_to = move.room; },
                 [&](const SessionFull&) { session.full = true; },
                 [&](const SessionDetails& details) {
                   set_details(session, details, published_end(published, published.sessions[index]));
                 },
             },
             change);
}

void change_sessions(Schedule& schedule, const Schedule& published, const SessionOverride& what) {
  for (const std::size_t index : sessions_meant(published, what.target)) {
    change_session(published, schedule.sessions[index], index, what.change);
  }
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

// A delay in the rooms an entry names.
struct Delay {
  const Override* entry = nullptr;
  Instant from;
  seconds span{0};
};

std::map<std::size_t, Delay> by_room(const std::vector<Delay>& delays, const Schedule& schedule) {
  std::map<std::size_t, Delay> out;
  for (const Delay& delay : delays) {
    for (std::size_t room = 0; room < schedule.rooms.size(); ++room) {
      if (fits_room(*delay.entry, schedule.rooms[room])) out[room] = delay;
    }
  }
  return out;
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
  std::vector<Delay> delays;
  for (const std::size_t i : in_force) {
    const Override& entry = known[i].entry;
    std::visit(overloaded{
                   [&](const SessionOverride& session) { change_sessions(schedule, published, session); },
                   [&](const DelayOverride& late) {
                     delays.push_back({&entry, begin_of(entry, known[i].first_read), late.delay});
                   },
                   [](const ChangesTexts auto&) {},
               },
               entry.what);
  }
  carry_over_moved(schedule);
  delay_sessions(schedule, by_room(delays, schedule));
  return schedule;
}

}  // namespace placard
