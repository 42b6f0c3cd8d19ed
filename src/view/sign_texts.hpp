// SPDX-License-Identifier: MIT
// The words a sign shows, before any pixel: texts in the order a person needs them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "look/color.hpp"
#include "overrides/staff_message.hpp"
#include "view/rules/countdown.hpp"

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
  std::string printed;  ///< "was 1:45 PM", where that changed; "delayed", where nobody says by how much
  std::string title;
  std::optional<TrackLabel> track;
  std::string place = {};  ///< "in East Ballroom", where it is not in this room alone

  bool operator==(const Upcoming&) const = default;
};

/// What stands at the top.
struct HeaderTexts {
  std::string room;
  std::string clock;

  bool operator==(const HeaderTexts&) const = default;
};

/// What staff said before, and is still so.
struct OlderMessage {
  std::string text;
  std::string source;

  bool operator==(const OlderMessage&) const = default;
};

/// What staff say. A takeover or a replacement leaves all below empty but the note.
struct MessageTexts {
  std::string text;
  std::string source;  ///< "Staff notice, 2:05 PM"
  MessageLevel level = MessageLevel::notice;
  std::vector<OlderMessage> older;  ///< of the same level, the newest first: they stand below while there is room
  std::string replacement;          ///< what stands in place of the schedule

  bool operator==(const MessageTexts&) const = default;
};

/// The session people look for, or a sentence in its place, and what they must know beside it.
struct MainTexts {
  std::string status;    ///< "Now", "Next", "No more sessions today"
  std::string headline;  ///< the session's title, or a sentence where there is none
  bool shows_session = false;
  bool is_on = false;  ///< that session is on now
  std::string note;    ///< a second sentence under a headline that is one
  std::optional<TrackLabel> track;
  std::vector<std::string> labels;
  std::string also;             ///< "+2 more at the same time"
  bool full = false;            ///< no seats are left
  std::string time;             ///< "1:00 – 1:30 PM"; without an end nobody wrote "1:00 PM", "since 1:00 PM"
  std::string place;            ///< "in East Ballroom", where it is not in this room alone
  std::string printed;          ///< "was 1:00 – 1:30 PM", of a session with other times than published
  std::string time_left;        ///< "25 min left", "in 10 min"
  std::optional<int> progress;  ///< in thousandths
  std::vector<std::string> speakers;
  std::string elsewhere;                  ///< "Rayground, until 1:00 PM: Lunch + Networking"
  std::vector<std::string> alternatives;  ///< of a full one: "1:10 PM, Golden Gate C1: …"
  std::string absent;                     ///< "Cancelled: 1:45 PM, …"
  bool absent_is_near = false;            ///< it was to begin within two hours, or has: it stands in a strip
  bool absent_matters_now = false;        ///< people are on their way to it, and nothing else is on

  bool operator==(const MainTexts&) const = default;
};

/// What comes after it.
struct NextTexts {
  std::string also;  ///< "+1 more"
  std::vector<Upcoming> sessions;
  std::string last;  ///< said in place of `sessions` when nothing follows what is on

  bool operator==(const NextTexts&) const = default;
};

/// A day's whole list, while the time is not known; then there is no main session.
struct ListTexts {
  std::string day;  ///< "Sessions on Tue, Nov 4"
  std::vector<Upcoming> sessions;

  bool operator==(const ListTexts&) const = default;
};

/// The countdown layout's number.
struct CountTexts {
  std::string label;   ///< "Time left", "Starts in", "Next talk at"
  std::string number;  ///< "7:42", or the time of day of a start that is far off
  std::string widest;  ///< the longest text `number` becomes before it means something else; "" of a time of day
  Phase phase = Phase::normal;
  std::string phase_text;  ///< "Last 3 minutes"

  bool operator==(const CountTexts&) const = default;
};

/// The texts on the glass, in the order a person needs them. Empty ones are not shown.
struct SignTexts {
  HeaderTexts header;
  MessageTexts message;
  MainTexts main;
  NextTexts next;
  ListTexts list;
  CountTexts count;
  std::string freshness;           ///< "as of 10:42 AM"
  std::vector<std::string> setup;  ///< for whoever hangs the sign: its name, host, addresses, config, feed

  bool operator==(const SignTexts&) const = default;
};

}  // namespace placard
