// SPDX-License-Identifier: MIT
// What `say` and `unsay` were asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time/time.hpp"
#include "overrides/staff_message.hpp"

namespace CLI {
class App;
}

namespace placard {

/// Whom it is for, as written; * and ? stand for any characters.
struct SayTargets {
  std::vector<std::string> signs;
  std::vector<std::string> rooms;

  bool empty() const { return signs.empty() && rooms.empty(); }
  bool operator==(const SayTargets&) const = default;
};

struct SayMessage {
  std::optional<std::string> text;
  MessageLevel level = MessageLevel::notice;

  bool operator==(const SayMessage&) const = default;
};

/// When it holds. Each text is a date and time, or a time of day.
struct SaySpan {
  std::string from;
  std::string until;
  std::optional<seconds> length;

  bool operator==(const SaySpan&) const = default;
};

/// Which session: by its id, its title, or its start in the one room that is named.
struct SaySession {
  std::string id;
  std::string title;
  std::string start;

  bool operator==(const SaySession&) const = default;
};

/// What is new about the session (--set-…).
struct SayDetails {
  std::string title;
  std::string start;
  std::string end;
  std::string track;
  std::vector<std::string> speakers;

  bool operator==(const SayDetails&) const = default;
};

struct SayReplacement {
  std::string title;
  std::string text;

  bool operator==(const SayReplacement&) const = default;
};

/// The options of `say`. What was not given is empty. With none of them it lists.
struct SayOptions {
  SayMessage message;
  SayTargets targets;
  SaySpan span;
  std::string id;
  std::string by;
  SaySession session;
  bool cancelled = false;
  std::string move_to;
  SayDetails set;
  bool full = false;  ///< the session, or the rooms
  int delay_minutes = 0;
  SayReplacement replace;
  bool all = false;    ///< of all sessions that fit
  bool yes = false;    ///< write what would be asked back
  bool force = false;  ///< write although something named is not known

  bool operator==(const SayOptions&) const = default;
};

/// Which entries `unsay` takes back.
struct UnsayOptions {
  SayTargets targets;
  std::vector<std::string> ids;
  bool all = false;
  bool expired = false;
};

void add_say_options(CLI::App& app, SayOptions& options);
void add_unsay_options(CLI::App& app, UnsayOptions& options);

}  // namespace placard
