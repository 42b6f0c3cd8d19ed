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

/// The options of `say` and `unsay`. What was not given is empty. `say` with none of them lists.
struct SayOptions {
  std::optional<std::string> text;
  MessageLevel level = MessageLevel::notice;
  std::vector<std::string> signs;
  std::vector<std::string> rooms;
  std::string from;   ///< a date and time, or a time of day
  std::string until;  ///< the same
  std::optional<seconds> span;
  std::string id;
  std::string by;
  // Which session, and what is different about it:
  std::string session;
  std::string title;
  std::string start;
  bool cancelled = false;
  std::string move_to;
  bool full = false;
  std::string set_title;
  std::string set_start;
  std::string set_end;
  std::string set_track;
  std::vector<std::string> set_speakers;
  // Whole rooms:
  int delay_minutes = 0;
  std::string replace;
  std::string replace_text;
  bool force = false;  ///< write although something named is not known
  // Of unsay:
  std::vector<std::string> ids;
  bool all = false;
  bool expired = false;

  bool operator==(const SayOptions&) const = default;
};

/// "30m", "2h", "1h30m", "90s", "1d"; nothing for other texts and for more than 30 days.
std::optional<seconds> parse_span(const std::string& text);

void add_say_options(CLI::App& app, SayOptions& options);
void add_unsay_options(CLI::App& app, SayOptions& options);

}  // namespace placard
