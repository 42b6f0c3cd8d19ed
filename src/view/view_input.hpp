// SPDX-License-Identifier: MIT
// All that a view is made of.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "look/color.hpp"
#include "overrides/staff_message.hpp"
#include "schedule/schedule.hpp"
#include "view/countdown.hpp"
#include "view/freshness.hpp"
#include "view/layout_choice.hpp"
#include "view/night.hpp"
#include "view/time_text.hpp"

namespace placard {

/// Everything a view is made of. Points at a schedule that must outlive the call only.
struct ViewInput {
  std::string sign;
  std::vector<std::string> rooms;      ///< the sign's names of its room; the first is shown
  const Schedule* schedule = nullptr;  ///< null: nothing was ever read
  std::optional<Instant> as_of;        ///< when the schedule was last known to be good
  bool age_unknown = false;            ///< … which nobody can tell: it was kept while the clock was wrong
  bool clock_trusted = true;           ///< false: the instant asked for proves nothing, so nothing may be on "now"
  bool incomplete = false;             ///< some feed has never been read, so what is missing may yet come
  bool read_now = false;               ///< it counts as read at whatever instant is asked for, in place of `as_of`
  seconds poll{60};
  FreshnessLimits fresh;
  TimeStyle times;
  std::map<std::string, Color> tracks;  ///< by folded name
  std::vector<std::string> everywhere;
  Layout layout = Layout::room;
  CountdownRules countdown;
  bool skip_breaks = false;  ///< a talk goes before a break in "next"
  // What staff want, beside the changes already made to the schedule:
  std::vector<StaffMessage> messages;  ///< for this sign, in file order
  std::optional<Replacement> replacement;
  bool room_full = false;         ///< no seats are left in this room
  std::optional<OpenHours> open;  ///< nothing: always
  Night at_night = Night::dim;
};

/// An input, and the instant from which another one counts: something staff said begins or ends.
struct TimedInput {
  ViewInput input;
  std::optional<Instant> until;
};

}  // namespace placard
