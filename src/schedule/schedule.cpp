// SPDX-License-Identifier: MIT
#include "schedule/schedule.hpp"

#include <algorithm>

#include "base/text/fold.hpp"

namespace placard {
namespace {

// Cleaned texts hold no line breaks, so no name can be taken for another's id.
std::string key_of(const std::string& name, const std::string& id) {
  return id + '\n' + fold_name(name);
}

}  // namespace

RoomTable::RoomTable(Schedule& schedule) : schedule_(schedule) {
  for (std::size_t i = 0; i < schedule.rooms.size(); ++i) {
    index_of_.emplace(key_of(schedule.rooms[i].name, schedule.rooms[i].id), i);
  }
}

std::size_t RoomTable::index(const std::string& name, const std::string& id) {
  const auto [place, is_new] = index_of_.emplace(key_of(name, id), schedule_.rooms.size());
  if (is_new) schedule_.rooms.push_back({name, id});
  return place->second;
}

std::vector<std::size_t> rooms_named(const Schedule& schedule, const std::vector<std::string>& names) {
  std::vector<std::string> folded;
  for (const std::string& name : names) folded.push_back(fold_name(name));
  const auto holds = [](const std::vector<std::string>& list, const std::string& text) {
    return std::find(list.begin(), list.end(), text) != list.end();
  };
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < schedule.rooms.size(); ++i) {
    const Room& room = schedule.rooms[i];
    if ((!room.id.empty() && holds(names, room.id)) || holds(folded, fold_name(room.name))) found.push_back(i);
  }
  return found;
}

std::vector<std::string> room_names(const Schedule& schedule) {
  std::vector<std::string> names;
  for (const Room& room : schedule.rooms) names.push_back(room.name);
  return names;
}

}  // namespace placard
