// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>
#include <utility>

#include "base/text/fold.hpp"
#include "fuzz/claims.hpp"
#include "schedule/formats/reading/feed_reading.hpp"
#include "schedule/merge.hpp"

namespace placard::fuzz {
namespace {

using namespace std::chrono_literals;

// Years 2000 to 2199 with any offset, and the longest duration after that.
bool is_plausible(Instant instant) {
  constexpr Instant kFirst = std::chrono::sys_days(std::chrono::year(2000) / 1 / 1) - 24h;
  constexpr Instant kLast = std::chrono::sys_days(std::chrono::year(2200) / 1 / 1) + 24h + 60 * 24h;
  return instant >= kFirst && instant <= kLast;
}

void claim_session(const Session& session, const Schedule& schedule) {
  claim(!session.title.empty(), "a session has a title");
  claim_clean(session.title, "a title is clean");
  claim_clean(session.id, "an id is clean");
  claim_clean(session.track, "a track is clean");
  for (const auto& label : session.labels) claim_clean(label, "a label is clean");
  for (const auto& speaker : session.speakers) claim_clean(speaker, "a speaker is clean");
  claim(session.labels.size() <= kMaxNames && session.speakers.size() <= kMaxNames, "names stay few", session.title);
  claim(is_plausible(session.start) && (!session.end || is_plausible(*session.end)), "times are plausible",
        session.title);
  claim(session.every_room || !session.rooms.empty(), "a session has a room", session.title);
  for (const std::size_t room : session.rooms) {
    claim(room < schedule.rooms.size(), "a room's index is one of the rooms'", session.title);
  }
  claim(session.moved_to.empty() && !session.printed_start && !session.printed_end,
        "a feed leaves alone what is staff's", session.title);
}

void claim_schedule(const Schedule& schedule) {
  claim_clean(schedule.event, "the event is clean");
  claim(schedule.time_zone.empty() || TimeZone::find(schedule.time_zone), "the zone is known", schedule.time_zone);
  claim(!schedule.utc_offset || std::chrono::abs(*schedule.utc_offset) <= 14h, "the offset is at most 14 hours");
  std::set<std::pair<std::string, std::string>> known;
  for (const Room& room : schedule.rooms) {
    claim(!room.name.empty(), "a room has a name");
    claim_clean(room.name, "a room's name is clean");
    claim_clean(room.id, "a room's id is clean");
    claim(known.emplace(room.id, fold_name(room.name)).second, "rooms differ", room.name);
  }
  for (const TrackColor& color : schedule.track_colors) {
    claim_clean(color.track, "a track is clean");
    claim(color.rgb <= 0xFFFFFF, "a colour has three bytes", color.track);
  }
  for (const Session& session : schedule.sessions) claim_session(session, schedule);
  const Schedule united = merged({&schedule});
  claim(united.rooms == schedule.rooms, "uniting sessions leaves the rooms");
  claim(united.sessions.size() <= schedule.sessions.size(), "uniting sessions makes none");
  claim(united.sessions.empty() == schedule.sessions.empty(), "uniting sessions leaves one of each");
}

}  // namespace

void claim_feed(const ReadFeed& feed, std::string_view document, const std::string& name) {
  claim_problems(feed.problems, document, name);
  claim(feed.schedule || has_errors(feed.problems), "a refusal says why");
  claim(feed.skipped == 0 || !feed.problems.empty(), "a session left out is named");
  if (feed.schedule) claim_schedule(*feed.schedule);
}

}  // namespace placard::fuzz
