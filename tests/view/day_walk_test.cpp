// SPDX-License-Identifier: MIT
// The rules of now and next, stated a second time in plain_rules.hpp, are compared with what the signs say:
//   - every second of the Ray Summit's day, every room: now, also_now, next, also_next and absent of now_next();
//   - every minute and every boundary of that day, a second before and after it too, every room: the same of view_at(),
//     and state and elsewhere;
//   - 200 small random programmes with everything odd in them, four signs each: the same of both at every boundary, a
//     second before and after, and that view_at() promises a change no later than the facts change.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "view/plain_rules.hpp"
#include "view/sign_input.hpp"

using namespace placard;
using namespace std::chrono_literals;

namespace {

// What view_at() says. Ids are unique in these programmes.
Facts facts_of(const View& view, const Schedule& schedule) {
  const auto place = [&schedule](const SessionFacts& session) {
    const auto found = std::find_if(schedule.sessions.begin(), schedule.sessions.end(),
                                    [&session](const Session& other) { return other.id == session.id; });
    return static_cast<std::size_t>(found - schedule.sessions.begin());
  };
  Facts facts;
  facts.state = view.state;
  if (view.now) facts.now = place(*view.now);
  if (view.next) facts.next = place(*view.next);
  if (view.elsewhere) facts.elsewhere = place(*view.elsewhere);
  facts.also_now = view.also_now;
  facts.also_next = view.also_next;
  for (const SessionFacts& session : view.absent) facts.absent.push_back(place(session));
  std::sort(facts.absent.begin(), facts.absent.end());
  return facts;
}

std::set<Instant> with_neighbours(const std::set<Instant>& instants) {
  std::set<Instant> found;
  for (const Instant instant : instants) found.insert({instant - 1s, instant, instant + 1s});
  return found;
}

// The first instant of `instants` at which the view is not by the rules; "" if there is none.
std::string view_breaks(const Rules& rules, const ViewInput& input, const std::set<Instant>& instants) {
  std::optional<Facts> before;
  std::optional<Instant> promised;
  for (const Instant instant : instants) {
    const Facts expected = rules.at(instant);
    const View view = view_at(input, instant);
    const std::string when = " at " + los_angeles().format(instant);
    if (facts_of(view, *input.schedule) != expected) return "the view breaks the rules" + when;
    const bool changed = before && expected != *before;
    if (changed && (!promised || *promised > instant)) return "no change was promised" + when;
    before = expected;
    promised = view.next_change;
  }
  return "";
}

// The first second from `from` on, before `to`, at which a plan is not read by the rules; "" if there is none.
std::string plan_breaks(const Rules& rules, const RoomPlan& plan, Instant from, Instant to) {
  for (Instant instant = from; instant < to; instant += 1s) {
    const Facts expected = rules.at(instant);
    if (facts_of(now_next(plan, instant), expected) != expected) return los_angeles().format(instant);
  }
  return "";
}

// Up to a dozen sessions from 20:00 to two in the morning after, in four rooms.
Schedule random_programme(std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto below = [&random](std::uint32_t bound) { return static_cast<std::uint32_t>(random() % bound); };
  const Names rooms = {"Hall", "Annexe", "Foyer", "Plaza"};
  Schedule schedule;
  for (const std::string& room : rooms) RoomTable(schedule).index(room);
  const std::uint32_t count = 1 + below(12);
  for (std::uint32_t i = 0; i < count; ++i) {
    Session session;
    session.id = session.title = "S" + std::to_string(i);
    // One draw a statement: in one expression each compiler would draw in its own order.
    session.start = moment("20:00") + 10min * below(36);
    if (below(4) == 0) session.start += seconds(below(60));
    const std::uint32_t kind = below(6);
    if (kind == 1) session.end = session.start;
    if (kind == 2) session.end = session.start - 5min;
    if (kind > 2) session.end = session.start + 5min * (1 + below(18));
    if (kind == 5) *session.end += seconds(below(60));
    session.every_room = below(8) == 0;
    if (!session.every_room || below(3) == 0) session.rooms.push_back(below(4));
    if (!session.every_room && below(4) == 0) session.rooms.push_back(below(4));
    session.cancelled = below(5) == 0;
    schedule.sessions.push_back(session);
  }
  return schedule;
}

}  // namespace

TEST_CASE("every second of the Ray Summit's day in every room is by the rules") {
  const Schedule schedule = ray_summit();
  REQUIRE(schedule.rooms.size() == 12);
  for (const std::string& room : room_names(schedule)) {
    CAPTURE(room);
    const ViewInput input = sign_of(schedule, {room}, shipped_settings().everywhere);
    const Rules rules(schedule, input.rooms, input.everywhere);
    const RoomPlan plan = plan_room(schedule, rooms_named(schedule, {room}));
    CHECK(plan_breaks(rules, plan, moment("00:00"), moment("11-05 00:00")) == "");
    std::set<Instant> instants = with_neighbours(rules.boundaries());
    for (Instant minute = moment("00:00"); minute <= moment("11-05 00:00"); minute += 1min) instants.insert(minute);
    CHECK(view_breaks(rules, input, instants) == "");
  }
}

TEST_CASE("two hundred random programmes are by the rules at every boundary") {
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    const Schedule schedule = random_programme(seed);
    for (const Names& sign : {Names{"Hall"}, Names{"HALL", "annexe"}, Names{"Foyer"}, Names{"Attic"}}) {
      CAPTURE(sign.front());
      const ViewInput input = sign_of(schedule, sign, {"Foyer", "Plaza"});
      const Rules rules(schedule, input.rooms, input.everywhere);
      const RoomPlan plan = plan_room(schedule, rooms_named(schedule, sign));
      const std::set<Instant> instants = with_neighbours(rules.boundaries());
      for (const Instant instant : instants) CHECK(plan_breaks(rules, plan, instant, instant + 1s) == "");
      CHECK(view_breaks(rules, input, instants) == "");
    }
  }
}
