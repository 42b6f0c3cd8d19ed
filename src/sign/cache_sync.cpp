// SPDX-License-Identifier: MIT
#include "sign/cache_sync.hpp"

#include <iterator>
#include <utility>

#include "base/os/digest.hpp"
#include "sign/documents.hpp"
#include "sign/sources/polled_sources.hpp"
#include "sign/sources/source_identity.hpp"

namespace placard {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kGoodTimeEvery = std::chrono::hours(1);

GoodTime good_time(const Knowledge& knowledge, milliseconds good_at, const Moment& moment) {
  GoodTime good;
  if (knowledge.clock_state(moment) == ClockState::known) {
    good.time = knowledge.now(moment) - std::chrono::ceil<seconds>(moment.uptime - good_at);
    good.vouched = knowledge.clock_vouched(moment);
    good.synchronised = knowledge.clock_synchronised_at(moment);
  }
  good.boot = knowledge.rules().boot;
  good.uptime = good_at;
  return good;
}

bool same_bytes(const std::shared_ptr<const std::string>& a, const std::shared_ptr<const std::string>& b) {
  return a == b || (a && b && *a == *b);
}

}  // namespace

std::vector<std::string> CacheSync::restore(Knowledge& knowledge, const CacheFolder& folder, const MayRead& may_read,
                                            const Moment& moment, SourceSet which, const std::function<void()>& taken) {
  std::vector<std::string> sentences;
  const auto append = [&sentences](std::vector<std::string> more) {
    sentences.insert(sentences.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  const Settings& settings = knowledge.venue()->settings;
  overrides_.reset();
  for (std::size_t i = 0; i < settings.feeds.size(); ++i) {
    const std::string identity = feed_identity(settings, i, knowledge.rules().read_on());
    RestoredFeed found = read_cached_feed(folder, identity, may_read, settings, i);
    append(std::move(found.sentences));
    for (const GoodTime& good : found.times) knowledge.note_good_time(good, moment);
    for (const RestoredCopy& copy : found.copies) {
      const CrashMark mark = may_read(copy.update.digest, name_of_feed(settings, i));
      knowledge.restore(copy.update, copy.memory, copy.good, moment);
      feeds_[identity].bytes = copy.update.bytes;
    }
    taken();
  }
  if (which == SourceSet::feeds_and_overrides) append(restore_overrides(knowledge, folder, may_read, moment));
  taken();
  return sentences;
}

std::vector<std::string> CacheSync::restore_overrides(Knowledge& knowledge, const CacheFolder& folder,
                                                      const MayRead& may_read, const Moment& moment) {
  const Settings& settings = knowledge.venue()->settings;
  if (settings.overrides.empty()) return {};
  const std::string identity = overrides_identity(settings, knowledge.rules().read_on());
  const std::string file = cache_file("overrides", identity);
  auto found = folder.read(file, identity);
  for (const CachedCopy& copy : found.copies) knowledge.note_good_time(copy.good, moment);
  for (const CachedCopy& copy : found.copies) {
    const CrashMark mark = may_read(sha256(copy.bytes), name_of_overrides(settings));
    if (!mark) continue;
    knowledge.restore_overrides(copy.bytes, copy.notes, moment);
    overrides_ = knowledge.overrides().bytes();
    if (&copy != &found.copies.front()) folder.give_way(file);
    break;
  }
  return std::move(found.sentences);
}

void CacheSync::store_feed(const Knowledge& knowledge, std::size_t feed, const Moment& moment) {
  const auto copy = knowledge.feeds().copy(feed);
  if (!copy || !write_) return;
  const std::string identity = feed_identity(knowledge.venue()->settings, feed, knowledge.rules().read_on());
  Stored& stored = feeds_[identity];
  if (same_bytes(stored.bytes, copy->bytes)) return store_good_time(knowledge, identity, *copy, moment);
  // What is over the budget is written at a later poll, if it is still shown then.
  if (!budget_.allows(moment.uptime)) return;
  write_(cache_file("feed", identity), {identity, good_time(knowledge, copy->good_at, moment),
                                        kept_text(knowledge.feeds().memory(feed)), *copy->bytes});
  stored = {copy->bytes, moment.uptime};
}

void CacheSync::store_good_time(const Knowledge& knowledge, const std::string& identity, const FeedState::Copy& copy,
                                const Moment& moment) {
  auto& last = feeds_[identity].good_time;
  if (copy.good_at != moment.uptime || (last && moment.uptime - *last < kGoodTimeEvery)) return;
  write_(cache_file("good", identity), {identity, good_time(knowledge, copy.good_at, moment), copy.digest, ""});
  last = moment.uptime;
}

void CacheSync::store_overrides(const Knowledge& knowledge, const Moment& moment) {
  const Settings& settings = knowledge.venue()->settings;
  const OverrideState& overrides = knowledge.overrides();
  if (!write_ || settings.overrides.empty() || !overrides.readable()) return;
  if (same_bytes(overrides_, overrides.bytes())) return;
  const std::string identity = overrides_identity(settings, knowledge.rules().read_on());
  write_(cache_file("overrides", identity),
         {identity, good_time(knowledge, moment.uptime, moment), overrides.first_reads(knowledge.clock_state(moment)),
          overrides.bytes() ? *overrides.bytes() : ""});
  overrides_ = overrides.bytes();
}

}  // namespace placard
