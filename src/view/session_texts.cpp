// SPDX-License-Identifier: MIT
#include "view/session_texts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/fold.hpp"
#include "base/time/day_start.hpp"
#include "look/track_colors.hpp"

namespace placard {
namespace {

// An end that nobody wrote is not said.
std::string times_of(const ViewInput& input, Instant start, Instant end, bool end_assumed) {
  return end_assumed ? time_of_day(input.times, start) : time_range(input.times, start, end);
}

// "was 1:00 – 1:30 PM"; "" while the published times are true.
std::string printed_text(const ViewInput& input, const SessionFacts& session) {
  const bool ends_as_printed = session.end_assumed || session.printed_end_assumed || session.end == session.printed_end;
  if (session.start == session.printed_start && ends_as_printed) return "";
  const std::string day = day_word(input.times, session.printed_start, session.start);
  return "was " +
         within_sentence((day.empty() ? "" : day + " ") + times_of(input, session.printed_start, session.printed_end,
                                                                   session.end_assumed || session.printed_end_assumed));
}

void write_main_session(SignTexts& texts, const ViewInput& input, const SessionFacts& session) {
  texts.main.shows_session = true;
  texts.main.headline = session.title;
  if (!session.track.empty()) texts.main.track = track_label(input, session.track);
  texts.main.labels = session.labels;
  // A session without a title may be headed by them.
  if (session.title != fmt::format("{}", fmt::join(session.speakers, ", "))) texts.main.speakers = session.speakers;
  texts.main.full = session.full;
  texts.main.printed = printed_text(input, session);
  texts.main.place = session.place;
  if (session.delayed()) texts.main.status += ", delayed";
}

// What the glass says over a session to come. Before one of the morning after, past midnight, "today" could be taken
// for its day too.
std::string gap_status(const ViewInput& input, Instant start, HadToday had, const TrackedInstant& at) {
  const bool had_today = had == HadToday::sessions;
  const bool is_near = at.reached(day_start(input.times.zone, start, -1));
  const bool by_night = is_near && is_past_midnight(input.times, at);
  if (at.reached(day_start(input.times.zone, start, 0))) {
    return had_today || is_after_midnight(input.times.zone, start) ? "Next" : "First today";
  }
  return std::string(had_today ? "No more sessions " : "No sessions ") + (by_night ? "tonight" : "today");
}

// In step with the minutes said beside it, so that both tick at the same instant.
int progress_of(const SessionFacts& session, Instant at) {
  const auto total = (session.end - session.start).count();
  const auto left = std::min<std::int64_t>(minutes_up(session.end - at) * 60, total);
  return static_cast<int>((total - left) * 1000 / total);
}

}  // namespace

TrackLabel track_label(const ViewInput& input, const std::string& name) {
  const std::string folded = fold_name(name);
  const auto found = input.tracks.find(folded);
  return {name, found != input.tracks.end() ? found->second : colors_for_tracks({}, {folded}).at(folded)};
}

void write_now(SignTexts& texts, const ViewInput& input, const View& view, const TrackedInstant& at) {
  texts.main.status = "Now";
  write_main_session(texts, input, *view.now);
  texts.main.is_on = true;
  texts.main.time = times_of(input, view.now->start, view.now->end, view.now->end_assumed);
  if (view.now->end_assumed) {
    texts.main.time = "since " + texts.main.time;
  } else {
    texts.main.time_left = time_left(view.now->end - at.untracked());
    texts.main.progress = progress_of(*view.now, at.untracked());
  }
  if (view.also_now > 0)
    texts.main.also = fmt::format("+{} more {}now", view.also_now, view.also_elsewhere ? "" : "here ");
}

void write_next(SignTexts& texts, const ViewInput& input, const View& view, HadToday had, const TrackedInstant& at) {
  const std::string day = day_word(input.times, view.next->start, at);
  const std::string range = times_of(input, view.next->start, view.next->end, view.next->end_assumed);
  // Of old data: whether that is so, and what is on, nobody knows any more.
  texts.main.status = view.freshness == Freshness::old ? "Planned next" : gap_status(input, view.next->start, had, at);
  write_main_session(texts, input, *view.next);
  texts.main.time = day.empty() ? range : day + " " + range;
  texts.main.time_left = time_until(view.next->start - at.untracked());
  if (view.also_next > 0) texts.main.also = fmt::format("+{} more at the same time", view.also_next);
}

}  // namespace placard
