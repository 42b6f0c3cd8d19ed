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
};

/// What the feed is read for: all that entries may name, or the venue's zone where the config does not tell it.
enum class FeedNeed { targets, zone };

/// Finds the file the options mean. The feed is read, for five seconds at most, as far as it is needed; that it can't
/// be read is said on stderr.
Expected<StaffFile> open_staff_file(const Options& options, FeedNeed need);

/// Everything that entries may name. `coverage`: whether all feeds are in `schedule`.
KnownTargets known_targets(const Settings& settings, const Schedule* schedule, Coverage coverage);

/// The entries that are in the file now; none when there is no file.
Expected<Overrides> read_staff_file(const StaffFile& file);

/// "15:30" on the day of `day`, or a whole date and time, as an instant.
std::optional<Instant> instant_on_day(const TimeZone& zone, const std::string& text, Instant day);
/// The same, but a time of day alone is the first such one after `after`.
std::optional<Instant> instant_after(const TimeZone& zone, const std::string& text, Instant after);

}  // namespace placard
