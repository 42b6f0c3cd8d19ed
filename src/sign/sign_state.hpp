// SPDX-License-Identifier: MIT
// All that a running sign knows, and what it says of it. No clock, no disk, no network and no display of its own: what
// they tell is handed in, so a week of a sign's life is replayed in a test in seconds.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "fetch/cache/cache_folder.hpp"
#include "settings/venue.hpp"
#include "sign/cache_keys.hpp"
#include "sign/clock_trust.hpp"
#include "sign/effective_schedule.hpp"
#include "sign/feed_state.hpp"
#include "sign/mailbox.hpp"
#include "sign/override_state.hpp"

namespace placard {

/// The surroundings of a sign, as far as its knowledge depends on them.
struct SignSurroundings {
  bool pretended = false;  ///< the clock is pretended: it counts, servers' dates don't, and copies are kept apart
  double speed = 1;        ///< of a pretended clock: polls still come in real time, so ages are held to real time too
  std::optional<WrittenTime> as_of;  ///< the schedule counts as read no later than this
  std::string boot;                  ///< the kernel's id of this boot
  bool overrides_missing = false;    ///< their file is not there, so a kept copy of them is of yesterday
  Instant built;                     ///< when this program was
  /// Has a copy written to the disk, some time later; may be empty.
  std::function<void(const std::string& name, CachedCopy copy)> keep;
};

/// Owned by one thread.
class SignState {
 public:
  /// `venue` has a sign, and outlives this.
  SignState(const Venue& venue, SignSurroundings surroundings);

  using Lines = std::vector<std::string>;  ///< sentences worth a line in the log

  /// Takes what earlier lives of this sign kept, as far as it may be read.
  Lines restore(const CacheFolder& folder, const MayRead& may_read, const Moment& moment);
  /// Takes what a sign with another config knew, as far as it is of the same feeds and messages.
  void adopt(const SignState& other, const Moment& moment);
  /// Takes what the fetch thread heard; nothing is lost of what was known. Should memory run out, hearing the same once
  /// more makes up for it.
  Lines hear(const Event& heard, const Moment& moment);
  /// What there is to say of the clock at `moment`, when that changed.
  Lines hear_of_clock(const Moment& moment);

  /// What the sign says at `moment`.
  View view(const Moment& moment);
  /// The time as far as it is known.
  Instant now(const Moment& moment) const { return clock_.now(moment); }
  bool knows_time(const Moment& moment) const { return clock_.trusted(moment); }
  /// Another number than before: what was heard since may be seen.
  std::uint64_t changes() const { return changes_; }
  /// Whether there is a schedule, be it old.
  bool has_schedule() const { return feeds_.schedule() != nullptr; }
  DataAge data_age(const Moment& moment) const;
  /// What is wrong with the feeds at the moment; "" if nothing.
  std::string feed_health() const;
  const SignSettings& sign() const { return *venue_.sign; }

 private:
  Lines restore_overrides(const CacheFolder& folder, const MayRead& may_read, const Moment& moment);
  Lines hear_feed(const FeedUpdate& update, const Moment& moment);
  Lines hear_overrides(const OverridesUpdate& update, const Moment& moment);
  void take_up_schedule(Instant now);
  void hand_on_overrides();
  void keep_feed(std::size_t feed, const Moment& moment);
  void keep_good_time(std::size_t feed, const Moment& moment);
  void keep_overrides(const Moment& moment);
  GoodTime good_time(std::chrono::milliseconds good_at, const Moment& moment) const;
  std::string tell_of_unknown_room();
  void follow_clock(const Moment& moment);
  std::optional<Instant> steady(std::optional<Instant> as_of);
  void slow_down_ageing(ViewInput& input) const;
  Moment known(const Moment& moment) const;

  const Venue& venue_;
  SignSurroundings surroundings_;
  ClockTrust clock_;
  FeedState feeds_;
  OverrideState overrides_;
  EffectiveSchedule programme_;
  std::map<std::string, Color> tracks_;
  std::uint64_t changes_ = 0;
  bool new_schedule_ = false;              // not yet taken up
  std::optional<FeedState::Taken> taken_;  // of feed news heard half when memory ran out: a poll counts once
  std::optional<Instant> as_of_;           // as last said
  std::optional<Instant> at_boot_;         // by the clock as far as it was known; another one: the clock was set
  std::string told_of_room_;
  std::string told_of_clock_;
  // What was handed to the disk.
  using Bytes = std::shared_ptr<const std::string>;
  struct KeptFeed {
    Bytes bytes;
    std::optional<std::chrono::milliseconds> good_time;  // uptime when last written
  };
  std::vector<KeptFeed> kept_feeds_;
  Bytes kept_overrides_;
};

}  // namespace placard
