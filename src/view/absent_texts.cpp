// SPDX-License-Identifier: MIT
#include "view/absent_texts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace placard {
namespace {

// On their way to a session people look for it shortly before it begins.
bool matters_now(const SessionFacts& session, const TrackedInstant& at) {
  return at.is_within(session.start - kOnTheWay, session.end);
}

std::string what_became_of(const ViewInput& input, const SessionFacts& session, const TrackedInstant& at) {
  if (session.cancelled) return "Cancelled";
  if (!session.now_at) return "Moved to " + session.moved_to;
  const std::string day = day_word(input.times, *session.now_at, at);
  const std::string when = day == "Tomorrow" ? "tomorrow" : day;
  const std::string time = time_of_day(input.times, *session.now_at);
  if (!session.moved_to.empty()) {
    return fmt::format("Moved to {}, {}{}", session.moved_to, when.empty() ? "" : when + " ", time);
  }
  return "Now " + (when.empty() ? "at" : when) + " " + time;
}

}  // namespace

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

}  // namespace placard
