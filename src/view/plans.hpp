// SPDX-License-Identifier: MIT
// The plans that views of one sign are made from.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "schedule/room_plan.hpp"
#include "view/view_input.hpp"

namespace placard {

/// Planned once, asked at many instants. Points into the schedule it was made of.
struct Plans {
  std::vector<std::size_t> here;  ///< this sign's rooms, as indexes into the schedule's
  RoomPlan room;
  RoomPlan everywhere;  ///< empty on the sign of such a room
  RoomPlan others;      ///< sessions in other rooms with seats, by start; only where something here may be full
  std::optional<Instant> event_end;  ///< of the last session in any room
};

/// The plans of the schedules last asked for, so that a sign that ticks does not plan the whole event each second. Of
/// one sign's inputs, which differ in schedule and full rooms alone. One thread at a time.
class PlanMemory {
 public:
  std::shared_ptr<const Plans> of(const ViewInput& input);

 private:
  struct Made {
    std::shared_ptr<const Schedule> schedule;
    bool room_full = false;
    std::vector<std::string> full_rooms;
    std::shared_ptr<const Plans> plans;
  };
  std::deque<Made> made_;  // the latest last
};

/// The plans of an input, remembered where it has a memory.
std::shared_ptr<const Plans> plans_of(const ViewInput& input);

}  // namespace placard
