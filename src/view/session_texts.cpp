// SPDX-License-Identifier: MIT
#include "view/session_texts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/fold.hpp"
#include "look/track_colors.hpp"

namespace placard {
namespace {

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
  // A session without a title may be headed by them.
  if (session.title != fmt::format("{}", fmt::join(session.speakers, ", "))) texts.main.speakers = session.speakers;
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

}  // namespace

TrackLabel track_label(const ViewInput& input, const std::string& name) {
  const std::string folded = fold_name(name);
  const auto found = input.tracks.find(folded);
  return {name, found != input.tracks.end() ? found->second : colors_for_tracks({}, {folded}).at(folded)};
}

void write_now(SignTexts& texts, const ViewInput& input, const View& view, const TrackedInstant& at) {
  texts.main.status = "Now";
  write_main_session(texts, input, *view.now);
  texts.main.time = time_range(input.times, view.now->start, view.now->end);
  texts.main.time_left = time_left(view.now->end - at.untracked());
  texts.main.progress = progress_of(*view.now, at.untracked());
  if (view.also_now > 0) texts.main.also = fmt::format("+{} more here now", view.also_now);
}

void write_next(SignTexts& texts, const ViewInput& input, const View& view, HadToday had, const TrackedInstant& at) {
  const bool had_today = had == HadToday::sessions;
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

}  // namespace placard
