// SPDX-License-Identifier: MIT
// Programmes for tests, one line a session, at a venue in Los Angeles:
//
//   "Hall        | 13:00 - 13:30 | Alpha"
//   "Hall, Foyer | 14:00 -       | Beta  | cancelled"     two rooms, no end
//   "*           | 11-05 08:00 - 11-05 09:00 | Breakfast"  every room, the day after
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/time/time_zone.hpp"
#include "schedule/formats/feed_format.hpp"
#include "schedule/schedule.hpp"

namespace placard {

inline const TimeZone& los_angeles() {
  static const TimeZone zone = TimeZone::find("America/Los_Angeles").value();
  return zone;
}

/// "13:00" or "13:00:30" on 2025-11-04, "11-05 00:30" of that year, or a full time as parse_time() takes it.
inline Instant moment(const std::string& text) {
  std::string full = text;
  if (text.size() > 2 && text[2] == ':') full = "2025-11-04 " + text;
  if (text.size() > 2 && text[2] == '-') full = "2025-" + text;
  const auto written = parse_time(full);
  if (!written) throw std::invalid_argument("not a time: " + text);
  return los_angeles().instant(*written);
}

/// The parts of `text` between `separator`s, trimmed.
inline std::vector<std::string> parts_of(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) {
    const auto first = part.find_first_not_of(' ');
    const auto last = part.find_last_not_of(' ');
    parts.push_back(first == std::string::npos ? "" : part.substr(first, last - first + 1));
  }
  return parts;
}

inline void add_session(Schedule& schedule, const std::string& line) {
  const auto columns = parts_of(line, '|');
  Session session;
  for (const std::string& room : parts_of(columns.at(0), ',')) {
    if (room == "*") session.every_room = true;
    if (room != "*") session.rooms.push_back(RoomTable(schedule).index(room));
  }
  const std::string& times = columns.at(1);
  const auto dash = times.find(" -");
  session.start = moment(times.substr(0, dash));
  if (dash + 3 < times.size()) session.end = moment(times.substr(dash + 3));
  session.title = columns.at(2);
  session.id = session.title;
  session.cancelled = columns.size() > 3 && columns[3] == "cancelled";
  schedule.sessions.push_back(session);
}

inline Schedule programme(const std::vector<std::string>& lines) {
  Schedule schedule;
  for (const std::string& line : lines) add_session(schedule, line);
  return schedule;
}

inline std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("no such file: " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The shipped feed, as the venue's config reads it.
inline Schedule ray_summit() {
  const std::string path = PLACARD_SOURCE "/config/feed/ray-summit-2025.json";
  return read_feed("ray-summit-2025.json", file_text(path), {los_angeles(), ""}).schedule.value();
}

}  // namespace placard
