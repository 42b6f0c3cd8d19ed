// SPDX-License-Identifier: MIT
#include "view/plans.hpp"

#include <algorithm>
#include <utility>

#include "base/text/fold.hpp"
#include "overrides/for_sign.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostRemembered = 4;

bool may_be_full(const ViewInput& input, const RoomPlan& plan) {
  return input.room_full ||
         std::any_of(plan.begin(), plan.end(), [](const PlannedSession& planned) { return planned.session->full; });
}

// Of the rooms that are neither this sign's nor everywhere's nor full.
RoomPlan plan_others(const ViewInput& input, const std::vector<std::size_t>& own,
                     const std::vector<std::size_t>& everywhere) {
  const Schedule& schedule = *input.schedule;
  std::vector<std::size_t> rooms;
  for (std::size_t room = 0; room < schedule.rooms.size(); ++room) {
    const auto is = [room](const std::vector<std::size_t>& list) {
      return std::find(list.begin(), list.end(), room) != list.end();
    };
    if (!is(own) && !is(everywhere) && !names_room(input.full_rooms, schedule.rooms[room])) rooms.push_back(room);
  }
  RoomPlan plan = plan_own_sessions(schedule, rooms);
  std::erase_if(plan, [&own](const PlannedSession& planned) {
    const std::vector<std::size_t>& at = planned.session->rooms;
    return planned.session->every_room || std::find_first_of(at.begin(), at.end(), own.begin(), own.end()) != at.end();
  });
  return plan;
}

// By name too: the feed need not know a room that has no session today.
bool is_one_of(const ViewInput& input, const std::vector<std::size_t>& own,
               const std::vector<std::size_t>& everywhere) {
  if (std::find_first_of(own.begin(), own.end(), everywhere.begin(), everywhere.end()) != own.end()) return true;
  const auto folded = [](const std::string& a, const std::string& b) { return fold_name(a) == fold_name(b); };
  return std::find_first_of(input.rooms.begin(), input.rooms.end(), input.everywhere.begin(), input.everywhere.end(),
                            folded) != input.rooms.end();
}

RoomPlan plan_each(const Schedule& schedule, const std::vector<std::size_t>& rooms) {
  RoomPlan plan;
  for (const std::size_t room : rooms) {
    const RoomPlan more = plan_own_sessions(schedule, {room});
    plan.insert(plan.end(), more.begin(), more.end());
  }
  return plan;
}

Plans make_plans(const ViewInput& input) {
  Plans plans;
  if (input.schedule == nullptr) return plans;
  plans.event_end = last_end(*input.schedule);
  plans.here = rooms_named(*input.schedule, input.rooms);
  const auto everywhere = rooms_named(*input.schedule, input.everywhere);
  plans.room = plan_room(*input.schedule, plans.here);
  if (!is_one_of(input, plans.here, everywhere)) plans.everywhere = plan_each(*input.schedule, everywhere);
  if (may_be_full(input, plans.room)) plans.others = plan_others(input, plans.here, everywhere);
  return plans;
}

}  // namespace

std::shared_ptr<const Plans> PlanMemory::of(const ViewInput& input) {
  const auto found = std::find_if(made_.begin(), made_.end(), [&input](const Made& made) {
    return made.schedule == input.schedule && made.room_full == input.room_full && made.full_rooms == input.full_rooms;
  });
  if (found != made_.end()) return found->plans;
  if (made_.size() == kMostRemembered) made_.pop_front();
  auto plans = std::make_shared<const Plans>(make_plans(input));
  made_.push_back({input.schedule, input.room_full, input.full_rooms, std::move(plans)});
  return made_.back().plans;
}

std::shared_ptr<const Plans> plans_of(const ViewInput& input) {
  return input.plans ? input.plans->of(input) : std::make_shared<const Plans>(make_plans(input));
}

}  // namespace placard
