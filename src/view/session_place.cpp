// SPDX-License-Identifier: MIT
#include "view/session_place.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace placard {
namespace {

using Rooms = std::vector<std::size_t>;

bool is_one_of(const Rooms& rooms, std::size_t room) {
  return std::find(rooms.begin(), rooms.end(), room) != rooms.end();
}

// "A, B, C +2": the rooms that are not this sign's.
std::string others_text(const Schedule& schedule, const Rooms& here, const Rooms& rooms) {
  std::string text;
  std::size_t count = 0;
  for (const std::size_t room : rooms) {
    if (is_one_of(here, room) || schedule.rooms[room].name.empty()) continue;
    if (count < kMostPlaces) text += (text.empty() ? "" : ", ") + schedule.rooms[room].name;
    ++count;
  }
  return count > kMostPlaces ? text + fmt::format(" +{}", count - kMostPlaces) : text;
}

std::string after(const char* word, const std::string& rooms) {
  return rooms.empty() ? "" : word + rooms;
}

}  // namespace

std::string place_text(const Schedule& schedule, const std::vector<std::size_t>& here, const PlannedSession& planned) {
  const Session& session = *planned.session;
  if (session.rooms.empty()) return "";
  const Rooms source = {session.rooms.front()};
  if (session.broadcast) return after(planned.own ? "from " : "in ", others_text(schedule, here, source));
  if (!planned.own) return after("in ", others_text(schedule, here, session.rooms));
  return session.every_room ? "" : after("also in ", others_text(schedule, here, session.rooms));
}

}  // namespace placard
