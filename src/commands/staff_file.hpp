// SPDX-License-Identifier: MIT
// What `say` and `unsay` work with: the venue's overrides file, its clock and all that entries may name.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/text/error.hpp"
#include "base/time/time_zone.hpp"
#include "cli/options.hpp"
#include "overrides/check_targets.hpp"
#include "overrides/override.hpp"
#include "schedule/schedule.hpp"
#include "view/view_input.hpp"

namespace placard {

struct StaffFile {
  std::string path;  ///< of the overrides file
  Settings settings;
  TimeZone zone = TimeZone::fixed(seconds(0));
  bool zone_known = false;  ///< from the config or the feed; else `zone` is UTC and local times mean nothing
  Instant now;
  std::shared_ptr<const Schedule> schedule;  ///< null: not asked for, or no feed could be read
  Coverage coverage = Coverage::partial;     ///< of `schedule`
  Overrides said;                            ///< the good entries that were in the file when it was opened
};

/// What the feed is read for.
enum class FeedNeed {
  targets,  ///< all that entries may name: that it can't be read is said on stderr
  names,    ///< to name sessions and rooms, where it can be read
  zone,     ///< the venue's zone, where the config does not tell it
};

/// Finds the file the options mean. The feed is read, for five seconds at most, as far as it is needed.
Expected<StaffFile> open_staff_file(const Options& options, FeedNeed need);

/// Everything that entries may name. `coverage`: whether all feeds are in `schedule`.
KnownTargets known_targets(const Settings& settings, const Schedule* schedule, Coverage coverage);

/// The entries that are in the file now, with what is wrong with the others on stderr; none when there is no file.
Expected<Overrides> read_staff_file(const StaffFile& file);

}  // namespace placard
