// SPDX-License-Identifier: MIT
// Schedules as lines of text, to be compared at a glance.
#pragma once

#include <string>
#include <vector>

#include "schedule/formats/feed_format.hpp"
#include "schedule/programme.hpp"

namespace placard::test {

using Lines = std::vector<std::string>;

inline std::string joined(const Lines& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + text;
  return out;
}

/// "id: Title | Hall, Foyer | 2025-11-04T13:00 - 13:30 | Track | Speaker, Speaker | cancelled delayed break every room", in
/// UTC.
inline std::string told(const Schedule& schedule, const Session& session) {
  const TimeZone utc = TimeZone::fixed(seconds(0));
  Lines rooms;
  for (const std::size_t room : session.rooms) rooms.push_back(schedule.rooms[room].name);
  Lines flags;
  if (session.cancelled) flags.emplace_back("cancelled");
  if (session.delayed) flags.emplace_back("delayed");
  if (session.is_break) flags.emplace_back("break");
  if (session.every_room) flags.emplace_back("every room");
  return session.id + ": " + session.title + " | " + joined(rooms) + " | " + utc.format(session.start).substr(0, 16) +
         " -" + (session.end ? " " + utc.format(*session.end).substr(11, 5) : "") + " | " + session.track + " | " +
         joined(session.speakers) + " | " + joined(flags);
}

inline Lines told(const ReadFeed& feed) {
  Lines lines;
  if (!feed.schedule) return {"refused"};
  for (const Session& session : feed.schedule->sessions) lines.push_back(told(*feed.schedule, session));
  return lines;
}

/// "Hall=h1, Foyer"
inline std::string told_rooms(const ReadFeed& feed) {
  Lines rooms;
  for (const Room& room : feed.schedule.value().rooms)
    rooms.push_back(room.name + (room.id.empty() ? "" : "=" + room.id));
  return joined(rooms);
}

inline Lines sentences(const ReadFeed& feed) {
  Lines lines;
  for (const Problem& problem : feed.problems) lines.push_back(to_sentence(problem));
  return lines;
}

}  // namespace placard::test
