// SPDX-License-Identifier: MIT
#include "view/absent_texts.hpp"

#include <fmt/format.h>

#include "view/rules/now_next.hpp"

namespace placard {
namespace {

// On their way to a session people look for it shortly before it begins.
bool matters_now(const SessionFacts& session, const TrackedInstant& at) {
  return at.is_within(session.start - kOnTheWay, session.end);
}

// "Cancelled: 1:00 PM, Tides", "Moved to Sapphire: 1:00 PM, Tides", "Moved to Sapphire, 3:30 PM (was 1:00 PM): Tides",
// "New time tomorrow 10:00 AM (was 1:00 PM): Tides".
std::string what_became_of(const ViewInput& input, const SessionFacts& session, const TrackedInstant& at) {
  const std::string before = day_and_time(input.times, session.start, at);
  if (session.cancelled) return fmt::format("Cancelled: {}, {}", before, session.title);
  const bool moved = !session.moved_to.empty();
  if (!session.now_at || *session.now_at == session.start) {
    return fmt::format("Moved to {}: {}, {}", session.moved_to, before, session.title);
  }
  return fmt::format("{} {} (was {}): {}", moved ? "Moved to " + session.moved_to + "," : "New time",
                     within_sentence(day_and_time(input.times, *session.now_at, at)), within_sentence(before),
                     session.title);
}

// People are on their way to those whose time is near; of these, else of all, the one whose start is nearest.
const SessionFacts& told_first(const std::vector<SessionFacts>& by_start, const TrackedInstant& at) {
  const SessionFacts* told = nullptr;
  for (const SessionFacts& session : by_start) {
    if (!matters_now(session, at)) continue;
    if (told == nullptr || at.reached(told->start + (session.start - told->start) / 2)) told = &session;
  }
  return told != nullptr ? *told : by_start.front();
}

}  // namespace

void write_absent(SignTexts& texts, const ViewInput& input, const View& view, const TrackedInstant& at) {
  const SessionFacts& told = told_first(view.absent, at);
  texts.main.absent_is_near = at.reached(told.start - kAnnouncedAhead);
  texts.main.absent_matters_now = !view.now && matters_now(told, at);
  texts.main.absent = what_became_of(input, told, at);
  if (view.absent.size() > 1) texts.main.absent += fmt::format(" (+{} more)", view.absent.size() - 1);
}

}  // namespace placard
