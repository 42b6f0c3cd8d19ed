// SPDX-License-Identifier: MIT
// The programme as it counts for one sign at any instant: what was published, and what staff changed.
#pragma once

#include <deque>
#include <utility>
#include <vector>

#include "overrides/for_sign.hpp"
#include "settings/settings.hpp"
#include "view/view_at.hpp"

namespace placard {

/// Makes the input of a view for an instant. Changed schedules are kept, so that asking every second costs nothing
/// while nothing begins or ends. Owned by one thread.
class EffectiveSchedule {
 public:
  /// `published` may be null; it must live as long as it is used here.
  void publish(const Schedule* published);
  void take_overrides(LoadedOverrides known);
  const LoadedOverrides& overrides() const { return known_; }

  /// `usual` (its schedule is replaced) with what staff say at `at`, and until when that is all; while the clock proves
  /// nothing, only with what they say without limits of time. The schedule in it lives until the second-next call.
  TimedInput at(const ViewInput& usual, Instant at);

 private:
  const Schedule* schedule_with(const LoadedOverrides& said, const std::vector<std::size_t>& changes);

  const Schedule* published_ = nullptr;
  LoadedOverrides known_;
  LoadedOverrides timeless_;  // those without limits of time
  bool all_said_ = true;      // whether changed_ was made from known_, not from timeless_
  std::deque<std::pair<std::vector<std::size_t>, Schedule>> changed_;  // by the entries in force, the latest last
};

}  // namespace placard
