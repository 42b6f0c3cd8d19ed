// SPDX-License-Identifier: MIT
#include "schedule/schedule.hpp"

#include <algorithm>

#include "base/text/fold.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostNames = 32;  // of one room

// Cleaned texts hold no line breaks, so no name can be taken for another's id.
std::string key_of(const std::string& name, const std::string& id) {
  return id + '\n' + fold_name(name);
}

}  // namespace

bool has_id(const Room& room, const std::string& id) {
  if (id.empty()) return false;
  return room.id == id || std::find(room.other_ids.begin(), room.other_ids.end(), id) != room.other_ids.end();
}

RoomTable::RoomTable(Schedule& schedule) : schedule_(schedule) {
  for (std::size_t i = 0; i < schedule.rooms.size(); ++i) add_key(schedule.rooms[i].name, i, false);
  for (std::size_t i = 0; i < schedule.rooms.size(); ++i) {
    for (const std::string& name : schedule.rooms[i].other_names) add_key(name, i, true);
  }
}

std::size_t RoomTable::index(const std::string& name, const std::string& id) {
  const auto known = index_of_.find(key_of(name, id));
  if (known != index_of_.end()) return known->second;
  schedule_.rooms.push_back({name, id});
  add_key(name, schedule_.rooms.size() - 1, false);
  return schedule_.rooms.size() - 1;
}

std::size_t RoomTable::index_by_name(const std::string& name) {
  const auto known = first_named_.find(fold_name(name));
  return known != first_named_.end() ? known->second.room : index(name);
}

void RoomTable::add_names(std::size_t room, const std::vector<std::string>& names) {
  Room& known = schedule_.rooms[room];
  for (const std::string& name : names) {
    const std::string folded = fold_name(name);
    const auto is_same = [&folded](const std::string& other) { return fold_name(other) == folded; };
    if (known.other_names.size() >= kMostNames || is_same(known.name) ||
        std::any_of(known.other_names.begin(), known.other_names.end(), is_same)) {
      continue;
    }
    known.other_names.push_back(name);
    add_key(name, room, true);
  }
}

// A room's own name goes before another's in another language.
void RoomTable::add_key(const std::string& name, std::size_t room, bool in_another_language) {
  index_of_.emplace(key_of(name, schedule_.rooms[room].id), room);
  const auto [known, is_new] = first_named_.emplace(fold_name(name), Named{room, in_another_language});
  if (!is_new && known->second.in_another_language && !in_another_language) known->second = {room, false};
}

std::vector<std::size_t> rooms_named(const Schedule& schedule, const std::vector<std::string>& names) {
  std::vector<std::string> wanted;
  for (const std::string& name : names) wanted.push_back(fold_name(name));
  std::vector<bool> known(names.size());
  std::vector<bool> found(schedule.rooms.size());
  const auto match = [&](std::size_t room, std::size_t name) { known[name] = found[room] = true; };
  for (std::size_t room = 0; room < schedule.rooms.size(); ++room) {
    const std::string folded = fold_name(schedule.rooms[room].name);
    for (std::size_t name = 0; name < names.size(); ++name) {
      if (wanted[name] == folded || has_id(schedule.rooms[room], names[name])) match(room, name);
    }
  }
  const std::vector<bool> by_first_name = known;
  for (std::size_t room = 0; room < schedule.rooms.size(); ++room) {
    for (const std::string& other : schedule.rooms[room].other_names) {
      const std::string folded = fold_name(other);
      for (std::size_t name = 0; name < names.size(); ++name) {
        if (!by_first_name[name] && wanted[name] == folded) match(room, name);
      }
    }
  }
  std::vector<std::size_t> rooms;
  for (std::size_t room = 0; room < found.size(); ++room) {
    if (found[room]) rooms.push_back(room);
  }
  return rooms;
}

std::vector<std::string> room_names(const Schedule& schedule) {
  std::vector<std::string> names;
  for (const Room& room : schedule.rooms) names.push_back(room.name);
  return names;
}

std::vector<std::string> all_room_names(const Schedule& schedule) {
  std::vector<std::string> names;
  for (const Room& room : schedule.rooms) {
    names.push_back(room.name);
    names.insert(names.end(), room.other_names.begin(), room.other_names.end());
  }
  return names;
}

}  // namespace placard
