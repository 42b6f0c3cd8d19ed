// SPDX-License-Identifier: MIT
#include "view/write_texts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/fold.hpp"
#include "look/track_colors.hpp"

namespace placard {
namespace {

constexpr std::size_t kMaxUpcoming = 8;  // no layout lists more
constexpr std::size_t kMaxListed = 40;
constexpr std::size_t kMaxAlternatives = 3;

TrackLabel track_label(const ViewInput& input, const std::string& name) {
  const std::string folded = fold_name(name);
  const auto found = input.tracks.find(folded);
  return {name, found != input.tracks.end() ? found->second : colors_for_tracks({}, {folded}).at(folded)};
}

// "was 1:00 – 1:30 PM"; "" while the published times are true.
std::string printed_text(const ViewInput& input, const SessionFacts& session) {
  if (session.start == session.printed_start && session.end == session.printed_end) return "";
  const std::string day = day_word(input.times, session.printed_start, session.start);
  return "was " + (day.empty() ? "" : day + " ") + time_range(input.times, session.printed_start, session.printed_end);
}

void write_main_session(SignTexts& texts, const ViewInput& input, const SessionFacts& session) {
  texts.main.shows_session = true;
  texts.main.headline = session.title;
  if (!session.track.empty()) texts.main.track = track_label(input, session.track);
  texts.main.labels = session.labels;
  texts.main.speakers = session.speakers;
  texts.main.full = session.full;
  texts.main.printed = printed_text(input, session);
  if (session.delayed()) texts.main.status += ", delayed";
}

// In step with the minutes said beside it, so that both tick at the same instant.
int progress_of(const SessionFacts& session, Instant at) {
  const auto total = (session.end - session.start).count();
  const auto left = std::min<std::int64_t>(minutes_up(session.end - at) * 60, total);
  return static_cast<int>((total - left) * 1000 / total);
}

void write_now(SignTexts& texts, const ViewInput& input, const View& view, const TrackedInstant& at) {
  texts.main.status = "Now";
  write_main_session(texts, input, *view.now);
  texts.main.time = time_range(input.times, view.now->start, view.now->end);
  texts.main.time_left = time_left(view.now->end - at.untracked());
  texts.main.progress = progress_of(*view.now, at.untracked());
  if (view.also_now > 0) texts.main.also = fmt::format("+{} more here now", view.also_now);
}

bool had_session_today(const ViewInput& input, const RoomPlan& plan, const TrackedInstant& at) {
  return std::any_of(plan.begin(), plan.end(), [&](const PlannedSession& planned) {
    if (!takes_place(*planned.session) || !at.reached(planned.start)) return false;
    return !at.reached(input.times.zone.midnight(planned.end - seconds(1), 1));
  });
}

void write_gap(SignTexts& texts, const ViewInput& input, const View& view, bool had_today, const TrackedInstant& at) {
  const std::string day = day_word(input.times, view.next->start, at);
  const std::string range = time_range(input.times, view.next->start, view.next->end);
  if (view.freshness == Freshness::old) {
    texts.main.status = "Planned next";  // whether that is so, and what is on, nobody knows any more
  } else if (day.empty()) {
    texts.main.status = had_today ? "Next" : "First today";
  } else {
    texts.main.status = had_today ? "No more sessions today" : "No sessions today";
  }
  write_main_session(texts, input, *view.next);
  texts.main.time = day.empty() ? range : day + " " + range;
  texts.main.time_left = time_until(view.next->start - at.untracked());
  if (view.also_next > 0) texts.main.also = fmt::format("+{} more at the same time", view.also_next);
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
      return write_gap(texts, input, view, had_session_today(input, plan, at), at);
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

void write_upcoming(SignTexts& texts, const ViewInput& input, const View& view, const NowNext& chosen,
                    const TrackedInstant& at) {
  const std::size_t first = view.now || !view.next ? 0 : 1;
  for (std::size_t i = first; i < chosen.upcoming.size() && texts.next.sessions.size() < kMaxUpcoming; ++i) {
    const PlannedSession& planned = *chosen.upcoming[i];
    Upcoming line;
    const std::string day = day_word(input.times, planned.start, at);
    line.time = (day.empty() ? "" : day + " ") + time_of_day(input.times, planned.start);
    line.title = planned.session->title;
    if (planned.session->printed_start && *planned.session->printed_start != planned.start) {
      line.printed = "was " + time_of_day(input.times, *planned.session->printed_start);
    } else if (planned.session->delayed) {
      line.printed = "delayed";
    }
    if (!planned.session->track.empty()) line.track = track_label(input, planned.session->track);
    texts.next.sessions.push_back(std::move(line));
  }
  if (view.now && !view.next) texts.next.last = "The last session in this room";
  if (view.now && view.also_next > 0) texts.next.also = fmt::format("+{} more", view.also_next);
}

// On their way to a session people look for it shortly before it begins.
bool matters_now(const SessionFacts& session, const TrackedInstant& at) {
  return at.is_within(session.start - kOnTheWay, session.end);
}

std::string what_became_of(const ViewInput& input, const SessionFacts& session, const TrackedInstant& at) {
  if (session.cancelled) return "Cancelled";
  if (!session.now_at) return "Moved to " + session.moved_to;
  const std::string day = day_word(input.times, *session.now_at, at);
  const std::string when = day == "Tomorrow" ? "tomorrow" : day.empty() ? "at" : day;
  return "Now " + when + " " + time_of_day(input.times, *session.now_at);
}

void write_absent(SignTexts& texts, const ViewInput& input, const View& view, const TrackedInstant& at) {
  const auto urgent = std::find_if(view.absent.begin(), view.absent.end(),
                                   [&at](const SessionFacts& session) { return matters_now(session, at); });
  const SessionFacts& told = urgent != view.absent.end() ? *urgent : view.absent.front();
  texts.main.absent_matters_now = urgent != view.absent.end() && !view.now;
  const std::string day = day_word(input.times, told.start, at);
  texts.main.absent = fmt::format("{}: {}{}, {}", what_became_of(input, told, at), day.empty() ? "" : day + " ",
                                  time_of_day(input.times, told.start), told.title);
  if (view.absent.size() > 1) texts.main.absent += fmt::format(" (+{} more)", view.absent.size() - 1);
}

void write_alternatives(SignTexts& texts, const ViewInput& input, const View& view) {
  for (const SessionFacts& session : view.alternatives) {
    if (texts.main.alternatives.size() == kMaxAlternatives) break;
    texts.main.alternatives.push_back(
        fmt::format("{}, {}: {}", time_of_day(input.times, session.start), session.room, session.title));
  }
}

void write_elsewhere_and_absent(SignTexts& texts, const ViewInput& input, const View& view, const TrackedInstant& at) {
  if (view.elsewhere) {
    const std::string day = day_word(input.times, view.elsewhere->end, at);
    // The room and the time first: a long title may be cut.
    texts.main.elsewhere = fmt::format("{}, until {}{}: {}", view.elsewhere->room, day.empty() ? "" : day + " ",
                                       time_of_day(input.times, view.elsewhere->end), view.elsewhere->title);
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
  const std::string day = day_word(input.times, *view.data_as_of, at);
  const std::string when = (day.empty() ? "" : day + " ") + time_of_day(input.times, *view.data_as_of);
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

// "Staff notice, 2:05 PM".
std::string source_text(const ViewInput& input, const StaffMessage& message, const TrackedInstant& at) {
  const std::string day = day_word(input.times, message.since, at);
  return fmt::format("{}, {}{}", message.level == MessageLevel::warning ? "Staff warning" : "Staff notice",
                     day.empty() ? "" : day + " ", time_of_day(input.times, message.since));
}

void write_message(SignTexts& texts, const ViewInput& input, const View& view, const TrackedInstant& at) {
  if (view.messages.empty()) return;
  const StaffMessage& loudest = view.messages.front();
  texts.message.text = loudest.text;
  texts.message.level = loudest.level;
  texts.message.source = source_text(input, loudest, at);
}

bool shows_programme(const View& view) {
  return !view.replacement && (view.messages.empty() || view.messages.front().level != MessageLevel::takeover);
}

void write_replacement(SignTexts& texts, const View& view) {
  if (texts.message.level == MessageLevel::takeover || !view.replacement) return;
  texts.message.replacement = view.replacement->title.empty() ? view.replacement->text : view.replacement->title;
  if (!view.replacement->title.empty()) texts.main.note = view.replacement->text;
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
    return instant.is_within(zone.midnight(planned->start, 0), zone.midnight(planned->start, 1));
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
void write_list(SignTexts& texts, const ViewInput& input, const View& view, const RoomPlan& plan,
                const TrackedInstant& at) {
  texts.freshness = freshness_text(input, view, at);
  for (const PlannedSession* planned : sessions_of_a_day(input.times.zone, plan, at)) {
    if (texts.list.sessions.size() == kMaxListed) break;
    Upcoming line{time_of_day(input.times, planned->start), "", planned->session->title, std::nullopt};
    if (!planned->session->track.empty()) line.track = track_label(input, planned->session->track);
    if (texts.list.sessions.empty()) texts.list.day = "Sessions on " + date_text(input.times, planned->start);
    texts.list.sessions.push_back(std::move(line));
  }
  if (!texts.list.sessions.empty()) return;
  texts.main.headline = plan.empty() ? "No sessions are planned in this room" : "No more sessions in this room";
}

void write_programme(SignTexts& texts, const ViewInput& input, const View& view, const RoomPlan& plan,
                     const NowNext& chosen, const TrackedInstant& at) {
  if (view.freshness == Freshness::no_clock) return write_list(texts, input, view, plan, at);
  write_state(texts, input, view, plan, at);
  write_upcoming(texts, input, view, chosen, at);
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

SignTexts texts_for(const ViewInput& input, const View& view, const RoomPlan& plan, const NowNext& chosen,
                    const TrackedInstant& at) {
  SignTexts texts;
  texts.header.room = view.room;
  if (input.evidence.clock == ClockState::known) texts.header.clock = time_of_day(input.times, at.untracked());
  write_message(texts, input, view, at);
  if (shows_programme(view)) {
    write_programme(texts, input, view, plan, chosen, at);
  } else {
    write_replacement(texts, view);
  }
  return texts;
}

}  // namespace placard
