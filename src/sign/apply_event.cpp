// SPDX-License-Identifier: MIT
#include "sign/apply_event.hpp"

#include <iterator>
#include <utility>

#include "base/text/overloaded.hpp"
#include "sign/conditions.hpp"
#include "view/view_at.hpp"

namespace placard {
namespace {

using Lines = std::vector<std::string>;

void append(Lines& to, Lines more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// What waits may be taken by an answer that says nothing new.
bool has_one_waiting(const FeedTrouble& trouble) {
  return !trouble.rejected_for.empty() || trouble.alternates;
}

}  // namespace

bool takes_long(const Event& event, const Knowledge& knowledge) {
  using FeedKind = FeedUpdate::Kind;
  using OverridesKind = OverridesUpdate::Kind;
  return std::visit(overloaded{[&knowledge](const FeedUpdate& update) {
                                 return update.kind == FeedKind::fresh ||
                                        (update.kind == FeedKind::unchanged &&
                                         has_one_waiting(knowledge.feeds().trouble(update.feed)));
                               },
                               [](const OverridesUpdate& update) {
                                 return update.kind == OverridesKind::fresh || update.kind == OverridesKind::missing;
                               },
                               [](const CacheWriteResult&) { return false; }},
                    event);
}

void apply(const Event& event, Knowledge& next, const Moment& moment) {
  const Knowledge before = next;
  std::visit(
      overloaded{[&](const FeedUpdate& update) { next.apply(update, moment); },
                 [&](const OverridesUpdate& update) { next.apply(update, moment); }, [](const CacheWriteResult&) {}},
      event);
  // What the view works out is remembered. What is shared with others is theirs.
  if (!next.shares_schedule_with(before)) static_cast<void>(view_at(next.at(moment), next.now(moment)));
}

Lines record(const Event& event, const Knowledge& next, CacheSync& cache, ConditionLog& log, const Moment& moment,
             std::chrono::milliseconds steady) {
  return std::visit(overloaded{[&](const FeedUpdate& update) {
                                 if (update.kind != FeedUpdate::Kind::failed)
                                   cache.store_feed(next, update.feed, moment);
                                 Lines lines = log.note(feed_condition(next.feeds(), update.feed), steady);
                                 if (update.kind == FeedUpdate::Kind::fresh)
                                   append(lines, log.note(zone_condition(update), steady));
                                 append(lines, log.note(no_zone_condition(next), steady));
                                 append(lines, log.note(room_condition(next), steady));
                                 return lines;
                               },
                               [&](const OverridesUpdate&) {
                                 cache.store_overrides(next, moment);
                                 return log.note(overrides_condition(next.overrides()), steady);
                               },
                               [&](const CacheWriteResult& result) {
                                 cache.note_written(result.bytes, moment);
                                 return log.note({Topic::cache, 0, result.sentence, ""}, steady);
                               }},
                    event);
}

}  // namespace placard
