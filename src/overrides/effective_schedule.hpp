// SPDX-License-Identifier: MIT
// What counts for one sign at any instant: what was published with what staff changed, and what they say beside it.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "overrides/for_sign.hpp"
#include "schedule/schedule.hpp"

namespace placard {

/// What entries say on one sign at one instant, beside changing the programme.
struct StaffSays {
  std::vector<StaffMessage> messages;      ///< the loudest first, of one level the newest; each with what hides it
  std::optional<Replacement> replacement;  ///< the newest
  bool room_full = false;
  std::vector<std::string> full_rooms;  ///< patterns of all rooms without seats, the other signs' too
};

/// What `known` says on the sign at `at`. Pure; any thread.
StaffSays staff_says(const LoadedOverrides& known, const SignNames& names, Instant at);

/// Which entries count: while nobody knows the time, only those without limits of time.
enum class Entries { all, without_times };

/// What counts at one instant.
struct InForce {
  std::shared_ptr<const Schedule> schedule;  ///< with the changes in force; null: nothing was ever read
  StaffSays says;
  std::optional<Instant> until;  ///< when something staff say begins or ends; nothing: that is all
};

/// `names` and, where the config names a room by its id or in one of its languages, all names that the feed has for it:
/// staff use those.
SignNames with_feed_names(SignNames names, const Schedule& published);

/// Immutable. Changed schedules are remembered, so that asking every second costs nothing while nothing begins or ends;
/// for that memory's sake one thread at a time may ask.
class EffectiveSchedule {
 public:
  /// `published` may be null.
  EffectiveSchedule(std::shared_ptr<const Schedule> published, std::shared_ptr<const LoadedOverrides> loaded);

  const std::shared_ptr<const LoadedOverrides>& overrides() const { return all_; }
  /// What counts at `at` for the sign of these names.
  InForce at(const SignNames& sign, Entries entries, Instant at) const;

 private:
  using Changes = std::vector<std::size_t>;  // indexes of the entries in force
  const LoadedOverrides& loaded(Entries entries) const { return entries == Entries::all ? *all_ : without_times_; }
  std::shared_ptr<const Schedule> changed(Entries entries, const Changes& changes) const;

  std::shared_ptr<const Schedule> published_;
  std::shared_ptr<const LoadedOverrides> all_;
  LoadedOverrides without_times_;
  // The schedules last asked for, the latest last.
  mutable std::deque<std::pair<std::pair<Entries, Changes>, std::shared_ptr<const Schedule>>> remembered_;
};

}  // namespace placard
