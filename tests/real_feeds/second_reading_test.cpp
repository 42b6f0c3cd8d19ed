// SPDX-License-Identifier: MIT
// Published schedules, read by Placard and a second time by plain_feeds.py: session by session, and what is on and
// comes next in every room at every change.
#include <doctest/doctest.h>

#include <set>

#include "real_feeds/sample.hpp"
#include "view/plain_rules.hpp"
#include "view/rules/now_next.hpp"

using namespace placard;
using namespace placard::test;
using Json = nlohmann::json;

namespace {

Session plain_session(const Json& plain, Schedule& schedule) {
  Session session;
  session.id = plain["id"].get<std::string>();
  session.title = plain["title"].get<std::string>();
  session.start = Instant(seconds(plain["start"].get<std::int64_t>()));
  if (!plain["end"].is_null()) session.end = Instant(seconds(plain["end"].get<std::int64_t>()));
  for (const Json& room : plain["rooms"]) session.rooms.push_back(RoomTable(schedule).index(room.get<std::string>()));
  session.every_room = plain["every_room"].get<bool>();
  session.track = plain["track"].get<std::string>();
  session.speakers = plain["speakers"].get<std::vector<std::string>>();
  session.is_break = plain["is_break"].get<bool>();
  return session;
}

Schedule plain_schedule(const Json& plain) {
  Schedule schedule;
  for (const Json& one : plain) schedule.sessions.push_back(plain_session(one, schedule));
  return schedule;
}

std::vector<std::string> rooms_of(const Schedule& schedule, const Session& session) {
  std::vector<std::string> names;
  for (const std::size_t room : session.rooms) names.push_back(schedule.rooms[room].name);
  return names;
}

void compare_sessions(const Schedule& read, const Schedule& plain) {
  REQUIRE(read.sessions.size() == plain.sessions.size());
  for (std::size_t i = 0; i < plain.sessions.size(); ++i) {
    const Session& a = read.sessions[i];
    const Session& b = plain.sessions[i];
    CAPTURE(b.title);
    CHECK(a.id == b.id);
    CHECK(a.title == b.title);
    CHECK(rooms_of(read, a) == rooms_of(plain, b));
    CHECK(a.every_room == b.every_room);
    CHECK((a.start == b.start));
    CHECK((a.end == b.end));
    CHECK(a.track == b.track);
    CHECK(a.speakers == b.speakers);
    CHECK(a.is_break == b.is_break);
  }
}

std::size_t place_of(const PlannedSession* planned, const Schedule& schedule) {
  return planned == nullptr ? kNone : static_cast<std::size_t>(planned->session - schedule.sessions.data());
}

// Every change of a room, and the seconds beside it.
std::size_t walk_room(const Schedule& read, const Schedule& plain, const std::string& room) {
  const RoomPlan plan = plan_room(read, rooms_named(read, {room}));
  const Rules rules(plain, {room}, {});
  std::size_t wrong = 0;
  std::size_t changes = 0;
  for (const Instant boundary : rules.boundaries()) {
    for (const int beside : {-1, 0, 1}) {
      const Instant at = boundary + seconds(beside);
      const NowNext chosen = now_next(plan, at);
      const Facts facts = rules.at(at);
      const bool right = place_of(chosen.now, read) == facts.now && place_of(chosen.next, read) == facts.next &&
                         chosen.also_now == facts.also_now && chosen.also_next == facts.also_next;
      ++changes;
      if (right || ++wrong > 3) continue;
      FAIL_CHECK(room << " at " << at.time_since_epoch().count() << ": now or next differ");
    }
  }
  return changes;
}

}  // namespace

TEST_CASE("published schedules are read as their documentation says, session by session") {
  if (!have_samples()) return;
  for (const Sample& sample : samples()) {
    CAPTURE(sample.file);
    const ReadFeed read = read_sample(sample.file, sample.zone);
    REQUIRE(read.schedule);
    CHECK(read.skipped == 0);
    compare_sessions(*read.schedule, plain_schedule(plain_reading(sample.file, sample.zone)));
  }
}

TEST_CASE("published schedules: now and next at every change of every room") {
  if (!have_samples()) return;
  for (const Sample& sample : samples()) {
    CAPTURE(sample.file);
    const ReadFeed read = read_sample(sample.file, sample.zone);
    REQUIRE(read.schedule);
    const Schedule plain = plain_schedule(plain_reading(sample.file, sample.zone));
    std::size_t changes = 0;
    for (const Room& room : plain.rooms) changes += walk_room(*read.schedule, plain, room.name);
    MESSAGE(sample.file << ": " << plain.rooms.size() << " rooms, " << changes << " instants");
    CHECK(changes > 0);
  }
}
