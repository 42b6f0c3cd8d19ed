// SPDX-License-Identifier: MIT
// The words a sign shows, before any pixel: texts in the order a person needs them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "look/color.hpp"
#include "overrides/staff_message.hpp"
#include "view/countdown.hpp"

namespace placard {

/// A track as its chip shows it.
struct TrackLabel {
  std::string name;
  Color color;

  bool operator==(const TrackLabel&) const = default;
};

/// A later session in one line.
struct Upcoming {
  std::string time;     ///< "1:45 PM", "Tomorrow 10:00 AM"
  std::string printed;  ///< "was 1:45 PM", where that changed
  std::string title;
  std::optional<TrackLabel> track;

  bool operator==(const Upcoming&) const = default;
};

/// The words on the glass, in the order a person needs them. Empty texts are not shown.
struct SignTexts {
  std::string room;
  std::string clock;
  std::string message;         ///< from staff; a takeover or a replacement leaves all below empty but `note`
  std::string message_source;  ///< "Staff notice, 2:05 PM"
  MessageLevel message_level = MessageLevel::notice;
  std::string replacement;  ///< what stands in place of the programme
  std::string status;       ///< "Now", "Next", "No more sessions today"
  std::string headline;     ///< the title on stage, or a sentence when nothing is on stage
  bool shows_session = false;
  std::string note;  ///< a second sentence under a headline that is one
  std::optional<TrackLabel> track;
  std::vector<std::string> labels;
  std::string also;   ///< "+2 more at the same time"
  bool full = false;  ///< no seats are left in what is on stage
  std::string time;
  std::string printed;          ///< "was 1:00 – 1:30 PM", of a session with other times than published
  std::string time_left;        ///< "25 min left", "in 10 min"
  std::optional<int> progress;  ///< of the session on stage, in thousandths
  std::vector<std::string> speakers;
  std::string elsewhere;                  ///< "Rayground, until 1:00 PM: Lunch + Networking"
  std::vector<std::string> alternatives;  ///< of a full one: "1:10 PM, Golden Gate C1: …"
  std::string absent;                     ///< "Cancelled: 1:45 PM, …"
  bool absent_matters_now = false;        ///< people are on their way to it, and nothing else is on
  std::string next_also;                  ///< "+1 more"
  std::vector<Upcoming> upcoming;
  std::string last;                     ///< said in place of `upcoming` when nothing follows what is on
  std::string freshness;                ///< "as of 10:42 AM"
  std::string programme_day;            ///< "Sessions on Tue, Nov 4", over `programme`
  std::vector<Upcoming> programme;      ///< a day's whole list, while the time is not known; then nothing is on stage
  std::vector<std::string> technician;  ///< for whoever hangs the sign: its name, host, addresses, config, feed
  // Of the countdown layout:
  std::string count_label;   ///< "Time left", "Starts in", "Next talk at"
  std::string count;         ///< "7:42", or the time of day of a start that is far off
  std::string count_widest;  ///< the longest text `count` becomes before it means something else; "" of a time of day
  Phase phase = Phase::normal;
  std::string phase_text;  ///< "Last 3 minutes"

  bool operator==(const SignTexts&) const = default;
};

}  // namespace placard
