// SPDX-License-Identifier: MIT
#include "sign/apply_event.hpp"

#include <iterator>
#include <type_traits>
#include <utility>

#include "sign/conditions.hpp"

namespace placard {
namespace {

using Lines = std::vector<std::string>;
using std::chrono::milliseconds;

void append(Lines& to, Lines more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// Applies one kind of event to knowledge that is to come.
struct Application {
  Knowledge& next;
  CacheSync& cache;
  ConditionLog& log;
  const Moment& moment;
  milliseconds steady;

  Lines operator()(const FeedUpdate& update) const {
    next.apply(update, moment);
    if (update.kind != FeedUpdate::Kind::failed) cache.store_feed(next, update.feed, moment);
    Lines lines = log.note(feed_condition(next.feeds(), update.feed), steady);
    if (update.kind == FeedUpdate::Kind::fresh) append(lines, log.note(zone_condition(update), steady));
    append(lines, log.note(room_condition(next), steady));
    return lines;
  }
  Lines operator()(const OverridesUpdate& update) const {
    next.apply(update, moment);
    cache.store_overrides(next, moment);
    return log.note(overrides_condition(next.overrides()), steady);
  }
  Lines operator()(const CacheWriteResult& result) const {
    return log.note({Topic::cache, 0, result.sentence, ""}, steady);
  }
};

}  // namespace

Lines apply_event(const Event& event, Knowledge& knowledge, CacheSync& cache, ConditionLog& log, const Moment& moment,
                  milliseconds steady) {
  static_assert(std::is_nothrow_move_assignable_v<Knowledge>);
  Knowledge next = knowledge;
  Lines lines = std::visit(Application{next, cache, log, moment, steady}, event);
  knowledge = std::move(next);
  return lines;
}

}  // namespace placard
