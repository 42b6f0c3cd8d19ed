// SPDX-License-Identifier: MIT
// The rules of now and next (design: "Rules of now and next"), stated a second time as plainly as can be: loops over
// all sessions, nothing shared with src/sign.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "schedule/schedule.hpp"
#include "view/rules/now_next.hpp"
#include "view/view_at.hpp"

namespace placard {

using Names = std::vector<std::string>;
inline constexpr std::size_t kNone = SIZE_MAX;

// Sessions by their place in the feed.
struct Facts {
  RoomStatus state = RoomStatus::unknown;
  std::size_t now = kNone;
  std::size_t also_now = 0;
  std::size_t next = kNone;
  std::size_t also_next = 0;
  std::vector<std::size_t> absent;  // in feed order
  std::size_t elsewhere = kNone;

  bool operator==(const Facts&) const = default;
};

// What now_next() says; it knows neither state nor elsewhere, so these are taken from `rest`.
inline Facts facts_of(const NowNext& chosen, const Facts& rest) {
  Facts facts;
  facts.state = rest.state;
  facts.elsewhere = rest.elsewhere;
  if (chosen.now != nullptr) facts.now = chosen.now->order;
  if (chosen.next != nullptr) facts.next = chosen.next->order;
  facts.also_now = chosen.also_now;
  facts.also_next = chosen.also_next;
  for (const PlannedSession* planned : chosen.absent) facts.absent.push_back(planned->order);
  std::sort(facts.absent.begin(), facts.absent.end());
  return facts;
}

// Rule 7, for names in plain ASCII without stray spaces.
inline bool same_name(const std::string& a, const std::string& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

// One sign, by the rules.
class Rules {
 public:
  Rules(const Schedule& schedule, const Names& sign, const Names& everywhere) : sessions_(schedule.sessions) {
    const auto named = [&schedule](std::size_t room, const Names& names) {
      return std::any_of(names.begin(), names.end(),
                         [&](const std::string& name) { return same_name(name, schedule.rooms[room].name); });
    };
    for (std::size_t room = 0; room < schedule.rooms.size(); ++room) {
      if (named(room, sign)) sign_.insert(room);
      if (named(room, everywhere)) everywhere_.insert(room);
      if (named(room, sign) && named(room, everywhere)) on_own_sign_ = true;
    }
    for (const Session& session : sessions_) {
      own_.push_back(held_in(session, sign_));
      concerns_all_.push_back(held_in(session, everywhere_));
      end_here_.push_back(end_of(session, sign_));
      end_there_.push_back(end_of(session, {}));
    }
  }

  Facts at(Instant instant) const {
    Facts facts;
    decide_now(facts, instant);
    decide_next(facts, instant);
    decide_absent(facts, instant);
    facts.state = state_of(facts);
    if (facts.now == kNone && !on_own_sign_) decide_elsewhere(facts, instant);
    return facts;
  }

  // Every instant at which something may start or end.
  std::set<Instant> boundaries() const {
    std::set<Instant> found;
    for (std::size_t i = 0; i < sessions_.size(); ++i) {
      found.insert({sessions_[i].start, sessions_[i].start + std::chrono::minutes(60), end_here_[i], end_there_[i]});
      if (sessions_[i].end) found.insert(*sessions_[i].end);
      found.insert(sessions_[i].start - std::chrono::hours(2));
    }
    return found;
  }

 private:
  using Rooms = std::set<std::size_t>;

  static bool held_in(const Session& session, const Rooms& rooms) {
    return std::any_of(session.rooms.begin(), session.rooms.end(),
                       [&rooms](std::size_t room) { return rooms.count(room) > 0; });
  }

  // Rule 4; `one_room`: rooms that are one room, known by several names.
  Instant end_of(const Session& session, const Rooms& one_room) const {
    if (session.end && *session.end > session.start) return *session.end;
    Rooms rooms(session.rooms.begin(), session.rooms.end());
    if (held_in(session, one_room)) rooms.insert(one_room.begin(), one_room.end());
    Instant end = session.start + std::chrono::minutes(60);
    for (const Session& other : sessions_) {
      const bool cuts = !other.cancelled && (other.every_room || held_in(other, rooms)) && other.start > session.start;
      if (cuts && other.start < end) end = other.start;
    }
    return end;
  }

  bool here(std::size_t i) const { return own_[i] || sessions_[i].every_room; }
  bool on(std::size_t i, Instant instant) const { return sessions_[i].start <= instant && instant < end_here_[i]; }
  seconds length(std::size_t i) const { return end_here_[i] - sessions_[i].start; }
  bool marker(std::size_t i) const { return sessions_[i].end == sessions_[i].start; }

  // Rules 1, 2, 5, 6.
  void decide_now(Facts& facts, Instant instant) const {
    for (std::size_t i = 0; i < sessions_.size(); ++i) {
      if (!here(i) || sessions_[i].cancelled || !on(i, instant)) continue;
      if (facts.now != kNone) ++facts.also_now;
      if (facts.now == kNone || wins_now(i, facts.now)) facts.now = i;
    }
  }
  bool wins_now(std::size_t i, std::size_t best) const {  // best stands earlier in the feed
    if (marker(i) != marker(best)) return marker(best);
    if (own_[i] != own_[best]) return own_[i];
    if (sessions_[i].start != sessions_[best].start) return sessions_[i].start > sessions_[best].start;
    return length(i) < length(best);
  }

  // Rules 3, 5, 6.
  void decide_next(Facts& facts, Instant instant) const {
    for (std::size_t i = 0; i < sessions_.size(); ++i) {
      if (!here(i) || sessions_[i].cancelled || sessions_[i].start <= instant) continue;
      if (facts.next == kNone || sessions_[i].start < sessions_[facts.next].start) {
        facts.next = i;
        facts.also_next = 0;
      } else if (sessions_[i].start == sessions_[facts.next].start) {
        ++facts.also_next;
        if (wins_next(i, facts.next)) facts.next = i;
      }
    }
  }
  bool wins_next(std::size_t i, std::size_t best) const {  // both start at once
    if (marker(i) != marker(best)) return marker(best);
    if (own_[i] != own_[best]) return own_[i];
    return length(i) < length(best);
  }

  // Rule 5. Told from two hours before its start.
  void decide_absent(Facts& facts, Instant instant) const {
    for (std::size_t i = 0; i < sessions_.size(); ++i) {
      if (!here(i) || !sessions_[i].cancelled) continue;
      const bool later = sessions_[i].start > instant;
      const bool before_next = facts.next == kNone || sessions_[i].start < sessions_[facts.next].start;
      const bool soon = sessions_[i].start - std::chrono::hours(2) <= instant;
      if (on(i, instant) || (later && (before_next || soon))) facts.absent.push_back(i);
    }
  }

  RoomStatus state_of(const Facts& facts) const {
    if (facts.now != kNone) return RoomStatus::now;
    if (facts.next != kNone) return RoomStatus::gap;
    for (std::size_t i = 0; i < sessions_.size(); ++i) {
      if (here(i)) return RoomStatus::over;
    }
    return RoomStatus::empty;
  }

  // Rule 6, its second half.
  void decide_elsewhere(Facts& facts, Instant instant) const {
    for (std::size_t i = 0; i < sessions_.size(); ++i) {
      const Session& session = sessions_[i];
      if (!concerns_all_[i] || session.cancelled || session.start > instant || instant >= end_there_[i]) continue;
      const std::size_t best = facts.elsewhere;
      if (best == kNone || wins_elsewhere(i, best)) facts.elsewhere = i;
    }
  }
  bool wins_elsewhere(std::size_t i, std::size_t best) const {
    if (marker(i) != marker(best)) return marker(best);
    if (sessions_[i].start != sessions_[best].start) return sessions_[i].start > sessions_[best].start;
    return end_there_[i] < end_there_[best];
  }

  const std::vector<Session>& sessions_;
  Rooms sign_;
  Rooms everywhere_;
  bool on_own_sign_ = false;
  std::vector<bool> own_;
  std::vector<bool> concerns_all_;
  std::vector<Instant> end_here_;
  std::vector<Instant> end_there_;
};

}  // namespace placard
