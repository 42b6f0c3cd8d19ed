// SPDX-License-Identifier: MIT
#include "schedule/schedule.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace placard {

std::size_t room_index(Schedule& schedule, const std::string& name, const std::string& id) {
  // Nearly always the feed spells a room as before, and folding is the costly part.
  for (std::size_t i = 0; i < schedule.rooms.size(); ++i) {
    if (schedule.rooms[i].id == id && schedule.rooms[i].name == name) return i;
  }
  const std::string folded = fold_name(name);
  for (std::size_t i = 0; i < schedule.rooms.size(); ++i) {
    if (schedule.rooms[i].id == id && fold_name(schedule.rooms[i].name) == folded) return i;
  }
  schedule.rooms.push_back({name, id});
  return schedule.rooms.size() - 1;
}

std::vector<std::size_t> rooms_named(const Schedule& schedule, const std::vector<std::string>& names) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < schedule.rooms.size(); ++i) {
    const Room& room = schedule.rooms[i];
    const bool named = std::any_of(names.begin(), names.end(), [&room](const std::string& name) {
      return (!room.id.empty() && room.id == name) || fold_name(room.name) == fold_name(name);
    });
    if (named) found.push_back(i);
  }
  return found;
}

std::vector<std::string> room_names(const Schedule& schedule) {
  std::vector<std::string> names;
  for (const Room& room : schedule.rooms) names.push_back(room.name);
  return names;
}

}  // namespace placard
