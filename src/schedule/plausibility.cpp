// SPDX-License-Identifier: MIT
#include "schedule/plausibility.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/fold.hpp"
#include "schedule/room_renames.hpp"

namespace placard {
namespace {

constexpr seconds kClocksDiffer{300};  // between the maker of a feed and this device

constexpr seconds kWithoutEnd{3600};
constexpr seconds kMissedFor{12 * 3600};  // after a room's last session, or it is empty while people still leave it

using Rooms = std::vector<std::size_t>;

bool stands_in(const Session& session, const Rooms& rooms) {
  return std::any_of(session.rooms.begin(), session.rooms.end(),
                     [&rooms](std::size_t room) { return std::find(rooms.begin(), rooms.end(), room) != rooms.end(); });
}

bool has_sessions_in(const Schedule& schedule, const Rooms& rooms) {
  return std::any_of(schedule.sessions.begin(), schedule.sessions.end(),
                     [&rooms](const Session& session) { return stands_in(session, rooms); });
}

Instant end_of(const Session& session) {
  return session.end && *session.end > session.start ? *session.end : session.start + kWithoutEnd;
}

// The sign's names, and those its rooms surely have in `news`.
std::vector<std::string> names_in(const Schedule& news, const Schedule& known, const Rooms& own,
                                  std::vector<std::string> names) {
  const RoomRenames renamed = renamed_rooms(known, news);
  for (const std::size_t room : own) {
    const auto is = renamed.find(fold_name(known.rooms[room].name));
    if (is != renamed.end()) names.push_back(is->second);
  }
  return names;
}

// Whether sessions were still to come in these rooms, and `news` tells of each where it is.
bool all_to_come_are_found(const Schedule& known, const Schedule& news, const Rooms& own, Instant now) {
  const auto found = find_sessions(sessions_to_look_for(known, {}), news);
  bool any = false;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Session& session = known.sessions[i];
    if (!stands_in(session, own) || !takes_place(session) || session.is_break || end_of(session) <= now) continue;
    if (found[i].how != FoundSession::How::here) return false;
    any = true;
  }
  return any;
}

bool is_of_another_event(const Schedule& known, const Schedule& news, const std::string& event) {
  if (known.event.empty() || news.event.empty()) return false;
  const std::string name = fold_name(news.event);
  return name != fold_name(known.event) && name != fold_name(event);
}

// Adds to what speaks against `news` that the sign's room is gone from it.
void suspect_lost_room(Suspicion& suspicion, const Schedule& known, const Schedule& news,
                       const PlausibilityRules& rules) {
  const Rooms own = rooms_named(known, rules.rooms);
  if (!has_sessions_in(known, own) || has_sessions_in(news, rooms_named(news, rules.rooms))) return;
  // Another event's rooms and sessions are others, whatever they are called.
  const bool same_event = !is_of_another_event(known, news, rules.event);
  const Rooms now = rooms_named(news, same_event ? names_in(news, known, own, rules.rooms) : rules.rooms);
  if (has_sessions_in(news, now) || (same_event && all_to_come_are_found(known, news, own, rules.now))) return;
  suspicion.reasons.push_back(fmt::format("it has lost the room \"{}\"", rules.rooms.front()));
  Instant last = Instant::min();
  for (const Session& session : known.sessions) {
    if (stands_in(session, own)) last = std::max(last, end_of(session));
  }
  if (now.empty() || last <= rules.now) suspicion.room_missed_until = last + kMissedFor;
}

std::optional<Instant> believable(std::optional<Instant> generated, Instant now) {
  return generated && *generated <= now + kClocksDiffer ? generated : std::nullopt;
}

}  // namespace

Suspicion suspicion_of(const Schedule& known, const Schedule& news, const PlausibilityRules& rules) {
  Suspicion suspicion;
  std::vector<std::string>& found = suspicion.reasons;
  if (is_of_another_event(known, news, rules.event)) {
    found.push_back(fmt::format("it is of another event (\"{}\", not \"{}\")", news.event, known.event));
  }
  suspect_lost_room(suspicion, known, news, rules);
  if (news.sessions.size() * 2 < known.sessions.size()) {
    found.push_back(fmt::format("it has {} sessions instead of {}", news.sessions.size(), known.sessions.size()));
  }
  const auto before = believable(rules.generated, rules.now);
  const auto after = believable(news.generated_at, rules.now);
  if (before && after && *after < *before) found.emplace_back("it is an older copy (by its generated_at)");
  return suspicion;
}

}  // namespace placard
