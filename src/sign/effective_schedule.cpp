// SPDX-License-Identifier: MIT
#include "sign/effective_schedule.hpp"

#include <algorithm>

#include "overrides/changed_schedule.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostKept = 4;

// The config may name a room by its id: staff name it as people do.
SignNames names_of(const ViewInput& input, const Schedule* published) {
  SignNames names{input.sign, input.rooms};
  if (published == nullptr) return names;
  for (const std::size_t room : rooms_named(*published, input.rooms))
    names.rooms.push_back(published->rooms[room].name);
  return names;
}

}  // namespace

void EffectiveSchedule::publish(const Schedule* published) {
  published_ = published;
  changed_.clear();
}

void EffectiveSchedule::take_overrides(LoadedOverrides known) {
  LoadedOverrides timeless = known;
  std::erase_if(timeless, [](const LoadedOverride& one) { return one.entry.from || one.entry.until; });
  known_ = std::move(known);
  timeless_ = std::move(timeless);
  changed_.clear();
}

TimedInput EffectiveSchedule::at(const ViewInput& usual, Instant at) {
  if (std::exchange(all_said_, usual.clock_trusted) != usual.clock_trusted) changed_.clear();
  const LoadedOverrides& said = usual.clock_trusted ? known_ : timeless_;
  const SignNames names = names_of(usual, published_);
  TimedInput timed{usual, next_begin_or_end(said, names, at)};
  timed.input.schedule = schedule_with(said, changes_in_force(said, names, at));
  StaffSays says = staff_says(said, names, at);
  timed.input.messages = std::move(says.messages);
  timed.input.replacement = std::move(says.replacement);
  timed.input.room_full = says.room_full;
  return timed;
}

const Schedule* EffectiveSchedule::schedule_with(const LoadedOverrides& said, const std::vector<std::size_t>& changes) {
  if (published_ == nullptr || changes.empty()) return published_;
  const auto kept =
      std::find_if(changed_.begin(), changed_.end(), [&changes](const auto& one) { return one.first == changes; });
  if (kept != changed_.end()) return &kept->second;
  if (changed_.size() == kMostKept) changed_.pop_front();
  changed_.emplace_back(changes, changed_schedule(*published_, said, changes));
  return &changed_.back().second;
}

}  // namespace placard
