// SPDX-License-Identifier: MIT
// What staff want changed now, as plain values. The file's form: config/overrides.schema.json.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time/time.hpp"
#include "overrides/staff_message.hpp"

namespace placard {

/// A text to show.
struct MessageOverride {
  std::string text;
  MessageLevel level = MessageLevel::notice;

  bool operator==(const MessageOverride&) const = default;
};

/// Which session an entry is about: by id, by room and start, or by title.
struct SessionTarget {
  std::string id;
  std::string room;
  std::optional<Instant> start;
  std::string title;

  bool operator==(const SessionTarget&) const = default;
};

/// What is different about a session; only what is set is.
struct SessionChanges {
  std::optional<std::string> title;
  std::optional<std::vector<std::string>> speakers;
  std::optional<Instant> start;
  std::optional<Instant> end;
  std::optional<std::string> track;

  bool operator==(const SessionChanges&) const = default;
};

/// Exactly one of the four changes to a session.
struct SessionOverride {
  SessionTarget target;
  bool cancelled = false;
  std::string move_to;  ///< "": not moved
  bool full = false;
  std::optional<SessionChanges> set;

  bool operator==(const SessionOverride&) const = default;
};

/// Everything in the rooms runs late.
struct DelayOverride {
  std::chrono::minutes delay{0};

  bool operator==(const DelayOverride&) const = default;
};

/// No seats are left in the rooms.
struct FullOverride {
  bool operator==(const FullOverride&) const = default;
};

/// A whole display instead of the schedule.
struct ReplaceOverride {
  std::string title;
  std::string text;

  bool operator==(const ReplaceOverride&) const = default;
};

/// One entry of the file.
struct Override {
  std::string id;  ///< "" if it has none
  std::string by;
  std::vector<std::string> signs;  ///< patterns with * and ?
  std::vector<std::string> rooms;  ///< patterns with * and ?; with neither it is for every sign
  std::optional<Instant> from;
  std::optional<Instant> until;
  std::variant<MessageOverride, SessionOverride, DelayOverride, FullOverride, ReplaceOverride> what;
  std::size_t line = 0;  ///< where it stands in the file
  std::size_t column = 0;

  bool operator==(const Override&) const = default;
};

using Overrides = std::vector<Override>;

/// The largest overrides file that is read.
inline constexpr std::size_t kMaxOverridesBytes = std::size_t{1} << 20U;

/// From when an entry holds: `from`, else `first_read`, when this sign first read it.
Instant begin_of(const Override& entry, Instant first_read);

/// When an entry ceases to hold; nothing: when it is removed. A takeover without `until` ends an hour after it began.
std::optional<Instant> end_of(const Override& entry, Instant first_read);

/// Whether an entry holds at `at`: from its begin (inclusive) to its end (exclusive); without `from` since ever.
bool in_force(const Override& entry, Instant at, Instant first_read);

/// Whether `name` fits `pattern` (* any characters, ? any one), both folded.
bool fits_pattern(const std::string& name, const std::string& pattern);

}  // namespace placard
