// SPDX-License-Identifier: MIT
#include "schedule/feed_changes.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/text/fold.hpp"

namespace placard {
namespace {

constexpr seconds kWithoutEnd{3600};

using Names = std::vector<std::string>;

Names room_names_of(const Schedule& schedule, const Session& session) {
  Names names;
  for (const std::size_t room : session.rooms) names.push_back(schedule.rooms[room].name);
  return names;
}

Instant end_of(const Session& session) {
  return session.end && *session.end > session.start ? *session.end : session.start + kWithoutEnd;
}

// What a session is known by when its id does not help.
std::string title_and_speakers(const Session& session) {
  std::string text = fold_name(session.title);
  for (const std::string& speaker : session.speakers) text += '\n' + fold_name(speaker);
  return text;
}

bool share_a_name(const Names& a, const Names& b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& name) {
    return std::any_of(b.begin(), b.end(),
                       [&name](const std::string& other) { return fold_name(other) == fold_name(name); });
  });
}

enum class Found { nowhere, in_doubt, here };

struct Match {
  Found found = Found::nowhere;
  const Session* session = nullptr;
};

using Ids = std::unordered_set<std::string>;

// Ids that stand for several sessions, as of a talk given twice.
void add_shared_ids(Ids& shared, const Schedule& schedule) {
  Ids seen;
  for (const Session& session : schedule.sessions) {
    if (!session.id.empty() && !seen.insert(session.id).second) shared.insert(session.id);
  }
}

// Finds the sessions of one feed, `before`, in another.
class Sessions {
 public:
  Sessions(const Schedule& before, const Schedule& schedule) : schedule_(schedule) {
    add_shared_ids(shared_ids_, before);
    add_shared_ids(shared_ids_, schedule);
    for (const Session& session : schedule.sessions) {
      if (!session.id.empty()) by_id_.emplace(session.id, &session);
      by_title_[title_and_speakers(session)].push_back(&session);
      by_start_[session.start].push_back(&session);
    }
  }

  Match find(const Session& wanted, const Names& rooms) const {
    const auto same_id = by_id_.find(wanted.id);
    const bool known_id = !wanted.id.empty() && same_id != by_id_.end();
    const bool shared_id = shared_ids_.count(wanted.id) > 0;
    if (known_id && !shared_id) return {Found::here, same_id->second};
    if (const Session* stands = standing_at(wanted, rooms)) return {Found::here, stands};
    if (known_id) return {Found::in_doubt, nullptr};
    const auto same_title = by_title_.find(title_and_speakers(wanted));
    if (same_title == by_title_.end()) return {};
    if (same_title->second.size() > 1) return {Found::in_doubt, nullptr};
    return {Found::here, same_title->second.front()};
  }

 private:
  // The same title at the same time in the same room, whoever speaks.
  const Session* standing_at(const Session& wanted, const Names& rooms) const {
    const auto at_that_time = by_start_.find(wanted.start);
    if (at_that_time == by_start_.end()) return nullptr;
    for (const Session* session : at_that_time->second) {
      if (fold_name(session->title) != fold_name(wanted.title)) continue;
      if (share_a_name(room_names_of(schedule_, *session), rooms)) return session;
    }
    return nullptr;
  }

  const Schedule& schedule_;
  Ids shared_ids_;
  std::unordered_map<std::string, const Session*> by_id_;
  std::unordered_map<std::string, std::vector<const Session*>> by_title_;
  std::map<Instant, std::vector<const Session*>> by_start_;
};

using Renamed = std::map<std::string, std::string>;  // folded old name → new name

// A room whose name is gone is renamed when its id has another name, or when all that is still there of a room that is
// gone stands, at the same times, in one room that is new.
Renamed renamed_rooms(const Schedule& before, const Schedule& after, const Sessions& sessions) {
  Renamed renamed;
  std::set<std::string> names_now;
  for (const Room& room : after.rooms) names_now.insert(fold_name(room.name));
  for (const Room& old : before.rooms) {
    if (names_now.count(fold_name(old.name)) > 0) continue;
    for (const Room& room : after.rooms) {
      if (!old.id.empty() && room.id == old.id) renamed[fold_name(old.name)] = room.name;
    }
  }
  for (std::size_t i = 0; i < before.rooms.size(); ++i) {
    const std::string& name = before.rooms[i].name;
    if (renamed.count(fold_name(name)) > 0 || names_now.count(fold_name(name)) > 0) continue;
    std::optional<std::string> only;
    bool one = true;
    for (const Session& session : before.sessions) {
      if (std::find(session.rooms.begin(), session.rooms.end(), i) == session.rooms.end()) continue;
      const Match match = sessions.find(session, {name});
      if (match.session == nullptr) continue;
      const Names rooms = room_names_of(after, *match.session);
      one = one && match.session->start == session.start && rooms.size() == 1 && (!only || *only == rooms.front());
      if (!rooms.empty()) only = rooms.front();
    }
    if (one && only && rooms_named(before, {*only}).empty()) renamed[fold_name(name)] = *only;
  }
  return renamed;
}

Names as_called_now(Names rooms, const Renamed& renamed) {
  for (std::string& room : rooms) {
    const auto found = renamed.find(fold_name(room));
    if (found != renamed.end()) room = found->second;
  }
  return rooms;
}

bool can_change(const Session& session) {
  return takes_place(session) && !session.every_room && !session.is_break && !session.rooms.empty();
}

// What became of a session by `after`; nothing: it is where it was, is told of by the feed itself, or nobody can tell.
std::optional<FeedChange> change_of(FeedChange change, const Schedule& after, const Sessions& sessions, Instant now) {
  const Match match = sessions.find(change.before, change.rooms);
  if (match.found == Found::in_doubt || change.until <= now) return std::nullopt;
  if (match.found == Found::nowhere) {
    const bool was_gone = change.kind == FeedChange::Kind::vanished;
    const Instant stood_at = was_gone ? change.before.start : change.now_at;
    change.kind = FeedChange::Kind::vanished;
    return std::min(stood_at, change.before.start) > now ? std::optional(change) : std::nullopt;
  }
  const Session& session = *match.session;
  if (!takes_place(session)) return std::nullopt;
  const Names rooms = room_names_of(after, session);
  if (!session.every_room && !rooms.empty() && !share_a_name(rooms, change.rooms)) {
    change.kind = FeedChange::Kind::moved;
    change.moved_to = rooms.front();
    change.now_at = session.start;
    return change;
  }
  if (session.start == change.before.start) return std::nullopt;
  change.kind = FeedChange::Kind::retimed;
  change.now_at = session.start;
  return change;
}

bool is_of(const FeedChange& change, const Session& session) {
  const bool same_id = !session.id.empty() && session.id == change.before.id;
  return same_id || title_and_speakers(session) == title_and_speakers(change.before);
}

Session note_of(const FeedChange& change, Schedule& schedule) {
  Session note = change.before;
  note.announced = true;
  note.end = change.until;
  note.rooms.clear();
  for (const std::string& room : change.rooms) {
    const auto known = rooms_named(schedule, {room});
    note.rooms.push_back(known.empty() ? RoomTable(schedule).index(room) : known.front());
  }
  note.cancelled = change.kind == FeedChange::Kind::vanished;
  if (change.kind == FeedChange::Kind::moved) note.moved_to = change.moved_to;
  if (change.kind == FeedChange::Kind::retimed) note.now_at = change.now_at;
  return note;
}

void keep_times_before(Schedule& schedule, const FeedChange& change) {
  for (Session& session : schedule.sessions) {
    if (session.announced || session.start != change.now_at || !is_of(change, session)) continue;
    session.retimed = true;
    session.printed_start = change.before.start;
    session.printed_end = change.until;
  }
}

}  // namespace

std::vector<FeedChange> changes_to_announce(const std::vector<FeedChange>& known, const Schedule& before,
                                            const Schedule& after, Instant now) {
  const Sessions sessions(before, after);
  const Renamed renamed = renamed_rooms(before, after, sessions);
  std::vector<FeedChange> told;
  for (FeedChange change : known) {
    change.rooms = as_called_now(change.rooms, renamed);
    if (auto still = change_of(std::move(change), after, sessions, now)) told.push_back(std::move(*still));
  }
  for (const Session& session : before.sessions) {
    if (!can_change(session)) continue;
    const auto is_this = [&session](const FeedChange& change) { return is_of(change, session); };
    if (std::any_of(known.begin(), known.end(), is_this)) continue;
    FeedChange change{{}, session, as_called_now(room_names_of(before, session), renamed), end_of(session), {}, {}};
    if (auto found = change_of(std::move(change), after, sessions, now)) told.push_back(std::move(*found));
  }
  return told;
}

Schedule with_changes_announced(Schedule schedule, const std::vector<FeedChange>& changes) {
  for (const FeedChange& change : changes) {
    if (change.kind == FeedChange::Kind::retimed) keep_times_before(schedule, change);
    Session note = note_of(change, schedule);
    schedule.sessions.push_back(std::move(note));
  }
  return schedule;
}

}  // namespace placard
