// SPDX-License-Identifier: MIT
// A conference's agenda as a browser copies it from the web page, read into sessions.
//
// The copy is messy, and a sign that repeats its mistakes misleads people, so everything odd is named beside the
// result. Only facts are kept (room, title, times, labels, speakers); descriptions are the authors' own words and are
// dropped.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace placard::agenda {

/// Something in the text that a person should look at.
struct Oddity {
  std::size_t line = 0;  ///< in the agenda, counted from 1
  std::string sentence;  ///< one line, without a full stop
};

struct Session {
  std::size_t line = 0;  ///< of the session's start line, counted from 1
  std::string room;
  std::string title;
  std::chrono::minutes start{};             ///< from the day's midnight on the venue's clock
  std::optional<std::chrono::minutes> end;  ///< likewise, 24 hours and more past midnight; none when written wrongly
  std::optional<std::string> track;         ///< the first label
  std::vector<std::string> labels;          ///< the other labels
  std::vector<std::string> speakers;        ///< "Name, Organisation"
};

struct Agenda {
  std::vector<Session> sessions;  ///< in the agenda's order
  std::vector<Oddity> oddities;   ///< by line
};

/// Reads one day's agenda (UTF-8, either kind of line end). Never fails: text without sessions gives none.
Agenda read_agenda(std::string_view text);

}  // namespace placard::agenda
