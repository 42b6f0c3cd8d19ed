// SPDX-License-Identifier: MIT
// What is known of the feeds, and since when.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fetch/cache/cached_copy.hpp"
#include "schedule/plausibility.hpp"
#include "sign/sources/clock_trust.hpp"
#include "sign/sources/feed_memory.hpp"
#include "sign/sources/feed_update.hpp"
#include "sign/sources/recent_answers.hpp"
#include "view/view_input.hpp"

namespace placard {

/// A good feed that looks like the wrong one is taken when it said the same so often …
inline constexpr int kQuarantinePolls = 3;
/// … over so long.
inline constexpr std::chrono::seconds kQuarantineTime{30};

/// What the sign shows, as far as it decides which feeds concern it and which are suspicious.
struct FeedConcerns {
  std::vector<std::string> rooms;       ///< the sign's names of its room
  std::vector<std::string> everywhere;  ///< rooms whose sessions concern every sign
  std::string event;                    ///< the config's
};

/// What is wrong with a feed at the moment, as facts; nothing of all: it is well.
struct FeedTrouble {
  std::optional<Problem> failure;         ///< the last poll failed
  std::vector<std::string> rejected_for;  ///< what was read looks like the wrong feed, and waits in quarantine
  bool waits_for_room = false;            ///< … however long, for it has lost the sign's room
  bool alternates = false;                ///< answers go back and forth between versions
  std::size_t left_out = 0;               ///< sessions that could not be read of what is shown

  bool operator==(const FeedTrouble&) const = default;
};

/// The last good schedule of every feed. Instants handed in are as far as the time is known; ages go by uptime, which
/// no step of a clock moves. Owned by one thread.
class FeedState {
 public:
  FeedState(std::size_t feeds, FeedConcerns concerns) : concerns_(std::move(concerns)), feeds_(feeds) {}

  /// Takes an update that came at `moment`. What says the same as is known, in whatever bytes, is good and no news. A
  /// feed that looks like the wrong one waits in quarantine, one that lost the sign's room until nobody looks for that
  /// room's sessions any more; of versions that come in turn the newer one stays, by what
  /// they say of themselves, else the one that came most often of late. Linear in the feeds, so not for the thread that
  /// paints.
  void apply(const FeedUpdate& update, const Moment& moment);

  /// Takes a copy from the disk, before any update: `update` is what it was read into. Of two generations the older
  /// goes first. `memory` is what was kept beside it; without it the generations tell. `boot` is this boot's id.
  void restore(const FeedUpdate& update, const std::optional<FeedMemory>& memory, const GoodTime& good,
               const std::string& boot, const Moment& moment);

  /// The clock is believed at `moment`: a copy kept later than that was kept by a wrong clock, or this one is wrong.
  /// Its age stays unknown, or it would be live when this clock gets there.
  void doubt_future(const Moment& moment);

  /// Takes what another state knows of one of its feeds.
  void adopt(std::size_t feed, const FeedState& other, std::size_t other_feed);
  /// The same where other settings read the same bytes differently: `update` is what they make of the other state's.
  /// What was restored of these bytes stays, with what it tells of the update before.
  void adopt_as(const FeedUpdate& update, const FeedState& other, std::size_t other_feed);

  /// All that is known, as one schedule with what updates changed told in it; null before the first good poll.
  const std::shared_ptr<const Schedule>& schedule() const { return published_; }
  /// `names` of rooms, and behind them what the feeds surely call the sign's ones of these now.
  std::vector<std::string> as_called_now(std::vector<std::string> names) const;
  /// Whether every feed has been read.
  Coverage coverage() const;
  /// When the oldest part of it that concerns this sign was last known to be good; never AsAsked.
  DataAge age(const Moment& moment) const;

  /// The bytes last taken of a feed, and when they were last good; nothing before the first.
  struct Copy {
    std::shared_ptr<const std::string> bytes;
    std::string digest;
    std::chrono::milliseconds good_at{0};  ///< uptime
  };
  std::optional<Copy> copy(std::size_t feed) const;
  /// What is to be kept beside it.
  const FeedMemory& memory(std::size_t feed) const { return *feeds_[feed].memory; }
  const FeedTrouble& trouble(std::size_t feed) const { return feeds_[feed].trouble; }

 private:
  // Known good at this uptime, or, of a copy from before this boot, at this time of day.
  struct Good {
    std::optional<std::chrono::milliseconds> uptime;
    std::optional<Instant> time;
  };
  struct Quarantine {
    std::shared_ptr<const FeedUpdate> update;
    std::chrono::milliseconds since{0};
    int polls = 0;
    Suspicion suspicion;
  };
  struct Feed {
    std::shared_ptr<const Schedule> schedule;
    std::shared_ptr<const std::string> bytes;
    std::string digest;
    std::string meaning;
    std::optional<Instant> generated;  // as the last copy of it says that came …
    std::optional<Instant> made;       // … or its server
    std::optional<Good> good;
    std::optional<Quarantine> quarantine;
    RecentAnswers recent;
    std::shared_ptr<const FeedUpdate> outvoted;  // the last answer, if it lost to what is shown
    std::shared_ptr<const FeedMemory> memory = std::make_shared<const FeedMemory>();
    bool concerns_sign = false;
    std::size_t left_out = 0;  // of the schedule last taken
    FeedTrouble trouble;
  };

  bool update_feed(Feed& feed, const FeedUpdate& update, const Moment& moment) const;
  bool update_fresh(Feed& feed, const FeedUpdate& update, const Moment& moment) const;
  bool update_unchanged(Feed& feed, const Moment& moment) const;
  bool count_quarantined(Feed& feed, const Moment& moment) const;
  static bool stays_outvoted(Feed& feed, const FeedUpdate& update, const Moment& moment);
  void accept(Feed& feed, const FeedUpdate& update, const Moment& moment) const;
  FeedMemory learned(const Feed& feed, const Schedule& news, const Moment& moment) const;
  static void forget_waiting(Feed& feed);
  void publish();
  bool concerns(const Schedule& schedule) const;
  static DataAge age_of(const Good& good, const Moment& moment);

  FeedConcerns concerns_;
  std::vector<Feed> feeds_;
  std::shared_ptr<const Schedule> published_;
};

}  // namespace placard
