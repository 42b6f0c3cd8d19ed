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

/// What entries of a kind change. Each kind says it as its kChanges.
enum class Changes {
  texts,            ///< what the signs say that it names, or whose rooms it names
  texts_of_all,     ///< the same, and what other signs say of these rooms
  sessions,         ///< sessions, as those signs tell them
  sessions_of_all,  ///< sessions, as every sign tells them: its rooms say whose sessions, which may be named elsewhere
};

template <typename Kind>
concept ChangesTexts = Kind::kChanges == Changes::texts || Kind::kChanges == Changes::texts_of_all;

template <typename Kind>
concept ChangesSessions = !ChangesTexts<Kind>;

/// A text to show.
struct MessageOverride {
  static constexpr Changes kChanges = Changes::texts;
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

/// The session does not take place.
struct Cancellation {
  bool operator==(const Cancellation&) const = default;
};

/// The session takes place in another room.
struct RoomChange {
  std::string room;

  bool operator==(const RoomChange&) const = default;
};

/// No seats are left in the session.
struct SessionFull {
  bool operator==(const SessionFull&) const = default;
};

/// What is different about a session; only what is set is.
struct SessionDetails {
  std::optional<std::string> title;
  std::optional<std::vector<std::string>> speakers;
  std::optional<Instant> start;
  std::optional<Instant> end;
  std::optional<std::string> track;

  bool operator==(const SessionDetails&) const = default;
};

using SessionChange = std::variant<Cancellation, RoomChange, SessionFull, SessionDetails>;

/// One change to a session.
struct SessionOverride {
  static constexpr Changes kChanges = Changes::sessions;
  SessionTarget target;
  SessionChange change;

  bool operator==(const SessionOverride&) const = default;
};

/// Everything in the rooms runs late.
struct DelayOverride {
  static constexpr Changes kChanges = Changes::sessions_of_all;
  std::chrono::minutes delay{0};

  bool operator==(const DelayOverride&) const = default;
};

/// No seats are left in the rooms.
struct FullOverride {
  static constexpr Changes kChanges = Changes::texts_of_all;

  bool operator==(const FullOverride&) const = default;
};

/// A whole display instead of the schedule.
struct ReplaceOverride {
  static constexpr Changes kChanges = Changes::texts;
  std::string title;
  std::string text;

  bool operator==(const ReplaceOverride&) const = default;
};

/// What an entry says or does: its kind. kind_json.cpp names each kind in the file.
using OverrideKind = std::variant<MessageOverride, SessionOverride, DelayOverride, FullOverride, ReplaceOverride>;

/// One entry of the file.
struct Override {
  std::string id;  ///< "" if it has none
  std::string by;
  std::vector<std::string> signs;  ///< patterns with * and ?
  std::vector<std::string> rooms;  ///< patterns with * and ?; with neither it is for every sign
  std::optional<Instant> from;
  std::optional<Instant> until;
  OverrideKind what;
  std::size_t line = 0;  ///< where it stands in the file
  std::size_t column = 0;

  bool operator==(const Override&) const = default;
};

using Overrides = std::vector<Override>;

/// The largest overrides file that is read.
inline constexpr std::size_t kMaxOverridesBytes = std::size_t{1} << 20U;

/// How loud an entry is; nothing: it is no message.
std::optional<MessageLevel> level_of(const Override& entry);

/// "cancelled", "moved to Foyer", "full", "changed".
std::string words_of(const SessionChange& change);

/// What an entry says, in a few words: `"Lunch is served in Rayground"`, `cancelled: "State of vLLM 2025"`.
std::string summary_of(const Override& entry);

/// The entry wherever it stands: the same words in another place of the file are the same entry.
Override without_place(Override entry);

/// From when an entry holds: `from`, else `first_read`, when this sign first read it.
Instant begin_of(const Override& entry, Instant first_read);

/// When an entry ceases to hold; nothing: when it is removed. A takeover without `until` ends an hour after it began.
std::optional<Instant> end_of(const Override& entry, Instant first_read);

/// Whether an entry holds at `at`: from its begin (inclusive) to its end (exclusive); without `from` since ever.
bool in_force(const Override& entry, Instant at, Instant first_read);

/// Whether `name` fits `pattern` (* any characters, ? any one), both folded.
bool fits_pattern(const std::string& name, const std::string& pattern);

}  // namespace placard
