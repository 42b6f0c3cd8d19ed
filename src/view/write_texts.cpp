// SPDX-License-Identifier: MIT
#include "view/write_texts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/time/day_start.hpp"
#include "view/absent_texts.hpp"
#include "view/message_texts.hpp"
#include "view/session_place.hpp"
#include "view/session_texts.hpp"

namespace placard {
namespace {

constexpr std::size_t kMaxUpcoming = 8;  // no layout lists more
constexpr std::size_t kMaxListed = 40;
constexpr std::size_t kMaxAlternatives = 3;

HadToday had_today(const ViewInput& input, const RoomPlan& plan, const TrackedInstant& at) {
  const bool some = std::any_of(plan.begin(), plan.end(), [&](const PlannedSession& planned) {
    if (!takes_place(*planned.session) || !at.reached(planned.start)) return false;
    return !at.reached(day_start(input.times.zone, planned.end - seconds(1), 1));
  });
  return some ? HadToday::sessions : HadToday::nothing;
}

bool all_absent(const RoomPlan& plan) {
  return std::none_of(plan.begin(), plan.end(),
                      [](const PlannedSession& planned) { return takes_place(*planned.session); });
}

void write_state(SignTexts& texts, const ViewInput& input, const View& view, const RoomPlan& plan,
                 const TrackedInstant& at) {
  switch (view.state) {
    case RoomStatus::now:
      return write_now(texts, input, view, at);
    case RoomStatus::gap:
      return write_next(texts, input, view, had_today(input, plan, at), at);
    case RoomStatus::over:
      if (view.freshness == Freshness::old && !view.event_over) {
        texts.main.headline = "The programme may have changed";
        texts.main.note = "This sign has had no news for a long time.";
        return;
      }
      if (!view.absent.empty() || all_absent(plan)) {
        texts.main.headline = "No more sessions in this room";
        return;
      }
      texts.main.headline = "That was the last session here";
      texts.main.note = "Thank you for coming.";
      return;
    case RoomStatus::empty:
      texts.main.headline = "No sessions are planned in this room";
      return;
    case RoomStatus::unknown:
      texts.main.headline = "Waiting for the programme";
      texts.main.note = "It will appear here as soon as it can be loaded.";
      return;
  }
}

Upcoming upcoming_line(const ViewInput& input, const Plans& plans, const PlannedSession& planned) {
  Upcoming line;
  line.title = planned.session->title;
  line.place = place_text(*input.schedule, plans.here, planned);
  if (!planned.session->track.empty()) line.track = track_label(input, planned.session->track);
  return line;
}

void write_upcoming(SignTexts& texts, const ViewInput& input, const View& view, const Plans& plans,
                    const NowNext& chosen, const TrackedInstant& at) {
  const std::size_t first = view.now || !view.next ? 0 : 1;
  for (std::size_t i = first; i < chosen.upcoming.size() && texts.next.sessions.size() < kMaxUpcoming; ++i) {
    const PlannedSession& planned = *chosen.upcoming[i];
    Upcoming line = upcoming_line(input, plans, planned);
    line.time = day_and_time(input.times, planned.start, at);
    if (planned.session->printed_start && *planned.session->printed_start != planned.start) {
      line.printed = "was " + time_of_day(input.times, *planned.session->printed_start);
    } else if (planned.session->delayed) {
      line.printed = "delayed";
    }
    const bool full = planned.session->full || (i == 0 && view.next && view.next->full);
    if (full) line.printed += line.printed.empty() ? "full" : ", full";
    texts.next.sessions.push_back(std::move(line));
  }
  if (view.now && !view.next) texts.next.last = "The last session in this room";
  if (view.now && view.also_next > 0) texts.next.also = fmt::format("+{} more", view.also_next);
}

void write_alternatives(SignTexts& texts, const ViewInput& input, const View& view) {
  for (const SessionFacts& session : view.alternatives) {
    if (texts.main.alternatives.size() == kMaxAlternatives) break;
    texts.main.alternatives.push_back(
        fmt::format("{}, {}: {}", time_of_day(input.times, session.start), session.room, session.title));
  }
}

// ", until tomorrow 9:30 AM"; "" where nobody wrote when.
std::string until_text(const ViewInput& input, const SessionFacts& session, const TrackedInstant& at) {
  if (session.end_assumed) return "";
  return ", until " + within_sentence(day_and_time(input.times, session.end, at));
}

void write_elsewhere_and_absent(SignTexts& texts, const ViewInput& input, const View& view, const TrackedInstant& at) {
  if (view.elsewhere) {
    // The room and the time first: a long title may be cut.
    texts.main.elsewhere =
        fmt::format("{}{}: {}", view.elsewhere->room, until_text(input, *view.elsewhere, at), view.elsewhere->title);
  }
  if (!view.absent.empty()) write_absent(texts, input, view, at);
}

// After the event's end the age of the schedule alone counts: what is over does not change any more.
Freshness shown_freshness(const ViewInput& input, const View& view, const TrackedInstant& at) {
  if (!view.event_over || !view.data_as_of) return view.freshness;
  return freshness(view.data_as_of, at, input.fresh, input.poll);
}

std::string freshness_text(const ViewInput& input, const View& view, const TrackedInstant& at) {
  if (view.freshness == Freshness::no_clock) return "This sign does not know the time yet";
  if (view.freshness == Freshness::old && !view.data_as_of)
    return "Not updated for a long time: times may have changed";
  if (!view.data_as_of) return "";
  const Freshness told = shown_freshness(input, view, at);
  if (told == Freshness::live) return "";
  const std::string when = day_and_time(input.times, *view.data_as_of, at);
  switch (told) {
    case Freshness::aging:
      return "as of " + when;
    case Freshness::stale:
      return "Not updated since " + when;
    case Freshness::old:
      return "Not updated since " + when + ": times may have changed";
    case Freshness::live:
    case Freshness::no_clock:
    case Freshness::no_data:
      break;
  }
  return "";
}

std::string last_of(seconds span) {
  if (span == seconds(60)) return "Last minute";
  if (span.count() % 60 == 0) return fmt::format("Last {} minutes", span.count() / 60);
  return fmt::format("Last {} seconds", span.count());
}

void write_countdown(SignTexts& texts, const ViewInput& input, const Countdown& countdown) {
  texts.count.number = countdown.text;
  texts.count.widest = countdown.widest;
  texts.count.phase = countdown.phase;
  texts.count.label = !countdown.to_end ? "Starts in" : input.countdown.up ? "Time gone" : "Time left";
  if (countdown.phase == Phase::warning) texts.count.phase_text = last_of(input.countdown.warning);
  if (countdown.phase == Phase::danger) texts.count.phase_text = "▲ " + last_of(input.countdown.danger);
}

// A start too far off to count down to is said as a time of day.
void write_far_start(SignTexts& texts, const ViewInput& input, const View& view, const TrackedInstant& at) {
  const std::string day = day_word(input.times, view.next->start, at);
  texts.count.label = day.empty() ? "Next talk at" : "Next talk: " + day;
  texts.count.number = time_of_day(input.times, view.next->start);
}

// The sessions of one day: of the one the device takes for today, be that true or not, else of the first. The date
// stands over them, so nothing is claimed.
std::vector<const PlannedSession*> sessions_of_a_day(const TimeZone& zone, const RoomPlan& plan,
                                                     const TrackedInstant& at) {
  std::vector<const PlannedSession*> all;
  for (const PlannedSession& planned : plan) {
    if (takes_place(*planned.session)) all.push_back(&planned);
  }
  const auto is_on_day_of = [&zone](const PlannedSession* planned, const TrackedInstant& instant) {
    return instant.is_within(day_start(zone, planned->start, 0), day_start(zone, planned->start, 1));
  };
  std::vector<const PlannedSession*> listed;
  for (const PlannedSession* planned : all) {
    if (is_on_day_of(planned, at)) listed.push_back(planned);
  }
  if (!listed.empty()) return listed;
  for (const PlannedSession* planned : all) {
    if (is_on_day_of(planned, all.front()->start)) listed.push_back(planned);
  }
  return listed;
}

// Of a sign that does not know the time: the day's list, and no main session.
void write_list(SignTexts& texts, const ViewInput& input, const View& view, const Plans& plans,
                const TrackedInstant& at) {
  texts.freshness = freshness_text(input, view, at);
  for (const PlannedSession* planned : sessions_of_a_day(input.times.zone, plans.room, at)) {
    if (texts.list.sessions.size() == kMaxListed) break;
    Upcoming line = upcoming_line(input, plans, *planned);
    line.time = time_of_day(input.times, planned->start);
    if (texts.list.sessions.empty()) texts.list.day = "Sessions on " + date_text(input.times, planned->start);
    texts.list.sessions.push_back(std::move(line));
  }
  if (!texts.list.sessions.empty()) return;
  texts.main.headline = plans.room.empty() ? "No sessions are planned in this room" : "No more sessions in this room";
}

void write_programme(SignTexts& texts, const ViewInput& input, const View& view, const Plans& plans,
                     const NowNext& chosen, const TrackedInstant& at) {
  if (view.freshness == Freshness::no_clock) return write_list(texts, input, view, plans, at);
  write_state(texts, input, view, plans.room, at);
  write_upcoming(texts, input, view, plans, chosen, at);
  write_elsewhere_and_absent(texts, input, view, at);
  write_alternatives(texts, input, view);
  texts.freshness = freshness_text(input, view, at);
  if (view.countdown) {
    write_countdown(texts, input, *view.countdown);
  } else if (view.layout == Layout::countdown && view.next) {
    write_far_start(texts, input, view, at);
  }
}

}  // namespace

SignTexts texts_for(const ViewInput& input, const View& view, const Plans& plans, const NowNext& chosen,
                    const TrackedInstant& at) {
  SignTexts texts;
  texts.header.room = view.room;
  if (input.evidence.clock == ClockState::known) texts.header.clock = time_of_day(input.times, at.untracked());
  write_message(texts, input, view, at);
  if (shows_programme(view)) {
    write_programme(texts, input, view, plans, chosen, at);
  } else {
    write_replacement(texts, view);
  }
  return texts;
}

}  // namespace placard
