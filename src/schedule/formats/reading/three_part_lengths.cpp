// SPDX-License-Identifier: MIT
#include "schedule/formats/reading/three_part_lengths.hpp"

#include <algorithm>

namespace placard {
namespace {

using Starts = std::vector<std::vector<Instant>>;  // by room, in order

Starts starts_by_room(const Schedule& schedule) {
  Starts starts(schedule.rooms.size());
  for (const Session& session : schedule.sessions) {
    if (session.cancelled) continue;
    for (const std::size_t room : session.rooms) starts[room].push_back(session.start);
  }
  for (auto& of_room : starts) std::sort(of_room.begin(), of_room.end());
  return starts;
}

// Whether another session of its rooms starts after it and before it would end.
bool outlasts_next(const Session& session, seconds length, const Starts& starts) {
  return std::any_of(session.rooms.begin(), session.rooms.end(), [&](std::size_t room) {
    const auto next = std::upper_bound(starts[room].begin(), starts[room].end(), session.start);
    return next != starts[room].end() && *next < session.start + length;
  });
}

bool means_hours_only(const WrittenDuration& length) {
  return length.span > seconds(0) && length.in_hours == length.span;
}

}  // namespace

void ThreePartLengths::add(std::size_t session, const WrittenDuration& length) {
  if (length.in_hours) {
    lengths_.push_back({session, length});
  } else {
    has_two_parts_ = true;
  }
}

void ThreePartLengths::forget(std::size_t session) {
  if (!lengths_.empty() && lengths_.back().session == session) lengths_.pop_back();
}

void ThreePartLengths::settle(Schedule& schedule) const {
  if (lengths_.empty()) return;
  const Starts starts = starts_by_room(schedule);
  std::vector<bool> in_hours;
  bool all = false;
  for (const Length& length : lengths_) {
    const bool contradicted = outlasts_next(schedule.sessions[length.session], length.written.span, starts);
    in_hours.push_back(contradicted);
    all = all || means_hours_only(length.written) || (contradicted && !has_two_parts_);
  }
  for (std::size_t i = 0; i < lengths_.size(); ++i) {
    Session& session = schedule.sessions[lengths_[i].session];
    if (all || in_hours[i]) session.end = session.start + *lengths_[i].written.in_hours;
  }
}

}  // namespace placard
