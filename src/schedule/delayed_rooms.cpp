// SPDX-License-Identifier: MIT
#include "schedule/delayed_rooms.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "schedule/room_plan.hpp"

namespace placard {
namespace {

// When a session takes place, as planned and with the delays so far.
struct Late {
  Instant planned_start;
  Instant planned_end;
  Instant start;
  Instant end;
  bool assumed = false;  // nobody wrote the end
  bool marker = false;   // of no length
};

using LateSessions = std::map<std::size_t, Late>;  // by index into sessions

Late late_of(const PlannedSession& planned) {
  const bool marker = planned.session->end == planned.session->start;
  const Instant end = marker ? planned.start : planned.end;
  return {planned.start, end, planned.start, end, planned.end_assumed, marker};
}

void delay_one(Late& late, Instant from, seconds by) {
  if (late.start > from) {
    late.start = late.planned_start + by;
    late.end = late.planned_end + by;
  } else if (late.planned_end + by > late.start) {
    late.end = late.planned_end + by;
  }
}

void delay_each(std::vector<Late>& sessions, const RoomDelay& delay) {
  seconds left = delay.span;
  std::optional<Instant> busy_until;
  for (Late& late : sessions) {
    if (late.end <= delay.from) continue;
    if (busy_until) left -= std::clamp(late.planned_start - *busy_until, seconds(0), left);
    busy_until = std::max(busy_until.value_or(late.planned_end), late.planned_end);
    delay_one(late, delay.from, left);
  }
}

// A session in several rooms is as late as the latest of them.
void add_latest(LateSessions& all, std::size_t index, const Late& late) {
  const auto [known, is_new] = all.emplace(index, late);
  if (is_new) return;
  known->second.start = std::max(known->second.start, late.start);
  known->second.end = std::max(known->second.end, late.end);
}

void add_sessions_of_room(LateSessions& all, const Schedule& schedule, std::size_t room,
                          const std::vector<const RoomDelay*>& delays) {
  std::vector<std::size_t> indexes;
  std::vector<Late> sessions;
  for (const PlannedSession& planned : plan_own_sessions(schedule, {room})) {
    if (!takes_place(*planned.session)) continue;
    indexes.push_back(static_cast<std::size_t>(planned.session - schedule.sessions.data()));
    sessions.push_back(late_of(planned));
  }
  for (const RoomDelay* delay : delays) delay_each(sessions, *delay);
  for (std::size_t i = 0; i < indexes.size(); ++i) add_latest(all, indexes[i], sessions[i]);
}

LateSessions late_sessions(const Schedule& schedule, const std::vector<RoomDelay>& delays) {
  std::map<std::size_t, std::vector<const RoomDelay*>> by_room;
  for (const RoomDelay& delay : delays) {
    for (const std::size_t room : delay.rooms) by_room[room].push_back(&delay);
  }
  LateSessions all;
  for (const auto& [room, of_room] : by_room) add_sessions_of_room(all, schedule, room, of_room);
  return all;
}

void set_late_times(Session& session, const Late& late) {
  const bool starts_later = late.start != late.planned_start;
  const bool ends_later = late.end != late.planned_end && !late.assumed;
  if (starts_later || ends_later) keep_printed_times(session, late.planned_end);
  session.start = late.start;
  if (late.marker) {
    session.end = late.start;
    return;
  }
  // A session without an end keeps the one it had: the next start, which would cut it, may have shifted.
  session.end = late.end;
  session.end_assumed = late.assumed;
}

// When sessions for every room start, which end what has no end of its own (rule 4).
std::vector<Instant> starts_for_every_room(const Schedule& schedule) {
  std::vector<Instant> starts;
  for (const Session& session : schedule.sessions) {
    if (session.every_room && takes_place(session)) starts.push_back(session.start);
  }
  std::sort(starts.begin(), starts.end());
  return starts;
}

void cut_assumed_end(Session& session, const std::vector<Instant>& starts) {
  if (!session.end_assumed) return;
  const auto next = std::upper_bound(starts.begin(), starts.end(), session.start);
  if (next != starts.end()) session.end = std::min(*session.end, *next);
}

using StartAndTitle = std::pair<Instant, std::string>;

void correct_notes(Schedule& schedule, const std::map<StartAndTitle, Instant>& new_starts) {
  for (Session& note : schedule.sessions) {
    if (!note.announced || !note.now_at) continue;
    const auto found = new_starts.find({*note.now_at, note.title});
    if (found != new_starts.end()) note.now_at = found->second;
  }
}

}  // namespace

void delay_sessions(Schedule& schedule, std::vector<RoomDelay> delays) {
  std::stable_sort(delays.begin(), delays.end(),
                   [](const RoomDelay& a, const RoomDelay& b) { return a.from < b.from; });
  std::map<StartAndTitle, Instant> new_starts;
  const auto for_all = starts_for_every_room(schedule);
  for (const auto& [index, late] : late_sessions(schedule, delays)) {
    Session& session = schedule.sessions[index];
    if (late.start != session.start) new_starts.emplace(StartAndTitle(session.start, session.title), late.start);
    set_late_times(session, late);
    if (session.end) cut_assumed_end(session, for_all);
  }
  if (!new_starts.empty()) correct_notes(schedule, new_starts);
}

void keep_printed_times(Session& session, Instant end) {
  if (!session.printed_start) session.printed_start = session.start;
  if (session.printed_end) return;
  session.printed_end = end;
  session.printed_end_assumed = !has_written_end(session);
}

}  // namespace placard
