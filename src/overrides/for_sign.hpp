// SPDX-License-Identifier: MIT
// Which entries hold at an instant, and which concern a sign.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "overrides/override.hpp"
#include "schedule/schedule.hpp"

namespace placard {

/// An entry, and when this device first read it.
struct LoadedOverride {
  Override entry;
  Instant first_read;
  bool first_read_trusted =
      false;  ///< in an earlier life, by a clock that was known to be right: no setting of the clock moves it

  bool operator==(const LoadedOverride&) const = default;
};

using LoadedOverrides = std::vector<LoadedOverride>;

/// What a sign is called: its name in the config ("" for an unnamed one) and its room's names.
struct SignNames {
  std::string sign;
  std::vector<std::string> rooms;
};

/// Whether an entry's "signs" or "rooms" name this sign; with neither it is for every sign.
bool concerns(const Override& entry, const SignNames& names);

/// Whether one of an entry's "rooms" is the room: as a pattern of one of its names, or as the feed's id of it.
bool names_room(const std::vector<std::string>& patterns, const Room& room);

/// Whether two entries may name the same room, by their patterns.
bool may_name_one_room(const Override& a, const Override& b);

/// The indexes of the entries that change sessions or their times and hold at `at`, on this sign; with a delay also the
/// earlier ones that held when it began.
std::vector<std::size_t> changes_in_force(const LoadedOverrides& known, const SignNames& names, Instant at);

/// Whether an entry matters to the sign: it concerns it, or says something of rooms that every sign tells.
bool matters_to(const Override& entry, const SignNames& names);

/// The first instant after `at` at which an entry begins or ceases to hold on the sign; nothing: none will.
std::optional<Instant> next_begin_or_end(const LoadedOverrides& known, const SignNames& names, Instant at);

}  // namespace placard
