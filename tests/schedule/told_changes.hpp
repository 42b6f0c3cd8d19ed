// SPDX-License-Identifier: MIT
// Changes of a feed as lines of text.
#pragma once

#include <string>
#include <vector>

#include "schedule/feed_changes.hpp"
#include "schedule/programme.hpp"

namespace placard::test {

using Lines = std::vector<std::string>;

inline std::string joined_rooms(const Lines& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : "+") + text;
  return out;
}

// "Beta from Hall moved to Foyer, now at 15:00"
inline std::string told(const FeedChange& change) {
  const bool moved = change.kind == FeedChange::Kind::moved;
  const std::string where = change.before.title + " from " + joined_rooms(moved ? change.left : change.rooms);
  const std::string time = los_angeles().format(change.now_at).substr(11, 5);
  switch (change.kind) {
    case FeedChange::Kind::moved:
      return where + " moved to " + change.moved_to + (change.now_at == change.before.start ? "" : ", now at " + time);
    case FeedChange::Kind::retimed:
      return where + " now at " + time;
    case FeedChange::Kind::vanished:
      break;
  }
  return where + " vanished";
}

inline Lines told(const std::vector<FeedChange>& changes) {
  Lines lines;
  for (const FeedChange& change : changes) lines.push_back(told(change));
  return lines;
}

inline Schedule without_ids(Schedule schedule) {
  for (Session& session : schedule.sessions) session.id.clear();
  return schedule;
}

}  // namespace placard::test
