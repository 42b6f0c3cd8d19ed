// SPDX-License-Identifier: MIT
#include "schedule/room_renames.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/text/fold.hpp"

namespace placard {
namespace {

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

// What tells new rooms of `after` from those that were there before.
class Rooms {
 public:
  Rooms(const Schedule& before, const Schedule& after)
      : names_before_(folded_names(before)), names_now_(folded_names(after)), ids_before_(names_by_id(before)) {
    for (const Room& room : after.rooms) is_new_.push_back(is_new(room));
  }
  bool is_gone(const Room& room) const { return !names_now_.contains(fold_name(room.name)); }
  bool has_new_name(const std::string& name) const { return !names_before_.contains(fold_name(name)); }
  bool is_new(std::size_t room) const { return is_new_[room]; }

 private:
  bool is_new(const Room& room) const {
    return has_new_name(room.name) && (room.id.empty() || !ids_before_.contains(room.id)) &&
           !ids_before_.contains(room.name);
  }

  std::unordered_set<std::string> names_before_, names_now_;
  std::unordered_map<std::string, std::string> ids_before_;
  std::vector<bool> is_new_;
};

RoomRenames renamed_by_id(const Schedule& before, const Schedule& after, const Rooms& rooms) {
  RoomRenames renamed;
  const auto by_id = names_by_id(after);
  for (const Room& room : before.rooms) {
    if (room.id.empty() || !rooms.is_gone(room)) continue;
    const auto same_id = by_id.find(room.id);
    if (same_id != by_id.end() && rooms.has_new_name(same_id->second)) renamed[fold_name(room.name)] = same_id->second;
  }
  return renamed;
}

// The one new room where all sessions of a room that is gone stand, at the same times.
struct OnlyRoom {
  std::optional<std::size_t> room;
  bool doubtful = false;
  std::size_t here = 0, gone = 0;

  // Of a room that is closed little more is left than what found a place elsewhere.
  bool is_renamed() const { return room && !doubtful && here >= gone; }
  void add(const Session& before, const Session& now, const Rooms& rooms) {
    std::vector<std::size_t> new_ones;
    std::copy_if(now.rooms.begin(), now.rooms.end(), std::back_inserter(new_ones),
                 [&rooms](std::size_t one) { return rooms.is_new(one); });
    const bool same = now.start == before.start && new_ones.size() == 1 && (!room || *room == new_ones.front());
    doubtful = doubtful || !same;
    ++here;
    if (same) room = new_ones.front();
  }
};

}  // namespace

RoomRenames renamed_rooms(const Schedule& before, const Schedule& after) {
  const Rooms rooms(before, after);
  if (std::none_of(before.rooms.begin(), before.rooms.end(), [&](const Room& room) { return rooms.is_gone(room); })) {
    return {};
  }
  RoomRenames renamed = renamed_by_id(before, after, rooms);
  const auto found = find_sessions(sessions_to_look_for(before, renamed), after);
  std::vector<OnlyRoom> only(before.rooms.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool here = found[i].how == FoundSession::How::here;
    for (const std::size_t room : before.sessions[i].rooms) {
      if (here) only[room].add(before.sessions[i], *found[i].session, rooms);
      if (!here) ++only[room].gone;
    }
  }
  for (std::size_t i = 0; i < only.size(); ++i) {
    if (!only[i].is_renamed() || !rooms.is_gone(before.rooms[i])) continue;
    renamed.emplace(fold_name(before.rooms[i].name), after.rooms[*only[i].room].name);
  }
  return renamed;
}

NewNames new_names(const std::vector<std::string>& names, const NewNames& so_far, const Schedule& before,
                   const Schedule& after) {
  NewNames found;
  std::optional<RoomRenames> renamed;
  for (const std::string& name : names) {
    if (!rooms_named(after, {name}).empty()) continue;
    const auto last = so_far.find(name);
    if (last != so_far.end()) found.insert(*last);
    const std::string& known_as = last == so_far.end() ? name : last->second;
    if (!rooms_named(after, {known_as}).empty()) continue;
    for (const std::size_t room : rooms_named(before, {known_as})) {
      const std::string& called = before.rooms[room].name;
      if (!rooms_named(after, {called}).empty()) found[name] = called;
      if (!renamed) renamed = renamed_rooms(before, after);
      const auto is = renamed->find(fold_name(called));
      if (is != renamed->end()) found[name] = is->second;
    }
  }
  return found;
}

}  // namespace placard
