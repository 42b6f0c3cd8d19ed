// SPDX-License-Identifier: MIT
// Row A12: overlaps, duplicates, ends before starts, no length, thirty days: each sign says what the rules say, and an
// odd session leaves its neighbours alone.
#include <doctest/doctest.h>

#include <algorithm>

#include "catalogue/dose.hpp"
#include "schedule/programme.hpp"
#include "view/plain_rules.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

const Names kRooms = {"Hall", "Annexe", "Foyer"};
constexpr Instant kNoon{std::chrono::seconds{1'762'286'400}};

Session random_session(Chance& chance, const std::vector<Session>& others) {
  if (!others.empty() && chance.one_in(6)) return chance.of(others);  // to the letter, as feeds do
  Session session;
  session.title = "S" + std::to_string(others.size());
  session.start = kNoon + 5min * static_cast<int>(chance.below(36));
  if (chance.one_in(8)) session.start -= 29 * 24h;
  switch (chance.below(7)) {
    case 0:
      break;
    case 1:
      session.end = session.start;
      break;
    case 2:
      session.end = session.start - 5min * static_cast<int>(1 + chance.below(12));
      break;
    case 3:
      session.end = session.start + 30 * 24h;
      break;
    case 4:
      session.end = session.start + 1s;
      break;
    default:
      session.end = session.start + 5min * static_cast<int>(1 + chance.below(24));
  }
  session.every_room = chance.one_in(10);
  if (!session.every_room) session.rooms.push_back(chance.below(kRooms.size()));
  if (!session.every_room && chance.one_in(8)) session.rooms.push_back(chance.below(kRooms.size()));
  session.cancelled = chance.one_in(7);
  return session;
}

Schedule random_schedule(Chance& chance) {
  Schedule schedule;
  for (const std::string& room : kRooms) schedule.rooms.push_back({room, ""});
  const std::uint64_t count = 1 + chance.below(9);
  for (std::uint64_t i = 0; i < count; ++i) schedule.sessions.push_back(random_session(chance, schedule.sessions));
  return schedule;
}

Instant random_instant(Chance& chance, const std::set<Instant>& boundaries) {
  const auto at = std::next(boundaries.begin(), static_cast<std::ptrdiff_t>(chance.below(boundaries.size())));
  return *at + seconds(chance.below(3)) - 1s;
}

// Whatever was written, a planned session lasts, and one without a true end not for ever.
std::string ends_break(const RoomPlan& plan) {
  for (const PlannedSession& planned : plan) {
    const auto& written = planned.session->end;
    if (planned.end <= planned.start) return "a session ends before it starts";
    if (written && *written > planned.start && planned.end != *written) return "a written end does not count";
    if (!(written && *written > planned.start) && planned.end > planned.start + 60min)
      return "a session without end goes on";
  }
  return "";
}

// What was chosen really is on, or really to come.
std::string choice_breaks(const NowNext& chosen, Instant at) {
  if (chosen.now != nullptr && (chosen.now->start > at || chosen.now->end <= at)) return "now is not on";
  if (chosen.now != nullptr && chosen.now->session->cancelled) return "now is cancelled";
  if (chosen.next != nullptr && (chosen.next->start <= at || chosen.next->session->cancelled))
    return "next is not to come";
  return "";
}

std::string rules_break(const Schedule& schedule, std::size_t room, Chance& chance) {
  const Rules rules(schedule, {kRooms[room]}, {});
  const RoomPlan plan = plan_room(schedule, {room});
  if (const std::string broken = ends_break(plan); !broken.empty()) return broken;
  const Instant at = random_instant(chance, rules.boundaries());
  const NowNext chosen = now_next(plan, at);
  if (const std::string broken = choice_breaks(chosen, at); !broken.empty()) return broken;
  const Facts expected = rules.at(at);
  return facts_of(chosen, expected) == expected ? "" : "not by the rules at " + los_angeles().format(at);
}

bool same_plan(const RoomPlan& a, const RoomPlan& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const PlannedSession& x, const PlannedSession& y) {
    return *x.session == *y.session && x.start == y.start && x.end == y.end && x.own == y.own;
  });
}

// Without its last session, another room's plan is the same.
std::string neighbours_break(const Schedule& schedule) {
  const Session& odd = schedule.sessions.back();
  const auto in_two_rooms = [](const Session& session) {
    return session.rooms.size() > 1;
  };  // may be cut by the odd one
  if (odd.every_room || std::any_of(schedule.sessions.begin(), schedule.sessions.end(), in_two_rooms)) return "";
  Schedule without = schedule;
  without.sessions.pop_back();
  for (std::size_t room = 0; room < kRooms.size(); ++room) {
    if (std::find(odd.rooms.begin(), odd.rooms.end(), room) != odd.rooms.end()) continue;
    if (!same_plan(plan_room(schedule, {room}), plan_room(without, {room})))
      return "a neighbour changed: " + kRooms[room];
  }
  return "";
}

}  // namespace

TEST_CASE("A12: random schedules of everything odd are read by the rules, and neighbours are left alone") {
  const Dose schedules = dose("random schedules", 30'000);
  std::size_t broken = 0;
  for (std::uint64_t number = schedules.first; number < schedules.first + schedules.count && broken < 10; ++number) {
    Chance chance(number);
    const Schedule schedule = random_schedule(chance);
    std::string wrong = rules_break(schedule, chance.below(kRooms.size()), chance);
    if (wrong.empty()) wrong = neighbours_break(schedule);
    if (wrong.empty()) continue;
    FAIL_CHECK(wrong << ", PLACARD_SEED=" << number);
    ++broken;
  }
  CHECK(broken == 0);
}
