// SPDX-License-Identifier: MIT
#include "schedule/announced_schedule.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text/fold.hpp"
#include "schedule/session_finder.hpp"

namespace placard {
namespace {

// The rooms of a schedule by the names people know them by, its ids included (rule 7); unknown ones are added.
class RoomsByName {
 public:
  explicit RoomsByName(Schedule& schedule) : table_(schedule) {
    for (std::size_t i = 0; i < schedule.rooms.size(); ++i) {
      if (!schedule.rooms[i].id.empty()) by_id_.emplace(schedule.rooms[i].id, i);
      by_name_.emplace(fold_name(schedule.rooms[i].name), i);
    }
    for (std::size_t i = 0; i < schedule.rooms.size(); ++i) {
      for (const std::string& name : schedule.rooms[i].other_names) by_name_.emplace(fold_name(name), i);
    }
  }
  std::size_t index(const std::string& name) {
    const auto same_name = by_name_.find(fold_name(name));
    const auto same_id = by_id_.find(name);
    if (same_name == by_name_.end() && same_id == by_id_.end()) return add(name);
    if (same_name == by_name_.end()) return same_id->second;
    return same_id == by_id_.end() ? same_name->second : std::min(same_name->second, same_id->second);
  }

 private:
  std::size_t add(const std::string& name) {
    const std::size_t room = table_.index(name);
    by_name_.emplace(fold_name(name), room);
    return room;
  }

  RoomTable table_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, std::size_t> by_name_;
};

bool stays_somewhere(const FeedChange& change) {
  return change.kind == FeedChange::Kind::retimed ||
         (change.kind == FeedChange::Kind::moved && change.left.size() < change.rooms.size());
}

bool is_retimed(const FeedChange& change) {
  return change.kind != FeedChange::Kind::vanished && change.now_at != change.before.start;
}

Session note_in(const std::vector<std::string>& names, const FeedChange& change, RoomsByName& rooms) {
  Session note = change.before;
  note.announced = true;
  note.end = change.until;
  note.end_assumed = !has_written_end(change.before);
  note.rooms.clear();
  for (const std::string& name : names) note.rooms.push_back(rooms.index(name));
  note.cancelled = change.kind == FeedChange::Kind::vanished;
  if (is_retimed(change)) note.now_at = change.now_at;
  return note;
}

std::vector<std::string> rooms_kept(const FeedChange& change) {
  std::vector<std::string> kept;
  for (const std::string& room : change.rooms) {
    if (std::find(change.left.begin(), change.left.end(), room) == change.left.end()) kept.push_back(room);
  }
  return kept;
}

// One note, or two: where it has left, and where it only is at another time.
void add_notes(const FeedChange& change, RoomsByName& rooms, std::vector<Session>& notes) {
  if (change.kind != FeedChange::Kind::moved) return notes.push_back(note_in(change.rooms, change, rooms));
  notes.push_back(note_in(change.left, change, rooms));
  notes.back().moved_to = change.moved_to;
  const auto kept = is_retimed(change) ? rooms_kept(change) : std::vector<std::string>{};
  if (!kept.empty()) notes.push_back(note_in(kept, change, rooms));
}

std::string at(Instant start, const std::string& key) {
  return std::to_string(start.time_since_epoch().count()) + '\n' + key;
}

// The retimed sessions by when they are now, each with what is told of it last.
class Retimed {
 public:
  explicit Retimed(const std::vector<FeedChange>& changes) {
    for (const FeedChange& change : changes) {
      if (!is_retimed(change) || !stays_somewhere(change)) continue;
      starts_.insert(change.now_at.time_since_epoch().count());
      if (!change.before.id.empty()) by_id_[at(change.now_at, change.before.id)] = &change;
      by_title_[at(change.now_at, title_and_speakers(change.before))] = &change;
    }
  }
  // By the id, else by title and speakers; null: nothing is told of it.
  const FeedChange* find(const Session& session) const {
    if (!starts_.contains(session.start.time_since_epoch().count())) return nullptr;
    const auto same_id = by_id_.find(at(session.start, session.id));
    if (same_id != by_id_.end()) return same_id->second;
    const auto same_title = by_title_.find(at(session.start, title_and_speakers(session)));
    return same_title == by_title_.end() ? nullptr : same_title->second;
  }

 private:
  std::unordered_set<std::int64_t> starts_;
  std::unordered_map<std::string, const FeedChange*> by_id_;
  std::unordered_map<std::string, const FeedChange*> by_title_;
};

}  // namespace

Schedule with_changes_announced(Schedule schedule, const std::vector<FeedChange>& changes) {
  const Retimed retimed(changes);
  for (Session& session : schedule.sessions) {
    const FeedChange* change = retimed.find(session);
    if (change == nullptr) continue;
    session.retimed = true;
    session.printed_start = change->before.start;
    session.printed_end = change->until;
    session.printed_end_assumed = !has_written_end(change->before);
  }
  RoomsByName rooms(schedule);
  for (const FeedChange& change : changes) add_notes(change, rooms, schedule.sessions);
  return schedule;
}

}  // namespace placard
