// SPDX-License-Identifier: MIT
// A room without seats: what people are told to do instead.
#include <doctest/doctest.h>

#include "view/plans.hpp"
#include "view/sign_input.hpp"
#include "view/view_at.hpp"

using namespace placard;
using namespace std::chrono_literals;

namespace {

using Names = std::vector<std::string>;

Names alternatives(const View& view) {
  Names titles;
  for (const SessionFacts& session : view.alternatives) titles.push_back(session.title);
  return titles;
}

Schedule fair() {
  Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 14:00 - 14:30 | Beta",
                                 "Foyer | 13:10 - 13:40 | Open", "Attic | 13:15 - 13:45 | Gone | cancelled",
                                 "Cellar | 13:15 - 13:45 | Full too", "Foyer | 14:05 - 14:30 | Later"});
  schedule.sessions[4].full = true;
  return schedule;
}

}  // namespace

TEST_CASE("what starts elsewhere within 20 minutes, unless it is full itself or does not take place") {
  Schedule schedule = fair();
  schedule.sessions[0].full = true;
  const ViewInput input = sign_of(schedule);
  CHECK(alternatives(view_at(input, moment("13:05"))) == Names{"Open"});
  CHECK(alternatives(view_at(input, moment("13:10"))).empty());
  CHECK(alternatives(view_at(input, moment("12:49"))).empty());
}

TEST_CASE("nor what stands in a full room, in this room too, or has moved out of the other one") {
  Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "Foyer | 13:10 - 13:40 | Open",
                                 "Foyer | 13:10 - 13:40 | Both", "Attic | 13:10 - 13:40 | Moved"});
  schedule.sessions[0].full = true;
  schedule.sessions[2].rooms = {1, 0};
  schedule.sessions[3].moved_to = "Hall";
  ViewInput input = sign_of(schedule);
  CHECK(alternatives(view_at(input, moment("13:05"))) == Names{"Open"});
  // A memory of plans knows which rooms were full.
  input.plans = std::make_shared<PlanMemory>();
  CHECK(alternatives(view_at(input, moment("13:05"))) == Names{"Open"});
  input.full_rooms = {"f*er"};
  CHECK(alternatives(view_at(input, moment("13:05"))).empty());
}

TEST_CASE("nothing is recommended while there are seats") {
  const Schedule schedule = fair();
  CHECK(alternatives(view_at(sign_of(schedule), moment("13:05"))).empty());
}

TEST_CASE("a full room counts for what is on, in a gap for what is next, and for nothing when all is over") {
  const Schedule schedule = fair();
  ViewInput input = sign_of(schedule);
  input.room_full = true;
  const View on = view_at(input, moment("13:05"));
  CHECK(on.now->full);
  CHECK_FALSE(on.next->full);
  CHECK(alternatives(on) == Names{"Open"});
  const View gap = view_at(input, moment("13:50"));
  CHECK(gap.next->full);
  CHECK(alternatives(gap) == Names{"Later"});
  const View over = view_at(input, moment("15:00"));
  CHECK(over.state == RoomStatus::over);
  CHECK(alternatives(over).empty());
}

TEST_CASE("what is old recommends nothing") {
  const Schedule schedule = fair();
  ViewInput input = read_once(sign_of(schedule), moment("13:05") - 48h);
  input.room_full = true;
  const View view = view_at(input, moment("13:05"));
  CHECK(view.freshness == Freshness::old);
  CHECK(alternatives(view).empty());
}

TEST_CASE("what is on for every room fills no seats here, and a full session to come says so in its line") {
  const Schedule schedule = programme({"* | 12:00 - 13:00 | Lunch", "Hall | 13:00 - 14:00 | Alpha"});
  ViewInput input = sign_of(schedule);
  input.room_full = true;
  const View lunch = view_at(input, moment("12:30"));
  CHECK_FALSE(lunch.now->full);
  CHECK(lunch.next->full);
  CHECK(lunch.texts.next.sessions.at(0).printed == "full");
  CHECK(view_at(input, moment("13:30")).now->full);
}
