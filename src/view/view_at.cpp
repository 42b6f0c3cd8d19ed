// SPDX-License-Identifier: MIT
#include "view/view_at.hpp"

#include <algorithm>

#include "view/plans.hpp"
#include "view/rules/now_next.hpp"
#include "view/session_place.hpp"
#include "view/ticking.hpp"
#include "view/write_texts.hpp"

namespace placard {
namespace {

constexpr int kMostCandidates = 1000;  // for the next change

// What an update of the feed retimed is told as such shortly before either of its times, not days ahead.
bool shows_printed_times(const PlannedSession& planned, const TrackedInstant& at) {
  const Session& session = *planned.session;
  if (!session.retimed || !session.printed_start) return true;
  return at.reached(std::min(planned.start, *session.printed_start) - kAnnouncedAhead);
}

SessionFacts facts_of(const PlannedSession& planned, const TrackedInstant& at) {
  const Session& session = *planned.session;
  SessionFacts facts;
  facts.id = session.id;
  facts.title = session.title;
  facts.start = planned.start;
  facts.end = planned.end;
  facts.end_assumed = planned.end_assumed;
  facts.room = planned.room;
  facts.track = session.track;
  facts.labels = session.labels;
  facts.speakers = session.speakers;
  facts.cancelled = session.cancelled;
  facts.moved_to = session.moved_to;
  const bool printed = shows_printed_times(planned, at);
  facts.printed_start = printed ? session.printed_start.value_or(planned.start) : planned.start;
  facts.printed_end = printed ? session.printed_end.value_or(planned.end) : planned.end;
  facts.printed_end_assumed = printed && session.printed_end ? session.printed_end_assumed : planned.end_assumed;
  facts.now_at = session.now_at;
  facts.full = session.full;
  facts.for_every_room = session.every_room;
  facts.said_delayed = session.delayed;
  return facts;
}

// An input with all that staff say at one instant, and the instant from which they say something else.
struct TimedInput {
  ViewInput input;
  std::optional<Instant> until;
};

// While the clock proves nothing only what staff say without limits of time counts.
TimedInput input_at(const ViewInput& usual, Instant at) {
  if (!usual.staff) return {usual, {}};
  const auto entries = usual.evidence.clock == ClockState::known ? Entries::all : Entries::without_times;
  InForce in_force = usual.staff->at({usual.sign, usual.rooms}, entries, at);
  TimedInput timed{usual, in_force.until};
  timed.input.schedule = std::move(in_force.schedule);
  timed.input.messages = std::move(in_force.says.messages);
  timed.input.replacement = std::move(in_force.says.replacement);
  timed.input.room_full = in_force.says.room_full;
  timed.input.full_rooms = std::move(in_force.says.full_rooms);
  return timed;
}

SessionFacts shown_facts(const ViewInput& input, const Plans& plans, const PlannedSession& planned,
                         const TrackedInstant& at) {
  SessionFacts facts = facts_of(planned, at);
  facts.place = place_text(*input.schedule, plans.here, planned);
  return facts;
}

void decide_facts(View& view, const ViewInput& input, const Plans& plans, const NowNext& chosen,
                  const TrackedInstant& at) {
  const bool may_claim_now = view.freshness != Freshness::old;
  if (chosen.now != nullptr && may_claim_now) {
    view.now = shown_facts(input, plans, *chosen.now, at);
    view.also_now = chosen.also_now;
    view.also_elsewhere = chosen.also_elsewhere;
  }
  if (chosen.next != nullptr) view.next = shown_facts(input, plans, *chosen.next, at);
  view.also_next = chosen.also_next;
  for (const PlannedSession* planned : chosen.absent) view.absent.push_back(facts_of(*planned, at));
  if (!view.now && may_claim_now) {
    const NowNext elsewhere = now_next(plans.everywhere, at);
    if (elsewhere.now != nullptr) view.elsewhere = facts_of(*elsewhere.now, at);
  }
  if (view.now) {
    view.state = RoomStatus::now;
  } else if (view.next) {
    view.state = RoomStatus::gap;
  } else {
    view.state = plans.room.empty() ? RoomStatus::empty : RoomStatus::over;
  }
}

// No seats here: people look for something else that is about to start.
void decide_alternatives(View& view, const Plans& plans, const TrackedInstant& at) {
  const SessionFacts* shown = view.now ? &*view.now : view.next ? &*view.next : nullptr;
  if (shown == nullptr || !shown->full || view.freshness == Freshness::old) return;
  const auto begins_later = [](Instant instant, const PlannedSession& planned) { return instant < planned.start; };
  auto other = std::upper_bound(plans.others.begin(), plans.others.end(), at.untracked(), begins_later);
  // The first that begins too late tells when the answer is another one.
  for (; other != plans.others.end() && at.is_within(other->start - kSoon, other->start); ++other) {
    if (takes_place(*other->session) && !other->session->full) view.alternatives.push_back(facts_of(*other, at));
  }
}

void decide_fullness(View& view, const ViewInput& input) {
  if (!input.room_full) return;
  // Once people leave what is on, there are seats again. What is on for every room fills none.
  if (view.now && !view.now->for_every_room) {
    view.now->full = true;
  } else if (view.next) {
    view.next->full = true;
  }
}

void decide_countdown(View& view, const ViewInput& input, const TrackedInstant& at) {
  if (view.layout != Layout::countdown) return;
  if (view.now) {
    if (view.now->end_assumed) return;  // nobody knows how much is left
    view.countdown = countdown_to_end(view.now->start, view.now->end, at, input.countdown);
  } else if (view.next && view.freshness != Freshness::old) {
    view.countdown = countdown_to_start(view.next->start, at);
  }
}

void decide_messages(View& view, const ViewInput& input, const TrackedInstant& at) {
  view.messages = input.messages;
  view.replacement = input.replacement;
  if (input.evidence.clock == ClockState::unknown) return;  // it was told by the same clock
  if (std::holds_alternative<AsAsked>(input.messages_age)) view.messages_as_of = at.untracked();
  if (const auto* as_of = std::get_if<AsOf>(&input.messages_age)) view.messages_as_of = as_of->time;
}

// A takeover is for whoever is still here.
void decide_night(View& view, const ViewInput& input, const TrackedInstant& at) {
  const bool taken_over = !view.messages.empty() && view.messages.front().level == MessageLevel::takeover;
  // Nor can a sign that does not know the time tell night from day.
  const bool cannot_tell = taken_over || input.evidence.clock == ClockState::unknown;
  if (!input.open || cannot_tell || is_open(*input.open, input.times.zone, at)) return;
  view.night = input.at_night;
}

// Nobody is told anything by a black glass, so neither is whoever asks what it says.
SignTexts texts_of_blank(const View& view) {
  SignTexts texts;
  texts.header.room = view.room;
  texts.main.headline = "The glass is blank: the venue is closed";
  return texts;
}

bool is_over(const ViewInput& input, const Plans& plans, const TrackedInstant& at) {
  // What counts as read at the instant asked for is live, whatever it says (design, section 1).
  return !std::holds_alternative<AsAsked>(input.evidence.age) && plans.event_end && at.reached(*plans.event_end);
}

// What counts as read at whatever instant is asked for never ages.
Freshness freshness_by_age(const View& view, const ViewInput& input, const TrackedInstant& at) {
  if (std::holds_alternative<AsAsked>(input.evidence.age)) return Freshness::live;
  return view.data_as_of ? freshness(view.data_as_of, at, input.fresh, input.poll) : Freshness::old;
}

void decide_freshness(View& view, const ViewInput& input, const Plans& plans, const TrackedInstant& at) {
  if (input.schedule == nullptr) return;
  if (std::holds_alternative<NeverRead>(input.evidence.age)) return;
  if (std::holds_alternative<AsAsked>(input.evidence.age)) view.data_as_of = at.untracked();
  if (const auto* as_of = std::get_if<AsOf>(&input.evidence.age)) view.data_as_of = as_of->time;
  // Part of a programme proves nothing about a room it does not name, and is never live.
  if (input.evidence.coverage == Coverage::partial && plans.room.empty()) return;
  if (input.evidence.clock == ClockState::unknown) {
    view.freshness = Freshness::no_clock;
    view.data_as_of.reset();  // it was told by the same clock
    return;
  }
  view.freshness = freshness_by_age(view, input, at);
  const bool partial = input.evidence.coverage == Coverage::partial;
  if (partial && view.freshness == Freshness::live) view.freshness = Freshness::aging;
  // What is old proves nothing, not even that all is over.
  view.event_over = view.freshness != Freshness::old && is_over(input, plans, at);
  if (view.event_over) view.freshness = Freshness::old;
}

bool knows_what_is_on(const View& view) {
  return view.freshness != Freshness::no_data && view.freshness != Freshness::no_clock;
}

// Everything but its own instant and those of the next change: whoever decides here has `at` to ask, and nothing else.
View view_of_plans(const ViewInput& input, const Plans& plans, const TrackedInstant& at) {
  View view;
  view.sign = input.sign;
  view.room = input.rooms.empty() ? "" : input.rooms.front();
  decide_freshness(view, input, plans, at);
  view.layout = layout_in_effect(input.layout, plans.room, at);
  NowNext chosen;
  if (knows_what_is_on(view)) {
    chosen = now_next(plans.room, at, input.next_rule);
    decide_facts(view, input, plans, chosen, at);
  }
  decide_fullness(view, input);
  decide_alternatives(view, plans, at);
  decide_countdown(view, input, at);
  decide_messages(view, input, at);
  decide_night(view, input, at);
  view.texts = view.night == Night::blank ? texts_of_blank(view) : texts_for(input, view, plans, chosen, at);
  return view;
}

// From `candidate` on, the first instant at which the view is no longer `still`, if the input counts until then.
std::optional<Instant> change_from(Instant candidate, const TimedInput& timed, const Plans& plans, const View& still) {
  for (int tried = 0; candidate < timed.until.value_or(Instant::max()); ++tried) {
    const TrackedInstant at(candidate);
    // Should answers flip for ever without a word of the view differing, a change too early does no harm.
    if (tried == kMostCandidates || without_ticking(view_of_plans(timed.input, plans, at)) != still) return candidate;
    candidate = at.valid_until();
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(RoomStatus state) {
  switch (state) {
    case RoomStatus::now:
      return "now";
    case RoomStatus::gap:
      return "gap";
    case RoomStatus::over:
      return "over";
    case RoomStatus::empty:
      return "empty";
    case RoomStatus::unknown:
      break;
  }
  return "unknown";
}

View view_at(const ViewInput& input, Instant at) {
  TimedInput timed = input_at(input, at);
  auto plans = plans_of(timed.input);
  const TrackedInstant asked(at);
  View view = view_of_plans(timed.input, *plans, asked);
  view.at = at;
  const View still = without_ticking(view);
  Instant tick = next_tick(view);
  const Instant minute = std::chrono::ceil<std::chrono::minutes>(tick);
  // A time left that is too long to be said, or a progress too slow to be seen, ticks unseen: then the clock is first.
  if (tick != minute && view_of_plans(timed.input, *plans, tick).texts == view.texts) tick = minute;
  view.next_change = change_from(asked.valid_until(), timed, *plans, still);
  while (!view.next_change && timed.until) {
    const Instant from = *timed.until;
    timed = input_at(input, from);
    plans = plans_of(timed.input);
    view.next_change = change_from(from, timed, *plans, still);
  }
  view.next_repaint = view.next_change ? std::min(tick, *view.next_change) : tick;
  if (view.night == Night::blank) view.next_repaint = view.next_change;
  return view;
}

View attention_view(const std::string& room, const std::string& sentence, const TimeStyle& times, Instant at) {
  View view;
  view.room = room;
  view.at = at;
  view.texts.header.room = room;
  view.texts.header.clock = time_of_day(times, at);
  view.texts.main.headline = "This sign needs attention";
  view.texts.main.note = sentence;
  view.next_repaint = next_tick(view);
  return view;
}

}  // namespace placard
