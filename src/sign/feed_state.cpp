// SPDX-License-Identifier: MIT
#include "sign/feed_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <type_traits>

#include "schedule/merge.hpp"
#include "schedule/plausibility.hpp"

namespace placard {
namespace {

std::string failure_sentence(const FeedUpdate& update) {
  return update.problems.empty() ? "The feed could not be read." : to_sentence(update.problems.back());
}

std::string quarantine_sentence(const std::vector<std::string>& reasons) {
  return fmt::format("The feed was read, but {}: the schedule before stays until the same feed was read {} times.",
                     fmt::join(reasons, ", and "), kQuarantinePolls);
}

// Sub-second parts of an age count as a whole second: never fresher than the truth. The same at every look.
Instant before(const Moment& moment, std::chrono::milliseconds span) {
  return std::chrono::floor<seconds>(moment.now + moment.part - span);
}

}  // namespace

FeedState::Taken FeedState::apply(const FeedUpdate& update, const Moment& moment) {
  Feed next = feeds_[update.feed];
  Taken taken;
  taken.keep = hear(next, update, moment);
  std::string health = update.kind == FeedUpdate::Kind::failed ? failure_sentence(update) : next.document_health;
  if (update.kind != FeedUpdate::Kind::failed && next.held) health = next.held->why;
  if (health != next.health) {
    taken.log.push_back(health.empty() ? "The feed is read well again." : health);
    next.health = std::move(health);
  }
  if (taken.keep) {
    put(update.feed, std::move(next));
  } else {
    feeds_[update.feed] = std::move(next);
  }
  return taken;
}

// Whether other bytes were taken.
bool FeedState::hear(Feed& feed, const FeedUpdate& update, const Moment& moment) const {
  switch (update.kind) {
    case FeedUpdate::Kind::failed:
      return false;
    case FeedUpdate::Kind::fresh:
      return hear_fresh(feed, update, moment);
    case FeedUpdate::Kind::unchanged:
      break;
  }
  if (feed.held) return count_quarantined(feed, moment);
  if (feed.good) feed.good = Good{moment.uptime, {}};
  return false;
}

bool FeedState::hear_fresh(Feed& feed, const FeedUpdate& update, const Moment& moment) const {
  if (feed.schedule && update.digest == feed.digest) {
    feed.held.reset();
    feed.good = Good{moment.uptime, {}};
    return false;
  }
  if (feed.held && feed.held->update.digest == update.digest) return count_quarantined(feed, moment);
  feed.held.reset();
  if (feed.schedule) {
    const auto reasons =
        rejection_reasons(*feed.schedule, *update.schedule, {concerns_.rooms, concerns_.event, moment.now});
    if (!reasons.empty()) {
      feed.held = Quarantine{update, moment.uptime, 1, quarantine_sentence(reasons)};
      return false;
    }
  }
  take(feed, update, moment);
  return true;
}

// One more good poll of the bytes held back; whether they were taken.
bool FeedState::count_quarantined(Feed& feed, const Moment& moment) {
  Quarantine& held = *feed.held;
  ++held.polls;
  if (held.polls < kQuarantinePolls || moment.uptime - held.since < kQuarantineTime) return false;
  take(feed, FeedUpdate(held.update), moment);
  return true;
}

void FeedState::take(Feed& feed, const FeedUpdate& update, const Moment& moment) {
  const bool same_event = feed.schedule && feed.schedule->event == update.schedule->event;
  if (feed.schedule && *feed.schedule != *update.schedule) {
    // Of another event nothing was cancelled.
    feed.changes = same_event ? changes_to_announce(feed.changes, *feed.schedule, *update.schedule, moment.now)
                              : std::vector<FeedChange>{};
  }
  feed.schedule = update.schedule;
  feed.bytes = update.bytes;
  feed.digest = update.digest;
  feed.good = Good{moment.uptime, {}};
  feed.held.reset();
  feed.document_health = left_out_sentence(update.skipped);
}

// All or nothing, should memory run out. Copies every session; for thousands of them that is a few milliseconds, once a
// change.
void FeedState::put(std::size_t index, Feed next) {
  static_assert(std::is_nothrow_move_assignable_v<Feed> && std::is_nothrow_move_assignable_v<Schedule>);
  next.concerns_sign = next.schedule && concerns(*next.schedule);
  std::vector<const Schedule*> parts;
  std::vector<FeedChange> changes;
  for (std::size_t i = 0; i < feeds_.size(); ++i) {
    const Feed& feed = i == index ? next : feeds_[i];
    if (feed.schedule) parts.push_back(feed.schedule.get());
    changes.insert(changes.end(), feed.changes.begin(), feed.changes.end());
  }
  std::optional<Schedule> published = with_changes_announced(merged(parts), changes);
  feeds_[index] = std::move(next);
  published_ = std::move(published);
}

void FeedState::adopt(std::size_t feed, const FeedState& other, std::size_t other_feed) {
  if (other.feeds_[other_feed].schedule) put(feed, other.feeds_[other_feed]);
}

void FeedState::restore(const FeedUpdate& update, const GoodTime& good, const std::string& boot, const Moment& moment) {
  if (update.kind != FeedUpdate::Kind::fresh) return;
  Feed next = feeds_[update.feed];
  take(next, update, moment);
  next.good = Good{};
  next.good->time = good.time;
  if (!boot.empty() && good.boot == boot && good.uptime <= moment.uptime) next.good->uptime = good.uptime;
  next.health = next.document_health;
  put(update.feed, std::move(next));
}

void FeedState::doubt_future(const Moment& moment) {
  for (Feed& feed : feeds_) {
    if (feed.good && !feed.good->uptime && feed.good->time > moment.now + kSameTime) feed.good->time.reset();
  }
}

bool FeedState::concerns(const Schedule& schedule) const {
  std::vector<std::string> names = concerns_.rooms;
  names.insert(names.end(), concerns_.everywhere.begin(), concerns_.everywhere.end());
  const auto rooms = rooms_named(schedule, names);
  return std::any_of(schedule.sessions.begin(), schedule.sessions.end(), [&rooms](const Session& session) {
    if (session.every_room) return true;
    return std::any_of(session.rooms.begin(), session.rooms.end(), [&rooms](std::size_t room) {
      return std::find(rooms.begin(), rooms.end(), room) != rooms.end();
    });
  });
}

bool FeedState::incomplete() const {
  return std::any_of(feeds_.begin(), feeds_.end(), [](const Feed& feed) { return !feed.schedule; });
}

DataAge FeedState::age_of(const Good& good, const Moment& moment) {
  if (good.uptime) return {before(moment, moment.uptime - *good.uptime), false};
  // From the future: then that clock was wrong, or this one is.
  if (!good.time || *good.time > moment.now + kSameTime) return {std::nullopt, true};
  return {std::min(*good.time, moment.now), false};
}

DataAge FeedState::age(const Moment& moment) const {
  const bool any_concerns =
      std::any_of(feeds_.begin(), feeds_.end(), [](const Feed& feed) { return feed.concerns_sign; });
  DataAge oldest;
  for (const Feed& feed : feeds_) {
    if (!feed.good || (any_concerns && !feed.concerns_sign)) continue;
    const DataAge age = age_of(*feed.good, moment);
    oldest.unknown = oldest.unknown || age.unknown;
    if (age.as_of && (!oldest.as_of || *age.as_of < *oldest.as_of)) oldest.as_of = age.as_of;
  }
  if (oldest.unknown) oldest.as_of.reset();
  return oldest;
}

std::optional<FeedState::Copy> FeedState::copy(std::size_t feed) const {
  const Feed& wanted = feeds_[feed];
  if (!wanted.bytes || !wanted.good) return std::nullopt;
  return Copy{wanted.bytes, wanted.digest, wanted.good->uptime.value_or(std::chrono::milliseconds(0))};
}

}  // namespace placard
