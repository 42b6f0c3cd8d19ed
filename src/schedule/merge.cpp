// SPDX-License-Identifier: MIT
#include "schedule/merge.hpp"

#include "schedule/same_sessions.hpp"

namespace placard {
namespace {

void add_part(Schedule& out, const Schedule& part) {
  if (out.event.empty()) out.event = part.event;
  if (out.time_zone.empty()) out.time_zone = part.time_zone;
  if (!out.utc_offset) out.utc_offset = part.utc_offset;
  out.track_colors.insert(out.track_colors.end(), part.track_colors.begin(), part.track_colors.end());
  RoomTable rooms(out);
  std::vector<std::size_t> index_of;
  for (const Room& room : part.rooms) {
    index_of.push_back(rooms.index(room.name, room.id));
    rooms.add_names(index_of.back(), room.other_names);
  }
  for (Session session : part.sessions) {
    for (std::size_t& room : session.rooms) room = index_of[room];
    out.sessions.push_back(std::move(session));
  }
}

}  // namespace

Schedule merged(const std::vector<const Schedule*>& parts) {
  Schedule out;
  std::vector<std::size_t> feeds;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    add_part(out, *parts[i]);
    feeds.resize(out.sessions.size(), i);
  }
  unite_same_sessions(out, feeds);
  if (parts.size() == 1) out.generated_at = parts.front()->generated_at;
  return out;
}

}  // namespace placard
