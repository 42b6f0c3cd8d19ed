// SPDX-License-Identifier: MIT
// Settings and a schedule → what a view is made of.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "settings/venue.hpp"
#include "view/view_input.hpp"

namespace placard {

/// The zone whose clocks the glass shows: the config's, else the feed's, else the offset the feed writes, else UTC.
TimeZone venue_zone(const Settings& settings, const Schedule* schedule);

TimeStyle time_style(const Settings& settings, const Schedule* schedule);

/// The colours of all tracks by folded name: the config's, else the feed's, else ones of our own. Linear in the
/// schedule: worth keeping until another one comes.
std::map<std::string, Color> track_colors(const Settings& settings, const Schedule* schedule);

/// What a sign's view is made of, as far as the config and a schedule tell; `schedule` may be null. The colours of the
/// tracks and what staff say are for the caller to fill in.
ViewInput view_input(const Settings& settings, const SignSettings& sign, std::shared_ptr<const Schedule> schedule,
                     Evidence evidence);

/// A sentence where nothing names the venue's zone and all times are in UTC, which is hardly the venue's: Sessionize
/// writes them so. Else "".
std::string unknown_zone_sentence(const Settings& settings, const Schedule& schedule);

/// A sentence with the nearest names when the schedule has none of the sign's rooms; else "".
std::string unknown_room_sentence(const Schedule& schedule, const std::vector<std::string>& rooms);

}  // namespace placard
