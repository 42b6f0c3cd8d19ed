// SPDX-License-Identifier: MIT
#include "overrides/effective_schedule.hpp"

#include <algorithm>

#include "overrides/changed_schedule.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostRemembered = 4;

}  // namespace

SignNames with_feed_names(SignNames names, const Schedule& published) {
  for (const std::size_t room : rooms_named(published, names.rooms)) {
    const auto& [name, id, other_names] = published.rooms[room];
    names.rooms.push_back(name);
    names.rooms.insert(names.rooms.end(), other_names.begin(), other_names.end());
  }
  return names;
}

EffectiveSchedule::EffectiveSchedule(std::shared_ptr<const Schedule> published,
                                     std::shared_ptr<const LoadedOverrides> loaded)
    : published_(std::move(published)), all_(std::move(loaded)), without_times_(*all_) {
  std::erase_if(without_times_, [](const LoadedOverride& one) { return one.entry.from || one.entry.until; });
}

InForce EffectiveSchedule::at(const SignNames& sign, Entries entries, Instant at) const {
  const SignNames names = published_ ? with_feed_names(sign, *published_) : sign;
  const LoadedOverrides& known = loaded(entries);
  InForce in_force;
  in_force.schedule = changed(entries, changes_in_force(known, names, at));
  in_force.says = staff_says(known, names, at);
  in_force.until = next_begin_or_end(known, names, at);
  return in_force;
}

std::shared_ptr<const Schedule> EffectiveSchedule::changed(Entries entries, const Changes& changes) const {
  if (!published_ || changes.empty()) return published_;
  const auto key = std::pair(entries, changes);
  const auto found =
      std::find_if(remembered_.begin(), remembered_.end(), [&key](const auto& one) { return one.first == key; });
  if (found != remembered_.end()) return found->second;
  auto schedule = std::make_shared<const Schedule>(changed_schedule(*published_, loaded(entries), changes));
  if (remembered_.size() == kMostRemembered) remembered_.pop_front();
  remembered_.emplace_back(key, schedule);
  return schedule;
}

}  // namespace placard
