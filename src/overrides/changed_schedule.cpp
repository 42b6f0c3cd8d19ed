// SPDX-License-Identifier: MIT
#include "overrides/changed_schedule.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/text/overloaded.hpp"
#include "overrides/session_target.hpp"
#include "schedule/delayed_rooms.hpp"
#include "schedule/room_plan.hpp"

namespace placard {
namespace {

// The end that counts by rule 4, in the schedule as published.
Instant published_end(const Schedule& published, const Session& session) {
  if (session.end && *session.end > session.start) return *session.end;
  for (const PlannedSession& planned : plan_room(published, session.rooms)) {
    if (planned.session == &session) return planned.end;
  }
  return session.end.value_or(session.start);
}

// A new start alone keeps the length; an end that nobody wrote stays one that rule 4 decides, at the new start too.
void set_times(Session& session, const SessionDetails& changes, Instant end) {
  if (!changes.start && !changes.end) return;
  keep_printed_times(session, end);
  const bool marker = session.end == session.start;
  const bool written = session.end && *session.end > session.start;
  const seconds length = end - session.start;
  session.start = changes.start.value_or(session.start);
  if (changes.end) {
    session.end = *changes.end > session.start ? *changes.end : session.start + length;
  } else if (marker || !written) {
    session.end = marker ? std::optional(session.start) : std::nullopt;
  } else {
    session.end = session.start + length;
  }
}

// A note of the feed stays where people look for the session, and says the new start.
void set_note_times(Session& note, const SessionDetails& changes) {
  if (changes.start && !note.cancelled) note.now_at = changes.start;
  if (note.now_at == note.start) note.now_at.reset();
}

bool stands_in(const Session& session, const std::vector<std::size_t>& rooms) {
  return std::find_first_of(session.rooms.begin(), session.rooms.end(), rooms.begin(), rooms.end()) !=
         session.rooms.end();
}

void set_room(const Schedule& published, Session& session, const std::string& room) {
  const auto rooms = rooms_named(published, {room});
  session.moved_to = rooms.empty() ? room : published.rooms[rooms.front()].name;
  if (session.announced && stands_in(session, rooms)) session.moved_to.clear();
}

void set_details(Session& session, const SessionDetails& changes, Instant end) {
  if (changes.title) session.title = *changes.title;
  if (changes.speakers) session.speakers = *changes.speakers;
  if (changes.track) session.track = *changes.track;
  if (session.announced) return set_note_times(session, changes);
  set_times(session, changes, end);
}

// What is set of each session by all entries together: of what two of them set the last in the file counts.
using SetDetails = std::map<std::size_t, SessionDetails>;  // by index into sessions

void add_details(SessionDetails& all, const SessionDetails& more) {
  if (more.title) all.title = more.title;
  if (more.speakers) all.speakers = more.speakers;
  if (more.start) all.start = more.start;
  if (more.end) all.end = more.end;
  if (more.track) all.track = more.track;
}

// Where or when a session takes place says that it does: the newest word of staff counts.
void take_back_cancellation(Session& session, const Session& published) {
  session.cancelled = published.cancelled;
}

void change_sessions(Schedule& schedule, SetDetails& set, const Schedule& published, const SessionOverride& what) {
  for (const std::size_t index : sessions_meant(published, what.target)) {
    Session& session = schedule.sessions[index];
    const Session& before = published.sessions[index];
    std::visit(overloaded{
                   [&](const Cancellation&) { session.cancelled = true; },
                   [&](const RoomChange& move) {
                     set_room(published, session, move.room);
                     take_back_cancellation(session, before);
                   },
                   [&](const SessionFull&) { session.full = true; },
                   [&](const SessionDetails& details) {
                     add_details(set[index], details);
                     if (details.start) take_back_cancellation(session, before);
                   },
               },
               what.change);
  }
}

// Whether staff gave it another start than `published`: then it says which, as what the feed retimed does.
bool gets_note(const Session& session, const Session& published) {
  return !session.announced && !session.cancelled && session.start != published.start &&
         session.start != session.printed_start;
}

// A note where people look for a session, as an update of the feed leaves one (schedule/announced_schedule.hpp).
Session note_of(const Session& session, const Session& published, Instant end) {
  Session note = session;
  note.announced = true;
  note.start = published.start;
  note.end = end;
  note.printed_start.reset();
  note.printed_end.reset();
  note.now_at = session.start;
  return note;
}

bool moves(const Session& session) {
  return !session.moved_to.empty() && !session.cancelled && !session.announced;
}

// The room a session moves to, and those of its rooms that it leaves.
struct Move {
  std::size_t room = 0;
  std::vector<std::size_t> left;
};

Move move_of(Schedule& schedule, RoomTable& table, const Session& session) {
  auto to = rooms_named(schedule, {session.moved_to});
  if (to.empty()) to.push_back(table.index(session.moved_to));
  Move move{to.front(), session.rooms};
  std::erase_if(move.left, [&to](std::size_t room) { return std::find(to.begin(), to.end(), room) != to.end(); });
  return move;
}

// Leaves the session, or a note of it, where people look for it, and puts it where it takes place, right behind: feed
// order decides between equals.
void place_session(Schedule& schedule, RoomTable& table, Session session, const std::optional<Session>& note,
                   std::vector<Session>& out) {
  Session here = session;
  if (moves(session)) {
    const Move move = move_of(schedule, table, session);
    here.moved_to.clear();
    here.every_room = false;
    here.rooms = {move.room};
    const bool stays = move.left.empty() && !session.rooms.empty();
    session.moved_to = stays || (move.left.empty() && !session.every_room) ? "" : schedule.rooms[move.room].name;
    session.rooms = move.left;
    if (!note && !session.moved_to.empty()) out.push_back(session);
  }
  if (note) {
    out.push_back(*note);
    out.back().moved_to = session.moved_to;
    if (!session.moved_to.empty()) out.back().rooms = session.rooms;
  }
  out.push_back(std::move(here));
}

// Puts each session that moved or got another start to where it takes place.
void place_sessions(Schedule& schedule, const Schedule& published) {
  std::vector<Session> out;
  RoomTable table(schedule);
  for (std::size_t i = 0; i < published.sessions.size(); ++i) {
    Session& session = schedule.sessions[i];
    const Session& before = published.sessions[i];
    std::optional<Session> note;
    if (gets_note(session, before)) note = note_of(session, before, published_end(published, before));
    place_session(schedule, table, std::move(session), note, out);
  }
  schedule.sessions = std::move(out);
}

using Delays = std::vector<std::pair<const Override*, RoomDelay>>;  // each with the entry that names its rooms

// By then what moved has made rooms of its own.
void delay_rooms(Schedule& schedule, const Delays& delays) {
  std::vector<RoomDelay> of_rooms;
  for (const auto& [entry, delay] : delays) {
    of_rooms.push_back(delay);
    for (std::size_t room = 0; room < schedule.rooms.size(); ++room) {
      if (names_room(entry->rooms, schedule.rooms[room])) of_rooms.back().rooms.push_back(room);
    }
  }
  delay_sessions(schedule, std::move(of_rooms));
}

// Of what is back when and where it was there is nothing to tell.
void drop_idle_notes(Schedule& schedule) {
  std::erase_if(schedule.sessions, [](const Session& session) {
    return session.announced && !session.cancelled && session.moved_to.empty() &&
           session.now_at.value_or(session.start) == session.start;
  });
}

}  // namespace

Schedule changed_schedule(const Schedule& published, const LoadedOverrides& known,
                          const std::vector<std::size_t>& in_force) {
  Schedule schedule = published;
  Delays delays;
  SetDetails set;
  for (const std::size_t i : in_force) {
    const Override& entry = known[i].entry;
    std::visit(overloaded{
                   [&](const SessionOverride& session) { change_sessions(schedule, set, published, session); },
                   [&](const DelayOverride& late) {
                     delays.emplace_back(&entry, RoomDelay{{}, begin_of(entry, known[i].first_read), late.delay});
                   },
                   [](const ChangesTexts auto&) {},
               },
               entry.what);
  }
  for (const auto& [index, details] : set) {
    const Session& before = published.sessions[index];
    set_details(schedule.sessions[index], details, published_end(published, before));
  }
  place_sessions(schedule, published);
  delay_rooms(schedule, delays);
  drop_idle_notes(schedule);
  return schedule;
}

}  // namespace placard
