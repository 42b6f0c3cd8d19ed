// SPDX-License-Identifier: MIT
#include "view/write_text.hpp"

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
std::string printed_words(const ViewInput& input, const SessionFacts& session) {
  if (session.start == session.printed_start && session.end == session.printed_end) return "";
  const std::string day = day_word(input.times, session.printed_start, session.start);
  return "was " + (day.empty() ? "" : day + " ") + time_range(input.times, session.printed_start, session.printed_end);
}

void stage_session(Words& words, const ViewInput& input, const SessionFacts& session) {
  words.session_on_stage = true;
  words.headline = session.title;
  if (!session.track.empty()) words.track = track_label(input, session.track);
  words.labels = session.labels;
  words.speakers = session.speakers;
  words.full = session.full;
  words.printed = printed_words(input, session);
  if (session.delayed()) words.status += ", delayed";
}

// In step with the minutes said beside it, so that both tick at the same instant.
int progress_of(const SessionFacts& session, Instant at) {
  const auto total = (session.end - session.start).count();
  const auto left = std::min<std::int64_t>(minutes_up(session.end - at) * 60, total);
  return static_cast<int>((total - left) * 1000 / total);
}

void say_now(Words& words, const ViewInput& input, const View& view) {
  words.status = "Now";
  stage_session(words, input, *view.now);
  words.time = time_range(input.times, view.now->start, view.now->end);
  words.time_left = time_left(view.now->end - view.at);
  words.progress = progress_of(*view.now, view.at);
  if (view.also_now > 0) words.also = fmt::format("+{} more here now", view.also_now);
}

bool had_session_today(const ViewInput& input, const RoomPlan& plan, Instant at) {
  const Instant midnight = input.times.zone.midnight(at, 0);
  return std::any_of(plan.begin(), plan.end(), [&](const PlannedSession& planned) {
    return takes_place(*planned.session) && planned.start <= at && planned.end > midnight;
  });
}

void say_gap(Words& words, const ViewInput& input, const View& view, bool had_today) {
  const std::string day = day_word(input.times, view.next->start, view.at);
  const std::string range = time_range(input.times, view.next->start, view.next->end);
  if (view.freshness == Freshness::old) {
    words.status = "Planned next";  // whether that is so, and what is on, nobody knows any more
  } else if (day.empty()) {
    words.status = had_today ? "Next" : "First today";
  } else {
    words.status = had_today ? "No more sessions today" : "No sessions today";
  }
  stage_session(words, input, *view.next);
  words.time = day.empty() ? range : day + " " + range;
  words.time_left = time_until(view.next->start - view.at);
  if (view.also_next > 0) words.also = fmt::format("+{} more at the same time", view.also_next);
}

bool all_absent(const RoomPlan& plan) {
  return std::none_of(plan.begin(), plan.end(),
                      [](const PlannedSession& planned) { return takes_place(*planned.session); });
}

void say_state(Words& words, const ViewInput& input, const View& view, const RoomPlan& plan) {
  switch (view.state) {
    case State::now:
      return say_now(words, input, view);
    case State::gap:
      return say_gap(words, input, view, had_session_today(input, plan, view.at));
    case State::over:
      if (view.freshness == Freshness::old && !view.event_over) {
        words.headline = "The programme may have changed";
        words.note = "This sign has had no news for a long time.";
        return;
      }
      if (!view.absent.empty() || all_absent(plan)) {
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
    if (planned.session->printed_start && *planned.session->printed_start != planned.start) {
      line.printed = "was " + time_of_day(input.times, *planned.session->printed_start);
    }
    if (!planned.session->track.empty()) line.track = track_label(input, planned.session->track);
    words.upcoming.push_back(std::move(line));
  }
  if (view.now && !view.next) words.last = "The last session in this room";
  if (view.now && view.also_next > 0) words.next_also = fmt::format("+{} more", view.also_next);
}

// On their way to a session people look for it shortly before it begins.
bool matters_now(const SessionFacts& session, Instant at) {
  return session.start - kOnTheWay <= at && at < session.end;
}

std::string what_became_of(const ViewInput& input, const SessionFacts& session, Instant at) {
  if (session.cancelled) return "Cancelled";
  if (!session.now_at) return "Moved to " + session.moved_to;
  const std::string day = day_word(input.times, *session.now_at, at);
  const std::string when = day == "Tomorrow" ? "tomorrow" : day.empty() ? "at" : day;
  return "Now " + when + " " + time_of_day(input.times, *session.now_at);
}

void say_absent(Words& words, const ViewInput& input, const View& view) {
  const auto urgent = std::find_if(view.absent.begin(), view.absent.end(),
                                   [&view](const SessionFacts& session) { return matters_now(session, view.at); });
  const SessionFacts& told = urgent != view.absent.end() ? *urgent : view.absent.front();
  words.absent_matters_now = urgent != view.absent.end() && !view.now;
  const std::string day = day_word(input.times, told.start, view.at);
  words.absent = fmt::format("{}: {}{}, {}", what_became_of(input, told, view.at), day.empty() ? "" : day + " ",
                             time_of_day(input.times, told.start), told.title);
  if (view.absent.size() > 1) words.absent += fmt::format(" (+{} more)", view.absent.size() - 1);
}

void say_alternatives(Words& words, const ViewInput& input, const View& view) {
  for (const SessionFacts& session : view.alternatives) {
    if (words.alternatives.size() == kMaxAlternatives) break;
    words.alternatives.push_back(
        fmt::format("{}, {}: {}", time_of_day(input.times, session.start), session.room, session.title));
  }
}

void say_elsewhere_and_absent(Words& words, const ViewInput& input, const View& view) {
  if (view.elsewhere) {
    const std::string day = day_word(input.times, view.elsewhere->end, view.at);
    // The room and the time first: a long title may be cut.
    words.elsewhere = fmt::format("{}, until {}{}: {}", view.elsewhere->room, day.empty() ? "" : day + " ",
                                  time_of_day(input.times, view.elsewhere->end), view.elsewhere->title);
  }
  if (!view.absent.empty()) say_absent(words, input, view);
}

// After the event's end the age of the schedule alone counts: what is over does not change any more.
Freshness told_freshness(const ViewInput& input, const View& view) {
  if (!view.event_over || !view.data_as_of) return view.freshness;
  return freshness(view.data_as_of, view.at, input.fresh, input.poll);
}

std::string freshness_words(const ViewInput& input, const View& view) {
  if (view.freshness == Freshness::no_clock) return "This sign does not know the time yet";
  if (view.freshness == Freshness::old && !view.data_as_of)
    return "Not updated for a long time: times may have changed";
  if (!view.data_as_of) return "";
  const std::string day = day_word(input.times, *view.data_as_of, view.at);
  const std::string when = (day.empty() ? "" : day + " ") + time_of_day(input.times, *view.data_as_of);
  switch (told_freshness(input, view)) {
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
}

// "Staff notice, 2:05 PM".
std::string source_words(const ViewInput& input, const StaffMessage& message, Instant at) {
  const std::string day = day_word(input.times, message.since, at);
  return fmt::format("{}, {}{}", message.level == MessageLevel::warning ? "Staff warning" : "Staff notice",
                     day.empty() ? "" : day + " ", time_of_day(input.times, message.since));
}

void say_message(Words& words, const ViewInput& input, const View& view) {
  if (view.messages.empty()) return;
  const StaffMessage& loudest = view.messages.front();
  words.message = loudest.text;
  words.message_level = loudest.level;
  words.message_source = source_words(input, loudest, view.at);
}

bool shows_programme(const View& view) {
  return !view.replacement && (view.messages.empty() || view.messages.front().level != MessageLevel::takeover);
}

void say_replacement(Words& words, const View& view) {
  if (words.message_level == MessageLevel::takeover || !view.replacement) return;
  words.replacement = view.replacement->title.empty() ? view.replacement->text : view.replacement->title;
  if (!view.replacement->title.empty()) words.note = view.replacement->text;
}

// The sessions of one day: of the one the device takes for today, be that true or not, else of the first. The date
// stands over them, so nothing is claimed.
std::vector<const PlannedSession*> sessions_of_a_day(const TimeZone& zone, const RoomPlan& plan, Instant at) {
  std::vector<const PlannedSession*> all;
  for (const PlannedSession& planned : plan) {
    if (takes_place(*planned.session)) all.push_back(&planned);
  }
  const auto is_on_day_of = [&zone](const PlannedSession* planned, Instant instant) {
    return zone.midnight(planned->start, 0) == zone.midnight(instant, 0);
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

// Of a sign that does not know the time: the day's list, and nothing on stage.
void say_list(Words& words, const ViewInput& input, const View& view, const RoomPlan& plan) {
  words.freshness = freshness_words(input, view);
  for (const PlannedSession* planned : sessions_of_a_day(input.times.zone, plan, view.at)) {
    if (words.programme.size() == kMaxListed) break;
    Upcoming line{time_of_day(input.times, planned->start), "", planned->session->title, std::nullopt};
    if (!planned->session->track.empty()) line.track = track_label(input, planned->session->track);
    if (words.programme.empty()) words.programme_day = "Sessions on " + date_words(input.times, planned->start);
    words.programme.push_back(std::move(line));
  }
  if (!words.programme.empty()) return;
  words.headline = plan.empty() ? "No sessions are planned in this room" : "No more sessions in this room";
}

void say_programme(Words& words, const ViewInput& input, const View& view, const RoomPlan& plan,
                   const NowNext& chosen) {
  if (view.freshness == Freshness::no_clock) return say_list(words, input, view, plan);
  say_state(words, input, view, plan);
  say_upcoming(words, input, view, chosen);
  say_elsewhere_and_absent(words, input, view);
  say_alternatives(words, input, view);
  words.freshness = freshness_words(input, view);
  if (view.countdown) {
    say_countdown(words, input, *view.countdown);
  } else if (view.layout == Layout::countdown && view.next) {
    say_far_start(words, input, view);
  }
}

}  // namespace

Words words_for(const ViewInput& input, const View& view, const RoomPlan& plan, const NowNext& chosen) {
  Words words;
  words.room = view.room;
  if (input.clock_trusted) words.clock = time_of_day(input.times, view.at);
  say_message(words, input, view);
  if (shows_programme(view)) {
    say_programme(words, input, view, plan, chosen);
  } else {
    say_replacement(words, view);
  }
  return words;
}

}  // namespace placard
