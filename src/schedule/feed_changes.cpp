// SPDX-License-Identifier: MIT
#include "schedule/feed_changes.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/text/fold.hpp"
#include "schedule/session_finder.hpp"

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

bool share_a_name(const Names& a, const Names& b) {
  if (a == b && !a.empty()) return true;
  std::unordered_set<std::string> folded;
  for (const std::string& name : b) folded.insert(fold_name(name));
  return std::any_of(a.begin(), a.end(),
                     [&folded](const std::string& name) { return folded.contains(fold_name(name)); });
}

using Renamed = std::map<std::string, std::string>;  // folded old name → new name

// The rooms of an edition by their folded names.
std::unordered_set<std::string> folded_names(const Schedule& schedule) {
  std::unordered_set<std::string> names;
  for (const Room& room : schedule.rooms) names.insert(fold_name(room.name));
  return names;
}

std::unordered_map<std::string, std::string> names_by_id(const Schedule& schedule) {
  std::unordered_map<std::string, std::string> names;
  for (const Room& room : schedule.rooms) {
    if (!room.id.empty()) names[room.id] = room.name;
  }
  return names;
}

std::vector<std::vector<const Session*>> sessions_by_room(const Schedule& schedule) {
  std::vector<std::vector<const Session*>> sessions(schedule.rooms.size());
  for (const Session& session : schedule.sessions) {
    for (const std::size_t room : session.rooms) sessions[room].push_back(&session);
  }
  return sessions;
}

// The one room where all of these sessions that are still there stand, at the same times; nothing: there is none.
std::optional<std::string> only_room_of(const std::vector<const Session*>& sessions, const std::string& name,
                                        const Schedule& after, const SessionFinder& finder) {
  std::optional<std::string> only;
  for (const Session* session : sessions) {
    const auto match = finder.find(*session, {name});
    if (match.session == nullptr) continue;
    const Names rooms = room_names_of(after, *match.session);
    const bool same = match.session->start == session->start && rooms.size() == 1 && (!only || *only == rooms.front());
    if (!same) return std::nullopt;
    only = rooms.front();
  }
  return only;
}

// A room whose name is gone is renamed when its id has another name, or when all that is still there of a room that is
// gone stands, at the same times, in one room that is new.
Renamed renamed_rooms(const Schedule& before, const Schedule& after, const SessionFinder& finder) {
  Renamed renamed;
  const auto names_before = folded_names(before);
  const auto names_now = folded_names(after);
  const auto ids_before = names_by_id(before);
  const auto by_id = names_by_id(after);
  const auto sessions = sessions_by_room(before);
  const auto is_gone = [&](const Room& room) { return !names_now.contains(fold_name(room.name)); };
  for (const Room& room : before.rooms) {
    const auto same_id = by_id.find(room.id);
    if (is_gone(room) && same_id != by_id.end()) renamed[fold_name(room.name)] = same_id->second;
  }
  for (std::size_t i = 0; i < before.rooms.size(); ++i) {
    const std::string& name = before.rooms[i].name;
    if (!is_gone(before.rooms[i]) || renamed.contains(fold_name(name))) continue;
    const auto only = only_room_of(sessions[i], name, after, finder);
    const bool is_new = only && !names_before.contains(fold_name(*only)) && !ids_before.contains(*only);
    if (is_new) renamed[fold_name(name)] = *only;
  }
  return renamed;
}

Names as_called_now(Names rooms, const Renamed& renamed) {
  if (renamed.empty()) return rooms;
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
std::optional<FeedChange> change_of(FeedChange change, const Schedule& after, const SessionFinder& finder,
                                    Instant now) {
  using Found = SessionFinder::Match::Found;
  const auto match = finder.find(change.before, change.rooms);
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

// The sessions that changes are about, by what they are known by.
class Changed {
 public:
  explicit Changed(const std::vector<FeedChange>& changes) {
    for (const FeedChange& change : changes) {
      if (!change.before.id.empty()) ids_.insert(change.before.id);
      titles_.insert(title_and_speakers(change.before));
    }
  }
  bool holds(const Session& session) const {
    if (titles_.empty()) return false;
    return (!session.id.empty() && ids_.contains(session.id)) || titles_.contains(title_and_speakers(session));
  }

 private:
  std::unordered_set<std::string> ids_;
  std::unordered_set<std::string> titles_;
};

}  // namespace

std::vector<FeedChange> changes_to_announce(const std::vector<FeedChange>& known, const Schedule& before,
                                            const Schedule& after, Instant now) {
  const SessionFinder finder(before, after);
  const Renamed renamed = renamed_rooms(before, after, finder);
  const Changed told_before(known);
  std::vector<FeedChange> told;
  for (FeedChange change : known) {
    change.rooms = as_called_now(change.rooms, renamed);
    if (auto still = change_of(std::move(change), after, finder, now)) told.push_back(std::move(*still));
  }
  for (const Session& session : before.sessions) {
    if (!can_change(session) || told_before.holds(session)) continue;
    FeedChange change{{}, session, as_called_now(room_names_of(before, session), renamed), end_of(session), {}, {}};
    if (auto found = change_of(std::move(change), after, finder, now)) told.push_back(std::move(*found));
  }
  return told;
}

}  // namespace placard
