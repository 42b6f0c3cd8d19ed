// SPDX-License-Identifier: MIT
#include "sign/knowledge.hpp"

#include <utility>

#include "sign/sign_input.hpp"
#include "sign/sources/source_identity.hpp"
#include "view/plans.hpp"

namespace placard {

using namespace std::chrono_literals;

namespace {

FeedConcerns concerns_of(const Venue& venue) {
  return {venue.sign->rooms, venue.settings.everywhere, venue.settings.event};
}

constexpr Instant kLatestKept{seconds(10'000'000'000)};  // in 2286: the file says what it likes

// Another zone, other rules of a zone that a feed names, or another language read the same bytes differently.
bool reads_alike(const Settings& a, const Settings& b) {
  return a.zone == b.zone && a.zone_changes == b.zone_changes && a.language == b.language;
}

FeedUpdate read_again(const Settings& settings, std::size_t feed, const FeedState::Copy& copy) {
  FetchResult result;
  result.where = settings.feeds[feed].url;
  result.outcome = Fetched(*copy.bytes);
  return to_feed_update(feed, result, settings);
}

}  // namespace

Knowledge::Knowledge(std::shared_ptr<const Venue> venue, KnowledgeRules rules)
    : venue_(std::move(venue)),
      rules_(std::move(rules)),
      clock_(rules_.pretended ? ClockMode::system : venue_->settings.clock, rules_.built),
      feeds_(venue_->settings.feeds.size(), concerns_of(*venue_)),
      tracks_(std::make_shared<const std::map<std::string, Color>>(venue_->settings.tracks)) {
  make_effective();
}

TimeZone Knowledge::zone() const {
  return venue_zone(venue_->settings, schedule().get());
}

void Knowledge::apply(const FeedUpdate& update, const Moment& moment) {
  apply_clock(moment);
  const bool failed = update.kind == FeedUpdate::Kind::failed;
  // A page in place of the feed may come from anybody.
  if (update.date && !failed && !rules_.pretended) clock_.add_server_date(*update.date, moment);
  const Knowledge before = *this;
  feeds_.apply(update, clock_.corrected(moment));
  if (is_seen(before, update.feed, moment)) ++changes_;
  if (update.kind == FeedUpdate::Kind::fresh && update.schedule->generated_at) {
    // What lies in the future was not generated then; of a wrong clock it cannot be told.
    const Instant generated = *update.schedule->generated_at;
    if (clock_vouched(moment) && generated <= now(moment) + kSameTime) clock_.note_lower_bound(generated);
  }
  if (schedule() != before.schedule()) publish(now(moment));
}

// A good poll of a feed that is fresh shows nowhere.
bool Knowledge::is_seen(const Knowledge& before, std::size_t feed, const Moment& moment) const {
  if (now(moment) != before.now(moment) || feeds_.coverage() != before.feeds_.coverage()) return true;
  if (feeds_.trouble(feed) != before.feeds_.trouble(feed)) return true;
  const ViewInput then = before.at(moment);
  const ViewInput now = at(moment);
  if (then.evidence.age == now.evidence.age) return false;
  const auto is_live = [this, &moment](const ViewInput& input) {
    const auto* as_of = std::get_if<AsOf>(&input.evidence.age);
    return as_of != nullptr && freshness(as_of->time, this->now(moment), input.fresh, input.poll) == Freshness::live;
  };
  return !is_live(then) || !is_live(now);
}

void Knowledge::apply(const OverridesUpdate& update, const Moment& moment) {
  apply_clock(moment);
  const bool first = !overrides_.as_of();
  overrides_.apply(update, zone(), now(moment));
  if (first && overrides_.as_of()) ++changes_;
  publish_overrides();
}

// A clock that is set must neither end nor lengthen what began by the old one.
void Knowledge::apply_clock(const Moment& moment) {
  clock_.look(moment);
  const Instant at_boot = now(moment) - std::chrono::floor<seconds>(moment.uptime);
  const seconds by = at_boot_ ? at_boot - *at_boot_ : seconds(0);
  if (std::chrono::abs(by) > seconds(2)) overrides_.follow_clock(by);
  if (!at_boot_ || std::chrono::abs(by) > seconds(2)) at_boot_ = at_boot;
  publish_overrides();
  if (clock_state(moment) == ClockState::known) feeds_.doubt_future(clock_.corrected(moment));
  const DataAge told = age(moment);
  const auto* as_of = std::get_if<AsOf>(&told);
  as_of_ = as_of != nullptr ? std::optional(as_of->time) : std::nullopt;
}

void Knowledge::restore(const FeedUpdate& update, const std::optional<FeedMemory>& memory, const GoodTime& good,
                        const Moment& moment) {
  feeds_.restore(update, memory, good, rules_.boot, clock_.corrected(moment));
  publish(now(moment));
}

void Knowledge::restore_overrides(const std::string& bytes, const std::string& first_reads, const Moment& moment) {
  overrides_.restore(bytes, first_reads, venue_->settings.overrides, zone(), now(moment));
  publish_overrides();
}

// Not a schedule's generated_at: that may lie in the future, and then no clock would ever count.
void Knowledge::note_good_time(const GoodTime& good, const Moment& moment) {
  if (!good.time) return;
  const bool this_boot = !rules_.boot.empty() && good.boot == rules_.boot;
  const bool possible =
      good.uptime >= 0ms && good.uptime <= moment.uptime && *good.time > Instant{} && *good.time < kLatestKept;
  if (good.synchronised && this_boot && possible && !rules_.pretended) {
    clock_.restore_synchronised(*good.time - good.uptime, *good.synchronised, moment);
  }
  if (good.vouched) {
    clock_.note_lower_bound(*good.time);
  } else {
    clock_.note_seen(*good.time, good.boot);
  }
}

void Knowledge::adopt(const Knowledge& before, const Moment& moment) {
  clock_.adopt(before.clock_);
  at_boot_ = before.at_boot_;
  changes_ = before.changes_ + 1;
  const Settings& ours = venue_->settings;
  const Settings& theirs = before.venue_->settings;
  for (std::size_t i = 0; i < ours.feeds.size(); ++i) {
    const std::string identity = feed_identity(ours, i, rules_.read_on());
    for (std::size_t j = 0; j < theirs.feeds.size(); ++j) {
      const bool same = feed_identity(theirs, j, before.rules_.read_on()) == identity;
      if (!same) continue;
      if (reads_alike(ours, theirs)) {
        feeds_.adopt(i, before.feeds_, j);
      } else if (const auto copy = before.feeds_.copy(j)) {
        feeds_.adopt_as(read_again(ours, i, *copy), before.feeds_, j);
      }
    }
  }
  if (ours.overrides == theirs.overrides) overrides_ = before.overrides_;
  publish(now(moment));
}

void Knowledge::publish(Instant now) {
  tracks_ = std::make_shared<const std::map<std::string, Color>>(track_colors(venue_->settings, schedule().get()));
  overrides_.use_zone(zone(), now);
  make_effective();
  ++changes_;
}

void Knowledge::publish_overrides() {
  const auto& shown = effective_->overrides();
  if (overrides_.loaded() == shown || *overrides_.loaded() == *shown) return;
  make_effective();
  ++changes_;
}

void Knowledge::make_effective() {
  effective_ = std::make_shared<const EffectiveSchedule>(schedule(), overrides_.loaded());
  plans_ = std::make_shared<PlanMemory>();
}

ClockState Knowledge::clock_state(const Moment& moment) const {
  return clock_.trusted(moment) ? ClockState::known : ClockState::unknown;
}

bool Knowledge::clock_vouched(const Moment& moment) const {
  return !rules_.pretended && clock_.vouched(moment);
}

std::optional<std::chrono::milliseconds> Knowledge::clock_synchronised_at(const Moment& moment) const {
  return rules_.pretended ? std::nullopt : clock_.synchronised_at(moment);
}

std::optional<ClockStep> Knowledge::clock_step(const Moment& moment) const {
  return rules_.pretended ? std::nullopt : clock_.step(moment);
}

std::optional<seconds> Knowledge::clock_behind(const Moment& moment) const {
  return rules_.pretended ? std::nullopt : clock_.behind(moment);
}

DataAge Knowledge::age(const Moment& moment) const {
  DataAge age = feeds_.age(clock_.corrected(moment));
  if (std::holds_alternative<NeverRead>(age)) return age;
  if (rules_.reading == Reading::once) {
    if (!rules_.as_of) return AsAsked{};
    return AsOf{std::min(now(moment), zone().instant(*rules_.as_of))};
  }
  auto* as_of = std::get_if<AsOf>(&age);
  if (as_of == nullptr) return age;
  if (rules_.as_of) as_of->time = std::min(as_of->time, zone().instant(*rules_.as_of));
  as_of->time = steady(as_of->time);
  return age;
}

DataAge Knowledge::messages_age() const {
  if (!overrides_.as_of()) return NeverRead{};
  if (rules_.reading == Reading::once && !rules_.as_of) return AsAsked{};
  return AsOf{*overrides_.as_of()};
}

// The wall clock and the uptime tick at different moments of a second: "as of 10:42" must not flicker with them.
Instant Knowledge::steady(Instant as_of) const {
  const bool same = as_of_ && as_of >= *as_of_ && as_of - *as_of_ <= seconds(1);
  return same ? *as_of_ : as_of;
}

// A day watched in a minute.
FreshnessLimits Knowledge::limits(seconds poll) const {
  const FreshnessLimits& written = venue_->settings.fresh;
  if (rules_.speed <= 1 || rules_.as_of) return written;
  const auto scaled = [this](seconds age) {
    return seconds(static_cast<std::int64_t>(static_cast<double>(age.count()) * rules_.speed));
  };
  return {scaled(aging_age(written, poll)), scaled(written.stale), scaled(written.old)};
}

ViewInput Knowledge::at(const Moment& moment) const {
  ViewInput input =
      view_input(venue_->settings, sign(), schedule(), Evidence(age(moment), feeds_.coverage(), clock_state(moment)));
  input.rooms = rooms();
  input.everywhere = feeds_.as_called_now(std::move(input.everywhere));
  input.fresh = limits(input.poll);
  input.tracks = *tracks_;
  input.staff = effective_;
  input.messages_age = messages_age();
  input.plans = plans_;
  return input;
}

}  // namespace placard
