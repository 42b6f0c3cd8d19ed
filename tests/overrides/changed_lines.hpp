// SPDX-License-Identifier: MIT
// A changed programme as lines of text.
#pragma once

#include <string>
#include <vector>

#include "overrides/changed_schedule.hpp"
#include "overrides/known.hpp"

namespace placard::test {

using Lines = std::vector<std::string>;

// A session in one line: "13:10 - 13:40 Alpha in Hall, was 13:00 - 13:30".
inline std::string told(const Schedule& schedule, const Session& session) {
  const auto time = [](Instant instant) { return los_angeles().format(instant).substr(11, 5); };
  std::string line = time(session.start) + " -" + (session.end ? " " + time(*session.end) : "") + " " + session.title;
  for (std::size_t i = 0; i < session.rooms.size(); ++i) {
    line += (i == 0 ? " in " : " and ") + schedule.rooms[session.rooms[i]].name;
  }
  if (session.cancelled) line += ", cancelled";
  if (!session.moved_to.empty()) line += ", moved to " + session.moved_to;
  if (session.now_at) line += ", now at " + time(*session.now_at);
  if (session.end_assumed) line += ", end assumed";
  if (session.full) line += ", full";
  if (session.printed_start) line += ", was " + time(*session.printed_start) + " - " + time(*session.printed_end);
  return line;
}

inline Lines changed(const Schedule& published, const Lines& entries, const char* at = "12:00") {
  const LoadedOverrides all = known(entries);
  const Schedule schedule = changed_schedule(published, all, changes_in_force(all, {"hall", {"Hall"}}, moment(at)));
  Lines lines;
  for (const Session& session : schedule.sessions) lines.push_back(told(schedule, session));
  return lines;
}

inline const Lines kHall = {"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:30 - 14:00 | Beta",
                            "Hall | 14:10 - 14:40 | Gamma", "Foyer | 13:00 - 13:30 | Delta"};

}  // namespace placard::test
