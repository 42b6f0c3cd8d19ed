// SPDX-License-Identifier: MIT
// What a sign says at an instant, as plain values: the facts, and the words the glass shows. No pixels here.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schedule/schedule.hpp"
#include "sign/color.hpp"
#include "sign/countdown.hpp"
#include "sign/freshness.hpp"
#include "sign/layout_choice.hpp"
#include "sign/night.hpp"
#include "sign/staff_message.hpp"
#include "sign/wording.hpp"
#include "sign/words.hpp"

namespace placard {

/// How soon a session elsewhere must start to be named by the sign of a full one.
inline constexpr seconds kSoon{20 * 60};

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
  std::string moved_to;   ///< the room it takes place in instead; "" if it was not moved away
  Instant printed_start;  ///< as published; the same as `start` unless staff changed it
  Instant printed_end;
  std::optional<Instant> now_at;  ///< the feed gave it another time: this is where people look for it, not where it is
  bool full = false;
  bool for_every_room = false;

  bool delayed() const { return start > printed_start; }

  bool operator==(const SessionFacts&) const = default;
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
  std::vector<SessionFacts> alternatives;  ///< what is on stage is full: what starts elsewhere within 20 minutes
  Freshness freshness = Freshness::no_data;
  bool event_over = false;  ///< the last session of all rooms has ended: what was planned is no longer news
  std::optional<Instant> data_as_of;
  std::optional<Countdown> countdown;
  std::vector<StaffMessage> messages;  ///< the highest level first, then in file order
  std::optional<Replacement> replacement;
  Night night = Night::none;
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
  bool age_unknown = false;            ///< … which nobody can tell: it was kept while the clock was wrong
  bool clock_trusted = true;           ///< false: the instant asked for proves nothing, so nothing may be on "now"
  bool incomplete = false;             ///< some feed has never been read, so what is missing may yet come
  bool read_now = false;               ///< it counts as read at whatever instant is asked for, in place of `as_of`
  seconds poll{60};
  FreshnessLimits fresh;
  TimeStyle times;
  std::map<std::string, Color> tracks;  ///< by folded name
  std::vector<std::string> everywhere;
  Layout layout = Layout::room;
  CountdownRules countdown;
  bool skip_breaks = false;  ///< a talk goes before a break in "next"
  // What staff want, beside the changes already made to the schedule:
  std::vector<StaffMessage> messages;  ///< for this sign, in file order
  std::optional<Replacement> replacement;
  bool room_full = false;         ///< no seats are left in this room
  std::optional<OpenHours> open;  ///< nothing: always
  Night at_night = Night::dim;
};

/// An input, and the instant from which another one counts: something staff said begins or ends.
struct TimedInput {
  ViewInput input;
  std::optional<Instant> until;
};

/// What the sign says at `at`, with the instants of its next changes. Pure; any thread.
View view_at(const ViewInput& input, Instant at);

/// The same where the input itself depends on the instant. `input_at` is asked for `at`, then for the instants at which
/// another input counts, in order; the schedule of an input must live until the next one was asked for.
View view_at(const std::function<TimedInput(Instant)>& input_at, Instant at);

/// A view that only says a sentence: a sign that can't work ("This sign needs attention: …").
View attention_view(const std::string& room, const std::string& sentence, const TimeStyle& times, Instant at);

}  // namespace placard
