// SPDX-License-Identifier: MIT
// What a sign says at an instant, as plain values: the facts, and the words the glass shows. No pixels here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schedule/schedule.hpp"
#include "sign/color.hpp"
#include "sign/countdown.hpp"
#include "sign/freshness.hpp"
#include "sign/layout_choice.hpp"
#include "sign/wording.hpp"

namespace placard {

enum class State {
  now,      ///< something is on
  gap,      ///< nothing on, something later
  over,     ///< nothing later
  empty,    ///< this room has no session at all
  unknown,  ///< no data, or no clock
};

std::string_view name_of(State state);

/// A session as a sign tells it.
struct SessionFacts {
  std::string id;
  std::string title;
  Instant start;
  Instant end;
  std::string room;
  std::string track;
  std::vector<std::string> labels;
  std::vector<std::string> speakers;
  bool cancelled = false;
  bool for_every_room = false;

  bool operator==(const SessionFacts&) const = default;
};

/// A track as its chip shows it.
struct TrackLabel {
  std::string name;
  Color color;

  bool operator==(const TrackLabel&) const = default;
};

/// A later session in one line.
struct Upcoming {
  std::string time;  ///< "1:45 PM", "Tomorrow 10:00 AM"
  std::string title;
  std::optional<TrackLabel> track;

  bool operator==(const Upcoming&) const = default;
};

/// The words on the glass, in the order a person needs them. Empty texts are not shown.
struct Words {
  std::string room;
  std::string clock;
  std::string status;    ///< "Now", "Next", "No more sessions today"
  std::string headline;  ///< the title on stage, or a sentence when nothing is on stage
  bool session_on_stage = false;
  std::string note;  ///< a second sentence under a headline that is one
  std::optional<TrackLabel> track;
  std::vector<std::string> labels;
  std::string also;  ///< "+2 more at the same time"
  std::string time;
  std::string time_left;        ///< "25 min left", "in 10 min"
  std::optional<int> progress;  ///< of the session on stage, in thousandths
  std::vector<std::string> speakers;
  std::string elsewhere;  ///< "Lunch + Networking, Rayground, until 1:00 PM"
  std::string absent;     ///< "Cancelled: 1:45 PM, …"
  std::string next_also;  ///< "+1 more"
  std::vector<Upcoming> upcoming;
  std::string last;       ///< said in place of `upcoming` when nothing follows what is on
  std::string freshness;  ///< "as of 10:42 AM"
  // Of the countdown layout:
  std::string count_label;   ///< "Time left", "Starts in", "Next talk at"
  std::string count;         ///< "7:42", or the time of day of a start that is far off
  std::string count_widest;  ///< the longest text `count` becomes before it means something else
  Phase phase = Phase::normal;
  std::string phase_words;  ///< "Last 3 minutes"

  bool operator==(const Words&) const = default;
};

struct View {
  std::string sign;  ///< "" for an unnamed one
  std::string room;
  Instant at;
  Layout layout = Layout::room;  ///< in effect; never automatic
  State state = State::unknown;
  std::optional<SessionFacts> now;
  std::size_t also_now = 0;
  std::optional<SessionFacts> next;
  std::size_t also_next = 0;
  std::vector<SessionFacts> absent;
  std::optional<SessionFacts> elsewhere;
  Freshness freshness = Freshness::no_data;
  std::optional<Instant> data_as_of;
  std::optional<Countdown> countdown;
  std::optional<Instant>
      next_change;  ///< first later instant at which anything but clock, time left and progress differs
  std::optional<Instant> next_repaint;  ///< first later instant at which anything differs
  Words words;

  bool operator==(const View&) const = default;
};

/// Everything a view is made of. Points at a schedule that must outlive the call only.
struct ViewInput {
  std::string sign;
  std::vector<std::string> rooms;      ///< the sign's names of its room; the first is shown
  const Schedule* schedule = nullptr;  ///< null: nothing was ever read
  std::optional<Instant> as_of;        ///< when the schedule was last known to be good
  bool incomplete = false;             ///< some feed has never been read, so what is missing may yet come
  bool read_now = false;               ///< it counts as read at whatever instant is asked for, in place of `as_of`
  seconds poll{60};
  FreshnessLimits fresh;
  TimeStyle times;
  std::map<std::string, Color> tracks;  ///< by folded name
  std::vector<std::string> everywhere;
  Layout layout = Layout::room;
  CountdownRules countdown;
};

/// What the sign says at `at`, with the instants of its next changes. Pure; any thread.
View view_at(const ViewInput& input, Instant at);

/// A view that only says a sentence: a sign that can't work ("This sign needs attention: …").
View attention_view(const std::string& room, const std::string& sentence, const TimeStyle& times, Instant at);

}  // namespace placard
