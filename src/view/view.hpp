// SPDX-License-Identifier: MIT
// What a sign says at an instant, as plain values: the facts, and the words the glass shows. No pixels here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time/time.hpp"
#include "overrides/staff_message.hpp"
#include "view/rules/countdown.hpp"
#include "view/rules/freshness.hpp"
#include "view/rules/layout_choice.hpp"
#include "view/rules/night.hpp"
#include "view/sign_texts.hpp"

namespace placard {

/// How soon a session elsewhere must start to be named by the sign of a full one.
inline constexpr seconds kSoon{20 * 60};

enum class RoomStatus {
  now,      ///< something is on
  gap,      ///< nothing on, something later
  over,     ///< nothing later
  empty,    ///< this room has no session at all
  unknown,  ///< no data, or no clock
};

std::string_view name_of(RoomStatus state);

/// A session as a sign tells it.
struct SessionFacts {
  std::string id;
  std::string title;
  Instant start;
  Instant end;
  bool end_assumed = false;  ///< nobody wrote it: it is no fact
  std::string room;
  std::string place;  ///< where it is, when not in this room alone (view/session_place.hpp); "" otherwise
  std::string track;
  std::vector<std::string> labels;
  std::vector<std::string> speakers;
  bool cancelled = false;
  std::string moved_to;   ///< the room it takes place in instead; "" if it was not moved away
  Instant printed_start;  ///< as published; the same as `start` unless staff changed it
  Instant printed_end;
  bool printed_end_assumed = false;  ///< no end was published
  std::optional<Instant> now_at;  ///< the feed gave it another time: this is where people look for it, not where it is
  bool full = false;
  bool for_every_room = false;
  bool said_delayed = false;  ///< by the feed, which doesn't say by how much

  bool delayed() const { return said_delayed || start > printed_start; }

  bool operator==(const SessionFacts&) const = default;
};

struct View {
  std::string sign;  ///< "" for an unnamed one
  std::string room;
  Instant at;
  Layout layout = Layout::room;  ///< in effect; never automatic
  RoomStatus state = RoomStatus::unknown;
  std::optional<SessionFacts> now;
  std::size_t also_now = 0;
  bool also_elsewhere = false;  ///< some of these are for every room, in another
  std::optional<SessionFacts> next;
  std::size_t also_next = 0;
  std::vector<SessionFacts> absent;
  std::optional<SessionFacts> elsewhere;
  std::vector<SessionFacts> alternatives;  ///< the main session is full: what starts elsewhere within 20 minutes
  Freshness freshness = Freshness::no_data;
  bool event_over = false;  ///< the last session of all rooms has ended: what was planned is no longer news
  std::optional<Instant> data_as_of;
  std::optional<Countdown> countdown;
  std::vector<StaffMessage> messages;     ///< the loudest first, of one level the newest
  std::optional<Instant> messages_as_of;  ///< when staff's entries were last read well; nothing where there are none
  std::optional<Replacement> replacement;
  Night night = Night::none;
  std::optional<Instant>
      next_change;  ///< first later instant at which anything but clock, time left and progress differs
  std::optional<Instant> next_repaint;  ///< first later instant at which anything differs
  SignTexts texts;

  bool operator==(const View&) const = default;
};

}  // namespace placard
