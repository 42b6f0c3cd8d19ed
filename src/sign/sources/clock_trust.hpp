// SPDX-License-Identifier: MIT
// Whether the device's clock may be believed. Boards have no battery: after a night without power their clock shows
// yesterday, and so would the sign.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/os/clock.hpp"
#include "settings/settings.hpp"
#include "sign/sources/synchronisation.hpp"

namespace placard {

/// A server's Date header. `verified`: it came over TLS from a server that proved who it is.
struct ServerDate {
  Instant time;
  bool verified = false;

  bool operator==(const ServerDate&) const = default;
};

/// How far a clock and a server may be apart, and still be taken for the same.
inline constexpr seconds kSameTime{30};

/// Weighs what is known of the time. Pure: every reading of a clock is an argument. Owned by one thread.
class ClockTrust {
 public:
  /// `built`: when this program was; no true time lies before it, and none is proved by lying after it.
  ClockTrust(ClockMode mode, Instant built) : mode_(mode), newest_(built) {}

  /// Somebody vouched for a clock that showed `instant`, so the true time is later.
  void note_lower_bound(Instant instant);
  /// A clock that nobody vouched for showed `instant` in the boot of that id. One such clock may be years ahead: what
  /// two boots saw is a lower bound.
  void note_seen(Instant instant, const std::string& boot);
  /// A Date header that came at `moment`. One that has not moved on since the last (a proxy's copy) says nothing.
  void add_server_date(const ServerDate& date, const Moment& moment);

  /// Looks at the clocks, which is for each turn: what a time server said holds for as long as no step is seen.
  void look(const Moment& moment);
  /// What an earlier process of this boot knew of the kernel's word; as Synchronisation::restore.
  void restore_synchronised(Synchronisation::AtBoot about, std::chrono::milliseconds heard, const Moment& moment);

  /// Takes what was learned under another config.
  void adopt(const ClockTrust& other);

  /// Whether now() is believed at `moment`. A step of the clock counts at once, but for a large one after a time server
  /// had set it: what was said is remembered by uptime, which no step moves.
  bool trusted(const Moment& moment) const;
  /// Whether somebody else says that now() is right: the kernel, now or before, or servers.
  bool vouched(const Moment& moment) const;
  /// The uptime at which the kernel last vouched for now(); nothing: it did not.
  std::optional<std::chrono::milliseconds> synchronised_at(const Moment& moment) const;
  /// The time as far as it is known: the device's, or with ClockMode::feed the one two Date headers agreed on where
  /// that is more than 30 s off, or the one before a step that nobody agrees with.
  Instant now(const Moment& moment) const;
  /// `moment` with that time.
  Moment corrected(Moment moment) const;
  /// How far the device's clock is behind the last Date header; nothing before the first.
  std::optional<seconds> behind(const Moment& moment) const;
  /// A large step of the device's clock after it was right: one that is not followed, or was in the last minute.
  std::optional<ClockStep> step(const Moment& moment) const { return synchronisation_.step(moment, seconded(moment)); }

 private:
  // To the millisecond: seconds of two clocks begin at different times, so their difference would waver by one.
  using Exact = std::chrono::sys_time<std::chrono::milliseconds>;
  // Date headers, and what two in a row agree on.
  struct Estimate {
    std::optional<Instant> time;   // the last header
    std::optional<Exact> at_boot;  // the time at uptime 0 by the last header
    std::optional<Exact> agreed;   // … by the last two, if they agree
  };
  static void add(Estimate& estimate, Instant time, const Moment& moment);
  static std::optional<Exact> agreed_now(const Estimate& estimate, const Moment& moment);
  std::optional<Exact> corrected_by_server(const Moment& moment) const;
  bool seconded(const Moment& moment) const;

  ClockMode mode_;
  Instant newest_;
  std::map<std::string, Instant> seen_;  // the latest time of each boot whose clock nobody vouched for
  Synchronisation synchronisation_;
  Estimate any_;
  Estimate verified_;
};

}  // namespace placard
