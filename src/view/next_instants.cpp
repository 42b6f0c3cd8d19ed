// SPDX-License-Identifier: MIT
#include "view/next_instants.hpp"

#include <algorithm>

#include "view/write_texts.hpp"

namespace placard {
namespace {

using namespace std::chrono_literals;

void add_boundaries(std::vector<Instant>& out, const RoomPlan& plan) {
  for (const PlannedSession& planned : plan) {
    out.push_back(planned.start);
    out.push_back(planned.end);
  }
}

// "Tomorrow" becomes today, a date becomes a weekday: at the midnights of the week before a session. And a room that
// had a session today has had none today from the midnight after it.
void add_midnights(std::vector<Instant>& out, const TimeStyle& times, const RoomPlan& plan, Instant at) {
  out.push_back(times.zone.midnight(at, 1));
  for (const PlannedSession& planned : plan) {
    if (planned.start <= at) {
      if (planned.end > at) out.push_back(times.zone.midnight(planned.end, 1));
      continue;
    }
    for (int days = -7; days <= 0; ++days) out.push_back(times.zone.midnight(planned.start, days));
  }
}

// "until Sunday 9:30 AM" loses its day at the midnight before it, and gains it a week before.
void add_midnights_before_ends(std::vector<Instant>& out, const TimeStyle& times, const RoomPlan& everywhere) {
  for (const PlannedSession& planned : everywhere) {
    if (times.zone.midnight(planned.end, 0) <= planned.start) continue;
    for (int days = -7; days <= 0; ++days) out.push_back(times.zone.midnight(planned.end, days));
  }
}

// Phases, and the hour from which a start is counted down to.
void add_countdown_steps(std::vector<Instant>& out, const ViewInput& input, const RoomPlan& plan) {
  if (input.layout == Layout::room) return;
  for (const PlannedSession& planned : plan) {
    out.push_back(planned.end - input.countdown.warning);
    out.push_back(planned.end - input.countdown.danger);
    out.push_back(planned.start - 1h);
    out.push_back(planned.start - 1h + 1s);
  }
}

void add_absences(std::vector<Instant>& out, const RoomPlan& plan) {
  for (const PlannedSession& planned : plan) {
    if (!takes_place(*planned.session)) out.push_back(planned.start - kOnTheWay);
    if (planned.session->announced) out.push_back(planned.start - kAnnouncedAhead);
    if (!planned.session->retimed || !planned.session->printed_start) continue;
    out.push_back(std::min(planned.start, *planned.session->printed_start) - kAnnouncedAhead);
  }
}

void add_alternatives(std::vector<Instant>& out, const RoomPlan& others) {
  for (const PlannedSession& planned : others) {
    out.push_back(planned.start);
    out.push_back(planned.start - kSoon);
  }
}

void add_freshness_steps(std::vector<Instant>& out, const ViewInput& input) {
  const auto* as_of = std::get_if<AsOf>(&input.evidence.age);
  if (as_of == nullptr) return;
  for (const seconds age : {aging_age(input.fresh, input.poll), input.fresh.stale, input.fresh.old}) {
    out.push_back(as_of->time + age + 1s);
  }
}

}  // namespace

std::vector<Instant> possible_changes(const ViewInput& input, const PlansOfView& plans, Instant at) {
  std::vector<Instant> out;
  add_boundaries(out, plans.room);
  add_boundaries(out, plans.everywhere);
  add_absences(out, plans.room);
  add_alternatives(out, plans.others);
  add_midnights(out, input.times, plans.room, at);
  add_midnights_before_ends(out, input.times, plans.everywhere);
  add_countdown_steps(out, input, plans.room);
  add_freshness_steps(out, input);
  if (plans.event_end) out.push_back(*plans.event_end);
  if (input.open) {
    for (const Instant instant : openings_and_closings(*input.open, input.times.zone, at)) out.push_back(instant);
  }
  std::erase_if(out, [at](Instant instant) { return instant <= at; });
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Instant next_tick(const View& view) {
  if (view.countdown) return view.at + 1s;
  const auto since_minute = view.at - std::chrono::floor<std::chrono::minutes>(view.at);
  // Every offset in use is a whole number of minutes, so the venue's minutes begin with UTC's.
  Instant tick = view.at - since_minute + 60s;
  const auto add = [&](Instant deadline) {
    if (deadline <= view.at) return;
    const seconds rest = (deadline - view.at) % 60;
    tick = std::min(tick, view.at + (rest == 0s ? seconds(60) : rest));
  };
  if (view.now) {
    add(view.now->end);
  } else if (view.next) {
    add(view.next->start);
  }
  return tick;
}

View without_ticking(View view) {
  view.at = Instant{};
  view.data_as_of.reset();
  view.next_change.reset();
  view.next_repaint.reset();
  view.texts.clock.clear();
  view.texts.time_left.clear();
  view.texts.progress.reset();
  if (view.countdown) {
    view.countdown->left = 0s;
    view.countdown->text.clear();
    view.texts.count.clear();
  }
  return view;
}

}  // namespace placard
