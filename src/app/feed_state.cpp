// SPDX-License-Identifier: MIT
#include "app/feed_state.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "schedule/merge.hpp"
#include "schedule/suspicion.hpp"

namespace placard {
namespace {

std::string failure_sentence(const FeedNews& news) {
  return news.problems.empty() ? "The feed could not be read." : to_sentence(news.problems.back());
}

std::string held_back_sentence(const std::vector<std::string>& reasons) {
  return fmt::format("The feed was read, but {}: the schedule before stays until the same feed was read {} times.",
                     fmt::join(reasons, ", and "), kPollsHeldBack);
}

// Sub-second parts of an age count as a whole second: never fresher than the truth.
Instant before(Instant now, std::chrono::milliseconds span) {
  return now - std::chrono::ceil<seconds>(span);
}

}  // namespace

FeedState::Taken FeedState::apply(const FeedNews& news, const Moment& moment) {
  Feed& feed = feeds_[news.feed];
  Taken taken;
  switch (news.kind) {
    case FeedNews::Kind::failed:
      break;
    case FeedNews::Kind::unchanged:
      if (feed.held) {
        taken.keep = count_held(news.feed, moment);
      } else if (feed.good) {
        feed.good = Good{moment.uptime, {}};
      }
      break;
    case FeedNews::Kind::fresh:
      taken.keep = hear_fresh(news.feed, news, moment);
      break;
  }
  std::string health = news.kind == FeedNews::Kind::failed ? failure_sentence(news) : feed.document_health;
  if (news.kind != FeedNews::Kind::failed && feed.held) health = feed.held->why;
  if (health == feed.health) return taken;
  feed.health = health;
  taken.log.push_back(health.empty() ? "The feed is read well again." : health);
  return taken;
}

// Whether other bytes were taken.
bool FeedState::hear_fresh(std::size_t index, const FeedNews& news, const Moment& moment) {
  Feed& feed = feeds_[index];
  if (feed.schedule && news.digest == feed.digest) {
    feed.held.reset();
    feed.good = Good{moment.uptime, {}};
    return false;
  }
  if (feed.held && feed.held->news.digest == news.digest) return count_held(index, moment);
  feed.held.reset();
  if (feed.schedule) {
    const auto reasons = suspicions(*feed.schedule, *news.schedule, {concerns_.rooms, concerns_.event, moment.now});
    if (!reasons.empty()) {
      feed.held = HeldBack{news, moment.uptime, 1, held_back_sentence(reasons)};
      return false;
    }
  }
  take(index, news, moment);
  return true;
}

// One more good poll of the bytes held back; whether they were taken.
bool FeedState::count_held(std::size_t index, const Moment& moment) {
  HeldBack& held = *feeds_[index].held;
  ++held.polls;
  if (held.polls < kPollsHeldBack || moment.uptime - held.since < kHeldBack) return false;
  take(index, FeedNews(held.news), moment);
  return true;
}

void FeedState::take(std::size_t index, const FeedNews& news, const Moment& moment) {
  Feed next = feeds_[index];
  const bool same_event = next.schedule && next.schedule->event == news.schedule->event;
  if (next.schedule && *next.schedule != *news.schedule) {
    // Of another event nothing was cancelled.
    next.changes = same_event ? changes_to_tell(next.changes, *next.schedule, *news.schedule, moment.now)
                              : std::vector<FeedChange>{};
  }
  next.schedule = news.schedule;
  next.bytes = news.bytes;
  next.digest = news.digest;
  next.good = Good{moment.uptime, {}};
  next.held.reset();
  next.document_health = left_out_sentence(news.skipped);
  put(index, std::move(next));
}

// All or nothing, should memory run out. Copies every session; for thousands of them that is a few milliseconds, once a
// change.
void FeedState::put(std::size_t index, Feed next) {
  next.concerns_sign = next.schedule && concerns(*next.schedule);
  std::vector<const Schedule*> parts;
  std::vector<FeedChange> changes;
  for (std::size_t i = 0; i < feeds_.size(); ++i) {
    const Feed& feed = i == index ? next : feeds_[i];
    if (feed.schedule) parts.push_back(feed.schedule.get());
    changes.insert(changes.end(), feed.changes.begin(), feed.changes.end());
  }
  Schedule published = with_changes_told(merged(parts), changes);
  feeds_[index] = std::move(next);
  published_ = std::move(published);
}

void FeedState::adopt(std::size_t feed, const FeedState& other, std::size_t other_feed) {
  if (other.feeds_[other_feed].schedule) put(feed, other.feeds_[other_feed]);
}

void FeedState::restore(const FeedNews& news, const GoodTime& good, const std::string& boot, const Moment& moment) {
  if (news.kind != FeedNews::Kind::fresh) return;
  take(news.feed, news, moment);
  Feed& feed = feeds_[news.feed];
  feed.good = Good{};
  feed.good->time = good.time;
  if (!boot.empty() && good.boot == boot && good.uptime <= moment.uptime) feed.good->uptime = good.uptime;
  feed.health = feed.document_health;
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
  if (good.uptime) return {before(moment.now, moment.uptime - *good.uptime), false};
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
  return Copy{wanted.bytes, wanted.good->uptime.value_or(std::chrono::milliseconds(0))};
}

}  // namespace placard
