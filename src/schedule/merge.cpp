// SPDX-License-Identifier: MIT
#include "schedule/merge.hpp"

#include <unordered_map>

#include "base/text/fold.hpp"
#include "schedule/same_sessions.hpp"

namespace placard {
namespace {

// The rooms that alone have their names, of one feed or of those before, by the folded name.
std::unordered_map<std::string, std::size_t> only_ones(const std::vector<Room>& rooms) {
  std::unordered_map<std::string, std::size_t> by_name, count;
  for (std::size_t i = 0; i < rooms.size(); ++i) {
    by_name.emplace(fold_name(rooms[i].name), i);
    ++count[fold_name(rooms[i].name)];
  }
  std::erase_if(by_name, [&count](const auto& one) { return count[one.first] > 1; });
  return by_name;
}

// Feeds have ids of their own: what alone has a name in two of them is one room.
std::vector<std::size_t> add_rooms(Schedule& out, const Schedule& part) {
  const auto before = only_ones(out.rooms);
  const auto here = only_ones(part.rooms);
  RoomTable rooms(out);
  std::vector<std::size_t> index_of;
  for (const Room& room : part.rooms) {
    const auto same = before.find(fold_name(room.name));
    const bool is_same = same != before.end() && here.contains(same->first);
    index_of.push_back(is_same ? same->second : rooms.index(room.name, room.id));
    rooms.add_names(index_of.back(), room.other_names);
    Room& known = out.rooms[index_of.back()];
    if (!room.id.empty() && room.id != known.id) known.other_ids.push_back(room.id);
  }
  return index_of;
}

void add_part(Schedule& out, const Schedule& part) {
  if (out.event.empty()) out.event = part.event;
  if (out.time_zone.empty()) out.time_zone = part.time_zone;
  if (!out.utc_offset) out.utc_offset = part.utc_offset;
  out.track_colors.insert(out.track_colors.end(), part.track_colors.begin(), part.track_colors.end());
  const auto index_of = add_rooms(out, part);
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
