// SPDX-License-Identifier: MIT
// All that a view is made of.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "look/color.hpp"
#include "overrides/effective_schedule.hpp"
#include "overrides/staff_message.hpp"
#include "schedule/schedule.hpp"
#include "view/rules/countdown.hpp"
#include "view/rules/freshness.hpp"
#include "view/rules/layout_choice.hpp"
#include "view/rules/night.hpp"
#include "view/rules/now_next.hpp"
#include "view/time_text.hpp"

namespace placard {

/// Nothing was ever read.
struct NeverRead {
  bool operator==(const NeverRead&) const = default;
};
/// Nobody can tell: it was cached while the clock was wrong.
struct AgeUnknown {
  bool operator==(const AgeUnknown&) const = default;
};
/// When it was last known to be good.
struct AsOf {
  Instant time;

  bool operator==(const AsOf&) const = default;
};
/// It counts as read at whatever instant is asked for.
struct AsAsked {
  bool operator==(const AsAsked&) const = default;
};

/// How old what a sign knows is.
using DataAge = std::variant<NeverRead, AgeUnknown, AsOf, AsAsked>;

/// Whether every feed has been read: part of a programme proves nothing about a room it does not name.
enum class Coverage { complete, partial };

/// Whether the instant asked for proves anything. While it does not, nothing may be on "now".
enum class ClockState { known, unknown };

/// What vouches for an input. Without defaults: whoever makes an input has to decide.
struct Evidence {
  Evidence(DataAge data_age, Coverage what_was_read, ClockState clock_state)
      : age(std::move(data_age)), coverage(what_was_read), clock(clock_state) {}

  DataAge age;
  Coverage coverage;
  ClockState clock;
};

class PlanMemory;

struct ViewInput {
  std::string sign;
  std::vector<std::string> rooms;            ///< the sign's names of its room; the first is shown
  std::shared_ptr<const Schedule> schedule;  ///< as published; null: nothing was ever read
  Evidence evidence;
  seconds poll{60};
  FreshnessLimits fresh;
  TimeStyle times;
  std::map<std::string, Color> tracks;  ///< by folded name
  std::vector<std::string> everywhere;
  Layout layout = Layout::room;
  CountdownRules countdown;
  NextRule next_rule = NextRule::any;
  /// What staff say at any instant. Where it is set, it gives the schedule that counts and the messages,
  /// replacement and full rooms below.
  std::shared_ptr<const EffectiveSchedule> staff;
  std::shared_ptr<PlanMemory> plans;   ///< of this sign (view/plans.hpp); null: plans are made for each view
  std::vector<StaffMessage> messages;  ///< for this sign, the loudest first, of one level the newest
  DataAge messages_age{};              ///< how old what staff say is
  std::optional<Replacement> replacement;
  bool room_full = false;                 ///< no seats are left in this room
  std::vector<std::string> full_rooms{};  ///< patterns of all rooms without seats: none is a way out
  std::optional<OpenHours> open;          ///< nothing: always
  Night at_night = Night::dim;
};

}  // namespace placard
