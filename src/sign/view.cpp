// SPDX-License-Identifier: MIT
#include "sign/view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sign/next_instants.hpp"
#include "sign/now_next.hpp"
#include "text/fold.hpp"

namespace placard {
namespace {

constexpr std::size_t kMaxUpcoming = 8;  // no layout lists more

SessionFacts facts_of(const PlannedSession& planned) {
  const Session& session = *planned.session;
  SessionFacts facts;
  facts.id = session.id;
  facts.title = session.title;
  facts.start = planned.start;
  facts.end = planned.end;
  facts.room = planned.room;
  facts.track = session.track;
  facts.labels = session.labels;
  facts.speakers = session.speakers;
  facts.cancelled = session.cancelled;
  facts.for_every_room = session.every_room;
  return facts;
}

// The plans a view is made from; planned once, asked at many instants.
struct Plans {
  RoomPlan room;
  RoomPlan everywhere;  // empty on the sign of such a room
};

Plans make_plans(const ViewInput& input) {
  Plans plans;
  if (input.schedule == nullptr) return plans;
  const auto own = rooms_named(*input.schedule, input.rooms);
  const auto everywhere = rooms_named(*input.schedule, input.everywhere);
  plans.room = plan_room(*input.schedule, own);
  for (const std::size_t room : everywhere) {
    if (std::find(own.begin(), own.end(), room) != own.end()) {
      plans.everywhere.clear();
      break;
    }
    const RoomPlan more = plan_own_sessions(*input.schedule, {room});
    plans.everywhere.insert(plans.everywhere.end(), more.begin(), more.end());
  }
  return plans;
}

void decide_facts(View& view, const Plans& plans, const NowNext& chosen) {
  const bool may_claim_now = view.freshness != Freshness::old;
  if (chosen.now != nullptr && may_claim_now) {
    view.now = facts_of(*chosen.now);
    view.also_now = chosen.also_now;
  }
  if (chosen.next != nullptr) view.next = facts_of(*chosen.next);
  view.also_next = chosen.also_next;
  for (const PlannedSession* planned : chosen.absent) view.absent.push_back(facts_of(*planned));
  if (!view.now && may_claim_now) {
    const NowNext elsewhere = now_next(plans.everywhere, view.at);
    if (elsewhere.now != nullptr) view.elsewhere = facts_of(*elsewhere.now);
  }
  if (view.now) {
    view.state = State::now;
  } else if (view.next) {
    view.state = State::gap;
  } else {
    view.state = plans.room.empty() ? State::empty : State::over;
  }
}

TrackLabel track_label(const ViewInput& input, const std::string& name) {
  const std::string folded = fold_name(name);
  const auto found = input.tracks.find(folded);
  return {name, found != input.tracks.end() ? found->second : stable_track_color(folded)};
}

void stage_session(Words& words, const ViewInput& input, const SessionFacts& session) {
  words.session_on_stage = true;
  words.headline = session.title;
  if (!session.track.empty()) words.track = track_label(input, session.track);
  words.labels = session.labels;
  words.speakers = session.speakers;
}

// In step with the minutes said beside it, so that both tick at the same instant.
int progress_of(const SessionFacts& session, Instant at) {
  const auto total = (session.end - session.start).count();
  const auto left = std::min<std::int64_t>(minutes_up(session.end - at) * 60, total);
  return static_cast<int>((total - left) * 1000 / total);
}

void say_now(Words& words, const ViewInput& input, const View& view) {
  stage_session(words, input, *view.now);
  words.status = "Now";
  words.time = time_range(input.times, view.now->start, view.now->end);
  words.time_left = time_left(view.now->end - view.at);
  words.progress = progress_of(*view.now, view.at);
  if (view.also_now > 0) words.also = fmt::format("+{} more here now", view.also_now);
}

bool had_session_today(const ViewInput& input, const Plans& plans, Instant at) {
  const Instant midnight = input.times.zone.midnight(at, 0);
  return std::any_of(plans.room.begin(), plans.room.end(), [&](const PlannedSession& planned) {
    return !planned.session->cancelled && planned.start <= at && planned.end > midnight;
  });
}

void say_gap(Words& words, const ViewInput& input, const View& view, bool had_today) {
  stage_session(words, input, *view.next);
  const std::string day = day_word(input.times, view.next->start, view.at);
  const std::string range = time_range(input.times, view.next->start, view.next->end);
  if (view.freshness == Freshness::old) {
    words.status = "Planned next";  // whether that is so, and what is on, nobody knows any more
  } else if (day.empty()) {
    words.status = had_today ? "Next" : "First today";
  } else {
    words.status = had_today ? "No more sessions today" : "No sessions today";
  }
  words.time = day.empty() ? range : day + " " + range;
  words.time_left = time_until(view.next->start - view.at);
  if (view.also_next > 0) words.also = fmt::format("+{} more at the same time", view.also_next);
}

bool all_cancelled(const RoomPlan& plan) {
  return std::all_of(plan.begin(), plan.end(),
                     [](const PlannedSession& planned) { return planned.session->cancelled; });
}

void say_state(Words& words, const ViewInput& input, const View& view, const Plans& plans) {
  switch (view.state) {
    case State::now:
      return say_now(words, input, view);
    case State::gap:
      return say_gap(words, input, view, had_session_today(input, plans, view.at));
    case State::over:
      if (view.freshness == Freshness::old) {
        words.headline = "The programme may have changed";
        words.note = "This sign has had no news for a long time.";
        return;
      }
      if (!view.absent.empty() || all_cancelled(plans.room)) {
        words.headline = "No more sessions in this room";
        return;
      }
      words.headline = "That was the last session here";
      words.note = "Thank you for coming.";
      return;
    case State::empty:
      words.headline = "No sessions are planned in this room";
      return;
    case State::unknown:
      words.headline = "Waiting for the programme";
      words.note = "It will appear here as soon as it can be loaded.";
      return;
  }
}

void say_upcoming(Words& words, const ViewInput& input, const View& view, const NowNext& chosen) {
  const std::size_t staged = view.now || !view.next ? 0 : 1;
  for (std::size_t i = staged; i < chosen.upcoming.size() && words.upcoming.size() < kMaxUpcoming; ++i) {
    const PlannedSession& planned = *chosen.upcoming[i];
    Upcoming line;
    const std::string day = day_word(input.times, planned.start, view.at);
    line.time = (day.empty() ? "" : day + " ") + time_of_day(input.times, planned.start);
    line.title = planned.session->title;
    if (!planned.session->track.empty()) line.track = track_label(input, planned.session->track);
    words.upcoming.push_back(std::move(line));
  }
  if (view.now && !view.next) words.last = "The last session in this room";
  if (view.now && view.also_next > 0) words.next_also = fmt::format("+{} more", view.also_next);
}

void say_elsewhere_and_absent(Words& words, const ViewInput& input, const View& view) {
  if (view.elsewhere) {
    const std::string day = day_word(input.times, view.elsewhere->end, view.at);
    words.elsewhere = fmt::format("{}, {}, until {}{}", view.elsewhere->title, view.elsewhere->room,
                                  day.empty() ? "" : day + " ", time_of_day(input.times, view.elsewhere->end));
  }
  if (!view.absent.empty()) {
    const SessionFacts& first = view.absent.front();
    const std::string day = day_word(input.times, first.start, view.at);
    words.absent = fmt::format("Cancelled: {}{}, {}", day.empty() ? "" : day + " ",
                               time_of_day(input.times, first.start), first.title);
    if (view.absent.size() > 1) words.absent += fmt::format(" (+{} more)", view.absent.size() - 1);
  }
}

std::string freshness_words(const ViewInput& input, const View& view) {
  if (!view.data_as_of) return "";
  const std::string day = day_word(input.times, *view.data_as_of, view.at);
  const std::string when = (day.empty() ? "" : day + " ") + time_of_day(input.times, *view.data_as_of);
  switch (view.freshness) {
    case Freshness::aging:
      return "as of " + when;
    case Freshness::stale:
      return "Not updated since " + when;
    case Freshness::old:
      return "Not updated since " + when + ": times may have changed";
    default:
      return "";
  }
}

std::string last_of(seconds span) {
  if (span == seconds(60)) return "Last minute";
  if (span.count() % 60 == 0) return fmt::format("Last {} minutes", span.count() / 60);
  return fmt::format("Last {} seconds", span.count());
}

void say_countdown(Words& words, const ViewInput& input, const Countdown& countdown) {
  words.count = countdown.text;
  words.count_widest = countdown.widest;
  words.phase = countdown.phase;
  words.count_label = !countdown.to_end ? "Starts in" : input.countdown.up ? "Time gone" : "Time left";
  if (countdown.phase == Phase::warning) words.phase_words = last_of(input.countdown.warning);
  if (countdown.phase == Phase::danger) words.phase_words = "▲ " + last_of(input.countdown.danger);
}

// A start too far off to count down to is said as a time of day.
void say_far_start(Words& words, const ViewInput& input, const View& view) {
  const std::string day = day_word(input.times, view.next->start, view.at);
  words.count_label = day.empty() ? "Next talk at" : "Next talk: " + day;
  words.count = time_of_day(input.times, view.next->start);
  words.count_widest = words.count;
}

void decide_countdown(View& view, const ViewInput& input) {
  if (view.layout != Layout::countdown) return;
  if (view.now) {
    view.countdown = countdown_to_end(view.now->start, view.now->end, view.at, input.countdown);
  } else if (view.next && view.freshness != Freshness::old) {
    view.countdown = countdown_to_start(view.next->start, view.at);
  }
  if (view.countdown) {
    say_countdown(view.words, input, *view.countdown);
  } else if (view.next) {
    say_far_start(view.words, input, view);
  }
}

// Everything but the instants of the next change.
View say(const ViewInput& input, const Plans& plans, Instant at) {
  View view;
  view.sign = input.sign;
  view.room = input.rooms.empty() ? "" : input.rooms.front();
  view.at = at;
  if (input.schedule != nullptr) view.data_as_of = input.read_now ? at : input.as_of;
  view.freshness = freshness(view.data_as_of, at, input.fresh, input.poll);
  // Part of a programme proves nothing about a room it does not name, and is never live.
  if (input.incomplete && plans.room.empty()) view.freshness = Freshness::no_data;
  if (input.incomplete && view.freshness == Freshness::live) view.freshness = Freshness::aging;
  view.words.room = view.room;
  view.words.clock = time_of_day(input.times, at);
  view.layout = layout_in_effect(input.layout, plans.room, at);
  NowNext chosen;
  if (view.freshness != Freshness::no_data) {
    chosen = now_next(plans.room, at);
    decide_facts(view, plans, chosen);
  }
  say_state(view.words, input, view, plans);
  say_upcoming(view.words, input, view, chosen);
  say_elsewhere_and_absent(view.words, input, view);
  view.words.freshness = freshness_words(input, view);
  decide_countdown(view, input);
  return view;
}

void find_next_instants(View& view, const ViewInput& input, const Plans& plans) {
  const View still = without_ticking(view);
  for (const Instant candidate : possible_changes(input, plans.room, plans.everywhere, view.at)) {
    if (without_ticking(say(input, plans, candidate)) == still) continue;
    view.next_change = candidate;
    break;
  }
  Instant tick = next_tick(view);
  // A time left that is too long to be said, or a progress too slow to be seen, ticks unseen: then the clock is first.
  if (say(input, plans, tick).words == view.words) tick = std::chrono::ceil<std::chrono::minutes>(tick);
  view.next_repaint = view.next_change ? std::min(tick, *view.next_change) : tick;
}

}  // namespace

std::string_view name_of(State state) {
  switch (state) {
    case State::now:
      return "now";
    case State::gap:
      return "gap";
    case State::over:
      return "over";
    case State::empty:
      return "empty";
    case State::unknown:
      break;
  }
  return "unknown";
}

View view_at(const ViewInput& input, Instant at) {
  const Plans plans = make_plans(input);
  View view = say(input, plans, at);
  find_next_instants(view, input, plans);
  return view;
}

View attention_view(const std::string& room, const std::string& sentence, const TimeStyle& times, Instant at) {
  View view;
  view.room = room;
  view.at = at;
  view.words.room = room;
  view.words.clock = time_of_day(times, at);
  view.words.headline = "This sign needs attention";
  view.words.note = sentence;
  view.next_repaint = next_tick(view);
  return view;
}

}  // namespace placard
