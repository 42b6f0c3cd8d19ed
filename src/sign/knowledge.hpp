// SPDX-License-Identifier: MIT
// All that a sign knows, and the one input of a view made of it. It knows no clock, disk, network or display, and words
// nothing: what they tell is handed in, so a week of a sign is replayed in a test in seconds.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "settings/venue.hpp"
#include "sign/sources/clock_trust.hpp"
#include "sign/sources/feed_state.hpp"
#include "sign/sources/override_state.hpp"
#include "sign/sources/source_identity.hpp"

namespace placard {

/// How a schedule comes: again and again, or once and then it counts as read at whatever instant is asked for.
enum class Reading { polled, once };

/// What stays as it is while a program runs.
struct KnowledgeRules {
  Reading reading = Reading::polled;
  bool pretended = false;  ///< the clock is pretended: it counts, servers' dates don't, and copies are kept apart
  double speed = 1;        ///< of a pretended clock: polls still come in real time, so ages are held to real time too
  std::optional<WrittenTime> as_of;  ///< the schedule counts as read no later than this
  std::string boot;                  ///< the kernel's id of this boot
  Instant built;                     ///< when this program was

  ReadOn read_on() const { return pretended ? ReadOn::pretended_clock : ReadOn::device_clock; }
};

/// A value: a copy is another knowledge that goes its own way, at the cost of a few pointers. Updates change it,
/// questions don't. One thread at a time, and only one may ask copies that share a schedule.
class Knowledge {
 public:
  /// `venue` has a sign.
  Knowledge(std::shared_ptr<const Venue> venue, KnowledgeRules rules);

  /// Updates, each at the moment it came. The clock's is for whoever asks from one moment to the next, before each
  /// question: a clock that was set moves what began by the old one, and an age is told steadily.
  void apply(const FeedUpdate& update, const Moment& moment);
  void apply(const OverridesUpdate& update, const Moment& moment);
  void apply_clock(const Moment& moment);

  /// What cached copies tell, before any update; of two generations of a feed the older first, each with what was kept
  /// beside it. Their times are noted apart.
  void restore(const FeedUpdate& update, const std::optional<FeedMemory>& memory, const GoodTime& good,
               const Moment& moment);
  void restore_overrides(const std::string& bytes, const std::string& first_reads, const Moment& moment);
  /// When a copy was good, be it readable or not.
  void note_good_time(const GoodTime& good, const Moment& moment);
  /// Takes what was known under another config, as far as it is of the same feeds and messages.
  void adopt(const Knowledge& before, const Moment& moment);

  /// The input of a view at `moment`: the only one there is.
  ViewInput at(const Moment& moment) const;
  /// The time as far as it is known.
  Instant now(const Moment& moment) const { return clock_.now(moment); }
  /// `moment` with that time.
  Moment corrected(const Moment& moment) const { return clock_.corrected(moment); }
  ClockState clock_state(const Moment& moment) const;
  /// Whether the kernel or servers say that now() is right.
  bool clock_vouched(const Moment& moment) const;
  /// The uptime at which the kernel last vouched for now(); nothing: it did not, or the clock is pretended.
  std::optional<std::chrono::milliseconds> clock_synchronised_at(const Moment& moment) const;
  /// A large step of the device's clock after it was right: one that is not followed, or was in the last minute.
  std::optional<ClockStep> clock_step(const Moment& moment) const;
  /// How far the device's clock is behind the last server's; nothing while none told, or the clock is pretended.
  std::optional<seconds> clock_behind(const Moment& moment) const;
  /// Another number than before: what was learned since may be seen. What only keeps fresh what is fresh is not.
  std::uint64_t changes() const { return changes_; }
  /// Whether questions to both are answered from the same schedule with the same overrides, and remembered there.
  bool shares_schedule_with(const Knowledge& other) const { return effective_ == other.effective_; }

  const std::shared_ptr<const Venue>& venue() const { return venue_; }
  const SignSettings& sign() const { return *venue_->sign; }
  const KnowledgeRules& rules() const { return rules_; }
  /// The sign's names of its room, and behind them what the feeds surely call it now.
  std::vector<std::string> rooms() const { return feeds_.as_called_now(sign().rooms); }
  const FeedState& feeds() const { return feeds_; }
  const OverrideState& overrides() const { return overrides_; }
  /// All feeds as one; null before the first good one.
  const std::shared_ptr<const Schedule>& schedule() const { return feeds_.schedule(); }
  /// The zone whose clocks the glass shows.
  TimeZone zone() const;

 private:
  void publish(Instant now);
  void publish_overrides();
  void make_effective();
  DataAge age(const Moment& moment) const;
  bool is_seen(const Knowledge& before, std::size_t feed, const Moment& moment) const;
  Instant steady(Instant as_of) const;
  DataAge messages_age() const;
  FreshnessLimits limits(seconds poll) const;

  std::shared_ptr<const Venue> venue_;
  KnowledgeRules rules_;
  ClockTrust clock_;
  FeedState feeds_;
  OverrideState overrides_;
  std::shared_ptr<const EffectiveSchedule> effective_;
  std::shared_ptr<PlanMemory> plans_;  // of its schedules
  std::shared_ptr<const std::map<std::string, Color>> tracks_;
  std::uint64_t changes_ = 0;
  std::optional<Instant> as_of_;    // as last told
  std::optional<Instant> at_boot_;  // by the clock as far as it was known; another one: the clock was set
};

}  // namespace placard
