// SPDX-License-Identifier: MIT
#include "sign/sources/feed_state.hpp"

#include <algorithm>
#include <utility>

#include "schedule/announced_schedule.hpp"
#include "schedule/merge.hpp"
#include "schedule/plausibility.hpp"

namespace placard {
namespace {

// Sub-second parts of an age count as a whole second: never fresher than the truth. The same at every look.
Instant before(const Moment& moment, std::chrono::milliseconds span) {
  return std::chrono::floor<seconds>(moment.now + moment.part - span);
}

}  // namespace

void FeedState::apply(const FeedUpdate& update, const Moment& moment) {
  Feed& feed = feeds_[update.feed];
  const bool changed = update_feed(feed, update, moment);
  const bool is_failure = update.kind == FeedUpdate::Kind::failed;
  feed.trouble.failure.reset();
  if (is_failure) feed.trouble.failure = update.problems.empty() ? Problem{} : update.problems.back();
  feed.trouble.rejected_for = feed.quarantine ? feed.quarantine->reasons : std::vector<std::string>{};
  feed.trouble.alternates = feed.recent.alternate();
  feed.trouble.left_out = feed.left_out;
  if (changed) publish();
}

// Whether something else was taken.
bool FeedState::update_feed(Feed& feed, const FeedUpdate& update, const Moment& moment) const {
  switch (update.kind) {
    case FeedUpdate::Kind::failed:
      return false;
    case FeedUpdate::Kind::fresh:
      feed.recent.add(update.meaning, update.made);
      return update_fresh(feed, update, moment);
    case FeedUpdate::Kind::unchanged:
      break;
  }
  feed.recent.add_same();
  return update_unchanged(feed, moment);
}

// The same bytes as the last time, whatever became of them.
bool FeedState::update_unchanged(Feed& feed, const Moment& moment) {
  if (feed.quarantine) return count_quarantined(feed, moment);
  if (feed.outvoted) {
    const auto update = feed.outvoted;
    if (stays_outvoted(feed, *update, moment)) return false;
    accept(feed, *update, moment);
    return true;
  }
  if (feed.good) feed.good = Good{moment.uptime, {}};
  return false;
}

bool FeedState::update_fresh(Feed& feed, const FeedUpdate& update, const Moment& moment) const {
  feed.outvoted.reset();
  if (feed.schedule && update.meaning == feed.meaning) {
    feed.quarantine.reset();
    feed.good = Good{moment.uptime, {}};
    feed.generated = std::max(feed.generated, update.schedule->generated_at);
    feed.made = std::max(feed.made, update.made);
    feed.left_out = update.skipped;
    return false;
  }
  if (feed.quarantine && feed.quarantine->update->meaning == update.meaning) {
    feed.quarantine->update = std::make_shared<const FeedUpdate>(update);
    return count_quarantined(feed, moment);
  }
  feed.quarantine.reset();
  if (feed.schedule) {
    const PlausibilityRules rules{concerns_.rooms, concerns_.event, moment.now, feed.generated};
    const auto reasons = rejection_reasons(*feed.schedule, *update.schedule, rules);
    if (!reasons.empty()) {
      feed.quarantine = Quarantine{std::make_shared<const FeedUpdate>(update), moment.uptime, 1, reasons};
      return false;
    }
    if (stays_outvoted(feed, update, moment)) return false;
  }
  accept(feed, update, moment);
  return true;
}

// One more good poll of what is in quarantine; whether it was taken.
bool FeedState::count_quarantined(Feed& feed, const Moment& moment) {
  Quarantine& quarantine = *feed.quarantine;
  ++quarantine.polls;
  if (quarantine.polls < kQuarantinePolls || moment.uptime - quarantine.since < kQuarantineTime) return false;
  // An edge of the server that lags behind is asked three times in a row by chance.
  if (feed.recent.alternate()) return false;
  accept(feed, FeedUpdate(*quarantine.update), moment);
  return true;
}

// Whether an answer that came before, and comes again in turn with what is shown, has to wait.
bool FeedState::stays_outvoted(Feed& feed, const FeedUpdate& update, const Moment& moment) {
  feed.outvoted.reset();
  if (!feed.recent.alternate() || !feed.recent.last_came_before()) return false;
  const auto& shown = feed.made;
  const auto& answer = update.made;
  const bool both_tell = shown && answer && *shown != *answer && !feed.recent.tell_their_own_time() &&
                         std::max(*shown, *answer) <= moment.now + kSameTime;
  const bool newer = both_tell ? *answer > *shown : feed.recent.count(update.meaning) > feed.recent.count(feed.meaning);
  if (newer) return false;
  feed.outvoted = std::make_shared<const FeedUpdate>(update);
  return true;
}

void FeedState::accept(Feed& feed, const FeedUpdate& update, const Moment& moment) {
  const bool same_event = feed.schedule && feed.schedule->event == update.schedule->event;
  if (feed.schedule && feed.meaning != update.meaning) {
    // Of another event nothing was cancelled.
    auto changes = same_event ? changes_to_announce(*feed.changes, *feed.schedule, *update.schedule, moment.now)
                              : std::vector<FeedChange>{};
    feed.changes = std::make_shared<const std::vector<FeedChange>>(std::move(changes));
  }
  feed.schedule = update.schedule;
  feed.bytes = update.bytes;
  feed.digest = update.digest;
  feed.meaning = update.meaning;
  feed.generated = update.schedule->generated_at;
  feed.made = update.made;
  feed.good = Good{moment.uptime, {}};
  feed.quarantine.reset();
  feed.left_out = update.skipped;
}

// Copies every session.
void FeedState::publish() {
  std::vector<const Schedule*> parts;
  std::vector<FeedChange> changes;
  for (Feed& feed : feeds_) {
    feed.concerns_sign = feed.schedule && concerns(*feed.schedule);
    if (feed.schedule) parts.push_back(feed.schedule.get());
    changes.insert(changes.end(), feed.changes->begin(), feed.changes->end());
  }
  published_ = std::make_shared<const Schedule>(with_changes_announced(merged(parts), changes));
}

void FeedState::adopt(std::size_t feed, const FeedState& other, std::size_t other_feed) {
  if (!other.feeds_[other_feed].schedule) return;
  feeds_[feed] = other.feeds_[other_feed];
  publish();
}

void FeedState::adopt_as(const FeedUpdate& update, const FeedState& other, std::size_t other_feed) {
  if (update.kind != FeedUpdate::Kind::fresh) return;
  Feed adopted = other.feeds_[other_feed];
  Feed& feed = feeds_[update.feed];
  const bool restored = feed.schedule && feed.digest == update.digest;
  adopted.schedule = restored ? feed.schedule : update.schedule;
  adopted.meaning = restored ? feed.meaning : update.meaning;
  adopted.recent = RecentAnswers();
  adopted.outvoted.reset();
  adopted.changes = restored ? feed.changes : std::make_shared<const std::vector<FeedChange>>();
  adopted.left_out = adopted.trouble.left_out = update.skipped;
  adopted.quarantine.reset();
  adopted.trouble.rejected_for.clear();
  adopted.trouble.alternates = false;
  feed = std::move(adopted);
  publish();
}

void FeedState::restore(const FeedUpdate& update, const GoodTime& good, const std::string& boot, const Moment& moment) {
  if (update.kind != FeedUpdate::Kind::fresh) return;
  Feed& feed = feeds_[update.feed];
  accept(feed, update, moment);
  feed.good = Good{};
  feed.good->time = good.time;
  if (!boot.empty() && good.boot == boot && good.uptime <= moment.uptime) feed.good->uptime = good.uptime;
  feed.trouble.left_out = feed.left_out;
  publish();
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

Coverage FeedState::coverage() const {
  const bool all = std::all_of(feeds_.begin(), feeds_.end(), [](const Feed& feed) { return feed.schedule != nullptr; });
  return all ? Coverage::complete : Coverage::partial;
}

DataAge FeedState::age_of(const Good& good, const Moment& moment) {
  if (good.uptime) return AsOf{before(moment, moment.uptime - *good.uptime)};
  // From the future: then that clock was wrong, or this one is.
  if (!good.time || *good.time > moment.now + kSameTime) return AgeUnknown{};
  return AsOf{std::min(*good.time, moment.now)};
}

DataAge FeedState::age(const Moment& moment) const {
  const bool any_concerns =
      std::any_of(feeds_.begin(), feeds_.end(), [](const Feed& feed) { return feed.concerns_sign; });
  DataAge oldest = NeverRead{};
  for (const Feed& feed : feeds_) {
    if (!feed.good || (any_concerns && !feed.concerns_sign)) continue;
    const DataAge age = age_of(*feed.good, moment);
    if (std::holds_alternative<AgeUnknown>(age)) return age;
    const auto* known = std::get_if<AsOf>(&oldest);
    if (known == nullptr || std::get<AsOf>(age).time < known->time) oldest = age;
  }
  return oldest;
}

std::optional<FeedState::Copy> FeedState::copy(std::size_t feed) const {
  const Feed& wanted = feeds_[feed];
  if (!wanted.bytes || !wanted.good) return std::nullopt;
  return Copy{wanted.bytes, wanted.digest, wanted.good->uptime.value_or(std::chrono::milliseconds(0))};
}

}  // namespace placard
