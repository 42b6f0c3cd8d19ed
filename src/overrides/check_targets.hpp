// SPDX-License-Identifier: MIT
// Whether what entries name is known: signs, rooms, sessions.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/json/problem.hpp"
#include "base/time/time_zone.hpp"
#include "overrides/override.hpp"
#include "schedule/schedule.hpp"

namespace placard {

/// All that entries can name.
struct KnownTargets {
  std::vector<std::string> signs;
  std::vector<std::string> rooms;               ///< of the config and of the feed
  const Schedule* schedule = nullptr;           ///< null: not wholly known, then rooms and sessions are not checked
  TimeZone zone = TimeZone::fixed(seconds(0));  ///< for times as the file has them
  std::function<std::string(Instant)> when;     ///< an instant in words: "1:00 PM today"
};

/// A warning for every sign, room and session that entries name and nobody knows, with the nearest name, at the entry's
/// place in `file`; and one for every id used twice. Pure; any thread.
Problems check_targets(const Overrides& overrides, const KnownTargets& known, const std::string& file);

/// A warning for every entry whose session is named by a title or an id that several sessions have. Pure; any thread.
Problems check_ambiguous(const Overrides& overrides, const KnownTargets& known, const std::string& file);

}  // namespace placard
