// SPDX-License-Identifier: MIT
#include "sign/sources/feed_state.hpp"

#include <algorithm>
#include <deque>
#include <utility>

#include "schedule/announced_schedule.hpp"
#include "schedule/merge.hpp"

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
  feed.trouble.rejected_for = feed.quarantine ? feed.quarantine->suspicion.reasons : std::vector<std::string>{};
  feed.trouble.waits_for_room = feed.quarantine && feed.quarantine->suspicion.room_missed_until > moment.now;
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
bool FeedState::update_unchanged(Feed& feed, const Moment& moment) const {
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
    const PlausibilityRules rules{as_called_now(concerns_.rooms), concerns_.event, moment.now, feed.generated};
    auto suspicion = suspicion_of(*feed.schedule, *update.schedule, rules);
    if (!suspicion.reasons.empty()) {
      const auto waits = std::make_shared<const FeedUpdate>(update);
      feed.quarantine = Quarantine{waits, moment.uptime, 1, std::move(suspicion)};
      return false;
    }
    if (stays_outvoted(feed, update, moment)) return false;
  }
  accept(feed, update, moment);
  return true;
}

// One more good poll of what is in quarantine; whether it was taken.
bool FeedState::count_quarantined(Feed& feed, const Moment& moment) const {
  Quarantine& quarantine = *feed.quarantine;
  ++quarantine.polls;
  if (quarantine.suspicion.room_missed_until > moment.now) return false;
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

// What is to be told when `news` takes the place of what is known.
FeedMemory FeedState::learned(const Feed& feed, const Schedule& news, const Moment& moment) const {
  FeedMemory memory;
  // Of another event nothing was cancelled.
  if (feed.schedule->event != news.event) return memory;
  memory.changes = changes_to_announce(feed.memory->changes, *feed.schedule, news, moment.now);
  std::vector<std::string> names = concerns_.rooms;
  names.insert(names.end(), concerns_.everywhere.begin(), concerns_.everywhere.end());
  memory.new_names = new_names(names, feed.memory->new_names, *feed.schedule, news);
  return memory;
}

void FeedState::accept(Feed& feed, const FeedUpdate& update, const Moment& moment) const {
  if (feed.schedule && feed.meaning != update.meaning) {
    feed.memory = std::make_shared<const FeedMemory>(learned(feed, *update.schedule, moment));
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
  std::deque<Schedule> announced;  // each feed's changes before they are merged: what two feeds tell is told once
  for (Feed& feed : feeds_) {
    feed.concerns_sign = feed.schedule && concerns(*feed.schedule);
    if (!feed.schedule) continue;
    const std::vector<FeedChange>& told = feed.memory->changes;
    if (!told.empty()) announced.push_back(with_changes_announced(*feed.schedule, told));
    parts.push_back(told.empty() ? feed.schedule.get() : &announced.back());
  }
  published_ = std::make_shared<const Schedule>(merged(parts));
}

// What waits is asked for again at once, and judged for this sign.
void FeedState::forget_waiting(Feed& feed) {
  feed.quarantine.reset();
  feed.trouble.rejected_for.clear();
  feed.trouble.waits_for_room = false;
}

void FeedState::adopt(std::size_t feed, const FeedState& other, std::size_t other_feed) {
  if (!other.feeds_[other_feed].schedule) return;
  feeds_[feed] = other.feeds_[other_feed];
  if (concerns_.rooms != other.concerns_.rooms) forget_waiting(feeds_[feed]);
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
  adopted.memory =
      restored ? feed.memory : std::make_shared<const FeedMemory>(FeedMemory{{}, adopted.memory->new_names});
  adopted.left_out = adopted.trouble.left_out = update.skipped;
  forget_waiting(adopted);
  adopted.trouble.alternates = false;
  feed = std::move(adopted);
  publish();
}

void FeedState::restore(const FeedUpdate& update, const std::optional<FeedMemory>& memory, const GoodTime& good,
                        const std::string& boot, const Moment& moment) {
  if (update.kind != FeedUpdate::Kind::fresh) return;
  Feed& feed = feeds_[update.feed];
  accept(feed, update, moment);
  if (memory) feed.memory = std::make_shared<const FeedMemory>(*memory);
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
  const auto rooms = rooms_named(schedule, as_called_now(std::move(names)));
  return std::any_of(schedule.sessions.begin(), schedule.sessions.end(), [&rooms](const Session& session) {
    if (session.every_room) return true;
    return std::any_of(session.rooms.begin(), session.rooms.end(), [&rooms](std::size_t room) {
      return std::find(rooms.begin(), rooms.end(), room) != rooms.end();
    });
  });
}

std::vector<std::string> FeedState::as_called_now(std::vector<std::string> names) const {
  const std::vector<std::string> written = names;
  for (const Feed& feed : feeds_) {
    for (const std::string& name : written) {
      const auto now = feed.memory->new_names.find(name);
      if (now == feed.memory->new_names.end()) continue;
      if (std::find(names.begin(), names.end(), now->second) == names.end()) names.push_back(now->second);
    }
  }
  return names;
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
