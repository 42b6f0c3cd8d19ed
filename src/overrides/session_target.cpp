// SPDX-License-Identifier: MIT
#include "overrides/session_target.hpp"

#include <algorithm>

#include "base/text/fold.hpp"
#include "overrides/for_sign.hpp"

namespace placard {

std::vector<std::size_t> sessions_meant(const Schedule& published, const SessionTarget& target) {
  const auto rooms = target.room.empty() ? std::vector<std::size_t>{} : rooms_named(published, {target.room});
  const std::string title = fold_name(target.title);
  const auto in_a_room = [&rooms](const Session& session) {
    return std::any_of(session.rooms.begin(), session.rooms.end(), [&rooms](std::size_t room) {
      return std::find(rooms.begin(), rooms.end(), room) != rooms.end();
    });
  };
  std::vector<std::size_t> meant;
  for (std::size_t i = 0; i < published.sessions.size(); ++i) {
    const Session& session = published.sessions[i];
    if (!target.id.empty() && session.id != target.id) continue;
    if (!target.room.empty() && !in_a_room(session)) continue;
    if (target.start && session.start != *target.start) continue;
    if (!title.empty() && fold_name(session.title) != title) continue;
    meant.push_back(i);
  }
  return meant;
}

bool fits_room(const Override& entry, const Room& room) {
  return names_room(entry.rooms, room);
}

}  // namespace placard
