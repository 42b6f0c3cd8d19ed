// SPDX-License-Identifier: MIT
#include "sign/sign_state.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/os/digest.hpp"
#include "sign/sign_input.hpp"

namespace placard {
namespace {

using std::chrono::milliseconds;

// That a schedule was still good is worth a line on the disk only so often: cards wear.
constexpr milliseconds kGoodTimeEvery = std::chrono::hours(1);

FeedConcerns concerns_of(const Venue& venue) {
  return {venue.sign->rooms, venue.settings.everywhere, venue.settings.event};
}

bool reads_alike(const Settings& a, const Settings& b) {
  return a.zone == b.zone && a.language == b.language;
}

void append_lines(SignState::Lines& to, SignState::Lines more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

SignState::SignState(const Venue& venue, SignSurroundings surroundings)
    : venue_(venue),
      surroundings_(std::move(surroundings)),
      clock_(surroundings_.pretended ? ClockMode::system : venue.settings.clock, surroundings_.built),
      feeds_(venue.settings.feeds.size(), concerns_of(venue)),
      kept_feeds_(venue.settings.feeds.size()) {}

// The same moment with the time as far as it is known.
Moment SignState::known(const Moment& moment) const {
  return clock_.corrected(moment);
}

SignState::Lines SignState::restore(const CacheFolder& folder, const MayRead& may_read, const Moment& moment) {
  Lines log;
  const Settings& settings = venue_.settings;
  for (std::size_t i = 0; i < settings.feeds.size(); ++i) {
    const std::string what = feed_identity(settings, i, surroundings_.pretended);
    const RestoredFeed found = read_cached_feed(folder, what, may_read, settings, i);
    append_lines(log, found.sentences);
    for (const RestoredCopy& copy : found.copies) {
      // Not its generated_at: that may lie in the future, and then no clock would ever count.
      if (copy.good.time) clock_.saw(*copy.good.time);
      feeds_.restore(copy.update, copy.good, surroundings_.boot, known(moment));
      kept_feeds_[i].bytes = copy.update.bytes;
    }
  }
  if (has_schedule()) take_up_schedule(now(moment));
  append_lines(log, restore_overrides(folder, may_read, moment));
  return log;
}

SignState::Lines SignState::restore_overrides(const CacheFolder& folder, const MayRead& may_read,
                                              const Moment& moment) {
  const Settings& settings = venue_.settings;
  if (settings.overrides.empty() || surroundings_.overrides_missing) return {};
  const std::string what = overrides_identity(settings, surroundings_.pretended);
  auto found = folder.read(cache_file("overrides", what), what);
  if (found.copies.empty()) return std::move(found.sentences);
  const CachedCopy& newest = found.copies.front();
  if (newest.good.time) clock_.saw(*newest.good.time);
  if (!may_read(sha256(newest.bytes))) return std::move(found.sentences);
  overrides_.restore(newest.bytes, newest.notes, settings.overrides, venue_zone(settings, feeds_.schedule()),
                     now(moment));
  kept_overrides_ = overrides_.bytes();
  hand_on_overrides();
  return std::move(found.sentences);
}

void SignState::adopt(const SignState& other, const Moment& moment) {
  clock_.adopt(other.clock_);
  at_boot_ = other.at_boot_;
  const Settings& theirs = other.venue_.settings;
  for (std::size_t i = 0; i < venue_.settings.feeds.size(); ++i) {
    const std::string ours = feed_identity(venue_.settings, i, surroundings_.pretended);
    for (std::size_t j = 0; j < theirs.feeds.size(); ++j) {
      const bool same = feed_identity(theirs, j, other.surroundings_.pretended) == ours;
      // Another zone or language reads the same bytes differently.
      if (!same || !reads_alike(venue_.settings, theirs)) continue;
      feeds_.adopt(i, other.feeds_, j);
      kept_feeds_[i] = other.kept_feeds_[j];
    }
  }
  if (venue_.settings.overrides == theirs.overrides) {
    overrides_ = other.overrides_;
    kept_overrides_ = other.kept_overrides_;
  }
  if (has_schedule()) take_up_schedule(now(moment));
  hand_on_overrides();
}

// A clock that is set must neither end nor lengthen what began by the old one.
void SignState::follow_clock(const Moment& moment) {
  const Instant at_boot = now(moment) - std::chrono::floor<seconds>(moment.uptime);
  const seconds by = at_boot_ ? at_boot - *at_boot_ : seconds(0);
  if (!at_boot_ || std::chrono::abs(by) > seconds(2)) at_boot_ = at_boot;
  if (std::chrono::abs(by) > seconds(2)) overrides_.follow_clock(by);
  hand_on_overrides();
}

SignState::Lines SignState::hear(const Event& heard, const Moment& moment) {
  follow_clock(moment);
  if (const auto* update = std::get_if<FeedUpdate>(&heard)) return hear_feed(*update, moment);
  if (const auto* update = std::get_if<OverridesUpdate>(&heard)) return hear_overrides(*update, moment);
  return {};
}

SignState::Lines SignState::hear_feed(const FeedUpdate& update, const Moment& moment) {
  // A page in place of the feed may come from anybody.
  if (update.date && update.kind != FeedUpdate::Kind::failed && !surroundings_.pretended)
    clock_.heard(*update.date, moment);
  ++changes_;
  new_schedule_ = new_schedule_ || update.kind == FeedUpdate::Kind::fresh;
  if (!taken_) taken_ = feeds_.apply(update, known(moment));
  new_schedule_ = new_schedule_ || taken_->keep;
  if (update.kind == FeedUpdate::Kind::fresh && update.schedule->generated_at) {
    // What lies in the future was not generated then.
    if (*update.schedule->generated_at <= now(moment) + kSameTime) clock_.saw(*update.schedule->generated_at);
  }
  if (new_schedule_) take_up_schedule(now(moment));
  if (update.kind != FeedUpdate::Kind::failed) keep_feed(update.feed, moment);
  if (std::string sentence = tell_of_unknown_room(); !sentence.empty()) taken_->log.push_back(std::move(sentence));
  return std::move(std::exchange(taken_, std::nullopt)->log);
}

void SignState::take_up_schedule(Instant now) {
  programme_.publish(feeds_.schedule());
  tracks_ = track_colors(venue_.settings, feeds_.schedule());
  overrides_.use_zone(venue_zone(venue_.settings, feeds_.schedule()), now);
  hand_on_overrides();
  new_schedule_ = false;
}

SignState::Lines SignState::hear_overrides(const OverridesUpdate& update, const Moment& moment) {
  Lines log = overrides_.apply(update, venue_zone(venue_.settings, feeds_.schedule()), now(moment));
  hand_on_overrides();
  if (overrides_.bytes() != kept_overrides_ && overrides_.readable()) keep_overrides(moment);
  return log;
}

void SignState::hand_on_overrides() {
  if (overrides_.known() == programme_.overrides()) return;
  programme_.take_overrides(overrides_.known());
  ++changes_;
}

SignState::Lines SignState::hear_of_clock(const Moment& moment) {
  if (surroundings_.pretended) return {};
  std::string sentence;
  const auto behind = clock_.behind(moment);
  if (behind && std::chrono::abs(*behind) > kSameTime) {
    sentence = fmt::format("This device's clock is {} s {} the server's; {}.", std::chrono::abs(*behind).count(),
                           behind->count() > 0 ? "behind" : "ahead of",
                           now(moment) != moment.now ? "the sign goes by the server's" : "set it right");
  } else if (!knows_time(moment)) {
    sentence =
        "Nobody vouches for this device's clock yet, so the sign shows no now and next. Let it reach a time server, or "
        "set \"clock\" in the config.";
  }
  // Seconds that come and go are no news.
  const std::string told = sentence.substr(0, sentence.find(" is "));
  if (told == told_of_clock_) return {};
  told_of_clock_ = told;
  if (sentence.empty()) return {"This device's clock is right."};
  return {sentence};
}

std::string SignState::tell_of_unknown_room() {
  if (!has_schedule()) return "";
  std::string sentence = unknown_room_sentence(*feeds_.schedule(), venue_.sign->rooms);
  if (sentence == told_of_room_) return "";
  told_of_room_ = sentence;
  return sentence;
}

DataAge SignState::data_age(const Moment& moment) const {
  DataAge age = feeds_.age(known(moment));
  if (!surroundings_.as_of) return age;
  const Instant latest = venue_zone(venue_.settings, feeds_.schedule()).instant(*surroundings_.as_of);
  if (age.as_of) age.as_of = std::min(*age.as_of, latest);
  return age;
}

View SignState::view(const Moment& moment) {
  follow_clock(moment);
  ViewInput input = view_input(venue_.settings, *venue_.sign, feeds_.schedule());
  input.tracks = tracks_;
  input.incomplete = feeds_.incomplete();
  input.clock_trusted = knows_time(moment);
  if (input.clock_trusted) feeds_.doubt_future(known(moment));
  const DataAge age = data_age(moment);
  input.as_of = steady(age.as_of);
  input.age_unknown = age.unknown;
  slow_down_ageing(input);
  return view_at([&](Instant at) { return programme_.at(input, at); }, now(moment));
}

// The wall clock and the uptime tick at different moments of a second: "as of 10:42" must not flicker with them.
std::optional<Instant> SignState::steady(std::optional<Instant> as_of) {
  const bool same = as_of && as_of_ && *as_of >= *as_of_ && *as_of - *as_of_ <= seconds(1);
  if (!same) as_of_ = as_of;
  return as_of_;
}

// A day watched in a minute.
void SignState::slow_down_ageing(ViewInput& input) const {
  if (surroundings_.speed <= 1 || surroundings_.as_of) return;
  const auto scaled = [this](seconds age) {
    return seconds(static_cast<std::int64_t>(static_cast<double>(age.count()) * surroundings_.speed));
  };
  input.fresh = {scaled(aging_age(input.fresh, input.poll)), scaled(input.fresh.stale), scaled(input.fresh.old)};
}

std::string SignState::feed_health() const {
  for (std::size_t i = 0; i < venue_.settings.feeds.size(); ++i) {
    if (!feeds_.health(i).empty()) return feeds_.health(i);
  }
  return "";
}

GoodTime SignState::good_time(milliseconds good_at, const Moment& moment) const {
  GoodTime good;
  if (knows_time(moment)) good.time = now(moment) - std::chrono::ceil<seconds>(moment.uptime - good_at);
  good.boot = surroundings_.boot;
  good.uptime = good_at;
  return good;
}

void SignState::keep_feed(std::size_t feed, const Moment& moment) {
  const auto copy = feeds_.copy(feed);
  if (!copy || !surroundings_.keep) return;
  KeptFeed& kept = kept_feeds_[feed];
  if (kept.bytes == copy->bytes) return keep_good_time(feed, moment);
  const std::string what = feed_identity(venue_.settings, feed, surroundings_.pretended);
  surroundings_.keep(cache_file("feed", what), {what, good_time(copy->good_at, moment), "", *copy->bytes});
  kept = {copy->bytes, moment.uptime};
}

// Beside the copy, in a file of its own: when its bytes were last seen good.
void SignState::keep_good_time(std::size_t feed, const Moment& moment) {
  const auto copy = feeds_.copy(feed);
  auto& last = kept_feeds_[feed].good_time;
  if (!copy || copy->good_at != moment.uptime || (last && moment.uptime - *last < kGoodTimeEvery)) return;
  const std::string what = feed_identity(venue_.settings, feed, surroundings_.pretended);
  surroundings_.keep(cache_file("good", what), {what, good_time(copy->good_at, moment), copy->digest, ""});
  last = moment.uptime;
}

void SignState::keep_overrides(const Moment& moment) {
  if (!surroundings_.keep || venue_.settings.overrides.empty()) return;
  const std::string what = overrides_identity(venue_.settings, surroundings_.pretended);
  surroundings_.keep(cache_file("overrides", what),
                     {what, good_time(moment.uptime, moment), overrides_.first_reads(knows_time(moment)),
                      overrides_.bytes() ? *overrides_.bytes() : ""});
  kept_overrides_ = overrides_.bytes();
}

}  // namespace placard
