// SPDX-License-Identifier: MIT
#include "view/rules/now_next.hpp"

#include <algorithm>
#include <tuple>

namespace placard {
namespace {

// Rules 2 and 6: no marker, then a session of the room first, the latest start, the shorter, feed order.
bool goes_before_now(const PlannedSession& a, const PlannedSession& b) {
  return std::make_tuple(a.marker, !a.own, b.start, a.end - a.start, a.order) <
         std::make_tuple(b.marker, !b.own, a.start, b.end - b.start, b.order);
}

// Rule 3: the earliest start, then no marker, a session of the room, the shorter, feed order.
bool goes_before_next(const PlannedSession& a, const PlannedSession& b) {
  return std::make_tuple(a.start, a.marker, !a.own, a.end - a.start, a.order) <
         std::make_tuple(b.start, b.marker, !b.own, b.end - b.start, b.order);
}

void choose_now(NowNext& out, const RoomPlan& plan, const TrackedInstant& at) {
  std::size_t on = 0, elsewhere = 0;
  for (const PlannedSession& planned : plan) {
    if (!takes_place(*planned.session) || !at.is_within(planned.start, planned.end)) continue;
    ++on;
    elsewhere += planned.own ? 0 : 1;
    if (out.now == nullptr || goes_before_now(planned, *out.now)) out.now = &planned;
  }
  if (out.now != nullptr) out.also_elsewhere = elsewhere > (out.now->own ? 0U : 1U);
  out.also_now = on > 0 ? on - 1 : 0;
}

void choose_next(NowNext& out, const RoomPlan& plan, const TrackedInstant& at, NextRule rule) {
  for (const PlannedSession& planned : plan) {
    if (takes_place(*planned.session) && !at.reached(planned.start)) out.upcoming.push_back(&planned);
  }
  const auto is_break = [](const PlannedSession* planned) { return planned->session->is_break; };
  if (rule == NextRule::talks_first && !std::all_of(out.upcoming.begin(), out.upcoming.end(), is_break)) {
    std::erase_if(out.upcoming, is_break);
  }
  const auto before = [](const PlannedSession* a, const PlannedSession* b) { return goes_before_next(*a, *b); };
  // Plans are sorted by start, so that with a day's sessions one after the other it is mostly done.
  if (!std::is_sorted(out.upcoming.begin(), out.upcoming.end(), before)) {
    std::sort(out.upcoming.begin(), out.upcoming.end(), before);
  }
  if (out.upcoming.empty()) return;
  out.next = out.upcoming.front();
  for (const PlannedSession* planned : out.upcoming) {
    if (planned != out.next && planned->start == out.next->start) ++out.also_next;
  }
}

// Of a session that is shown itself, with its printed time beside the new one, or under another entry of the feed, a
// note would say it twice.
bool repeats(const PlannedSession& note, const PlannedSession* shown) {
  if (shown == nullptr || note.session->title != shown->session->title) return false;
  if (!note.session->moved_to.empty()) return false;
  return note.session->now_at.value_or(note.start) == shown->start;
}

bool is_told(const PlannedSession& absent, const PlannedSession* next, const TrackedInstant& at) {
  if (at.reached(absent.start)) return !at.reached(absent.end);
  if (at.reached(absent.start - kAnnouncedAhead)) return true;
  return !absent.session->announced && (next == nullptr || absent.start < next->start);
}

void choose_absent(NowNext& out, const RoomPlan& plan, const TrackedInstant& at) {
  for (const PlannedSession& planned : plan) {
    if (takes_place(*planned.session)) continue;
    if (repeats(planned, out.now) || repeats(planned, out.next)) continue;
    if (is_told(planned, out.next, at)) out.absent.push_back(&planned);
  }
}

}  // namespace

NowNext now_next(const RoomPlan& plan, const TrackedInstant& at, NextRule rule) {
  NowNext out;
  choose_now(out, plan, at);
  choose_next(out, plan, at, rule);
  choose_absent(out, plan, at);
  return out;
}

}  // namespace placard
