// SPDX-License-Identifier: MIT
// Signs for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "schedule/programme.hpp"
#include "settings/read_settings.hpp"
#include "view/view_at.hpp"

namespace placard {

/// A schedule that somebody else keeps alive.
inline std::shared_ptr<const Schedule> borrowed(const Schedule& schedule) {
  return {std::shared_ptr<const Schedule>(), &schedule};
}

/// A sign in Los Angeles that counts to twelve. `schedule` counts as read at whatever instant is asked for.
inline ViewInput sign_of(const Schedule& schedule, std::vector<std::string> rooms = {"Hall"},
                         std::vector<std::string> everywhere = {}) {
  return {.sign = "",
          .rooms = std::move(rooms),
          .schedule = borrowed(schedule),
          .evidence = {AsAsked{}, Coverage::complete, ClockState::known},
          .poll = seconds(15),
          .fresh = {},
          .times = {los_angeles(), true},
          .tracks = {},
          .everywhere = std::move(everywhere),
          .layout = Layout::room,
          .countdown = {},
          .next_rule = NextRule::any,
          .staff = nullptr,
          .plans = nullptr,
          .messages = {},
          .messages_age = AsAsked{},
          .replacement = std::nullopt,
          .room_full = false,
          .open = std::nullopt,
          .at_night = Night::dim};
}

/// The same of a schedule read at `as_of` and never since.
inline ViewInput read_once(ViewInput input, Instant as_of) {
  input.evidence.age = AsOf{as_of};
  return input;
}

inline const Settings& shipped_settings() {
  static const Settings settings =
      read_settings("venue.json", file_text(PLACARD_SOURCE "/config/venue.json")).settings.value();
  return settings;
}

/// The sign of a room of the shipped config, which shows the shipped feed.
inline ViewInput shipped_sign(const std::string& room) {
  static const Schedule schedule = ray_summit();
  ViewInput input = sign_of(schedule, {room}, shipped_settings().everywhere);
  input.tracks = shipped_settings().tracks;
  input.times.twelve_hours = shipped_settings().twelve_hours;
  return input;
}

}  // namespace placard
