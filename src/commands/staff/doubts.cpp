// SPDX-License-Identifier: MIT
#include "commands/staff/doubts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/time/day_start.hpp"
#include "commands/staff/delay_times.hpp"
#include "commands/staff/entry_words.hpp"
#include "commands/staff/named_session.hpp"
#include "commands/time_words.hpp"
#include "overrides/changed_schedule.hpp"
#include "overrides/session_target.hpp"

namespace placard {
namespace {

constexpr std::chrono::hours kLongTakeover{4};
constexpr std::size_t kMostListed = 12;
constexpr const char* kAllTheSame = " Write it all the same with --yes.";

std::string when(const StaffFile& file, Instant instant) {
  return time_and_day(style_of(file), instant, file.now);
}

bool same_place(const Session& a, const Session& b) {
  return a.start == b.start && a.rooms == b.rooms && a.title == b.title;
}

// The list of them; those that nothing but their ids tells apart, with these.
std::string listed(const StaffFile& file, const std::vector<const Session*>& sessions) {
  std::string list;
  for (std::size_t i = 0; i < std::min(sessions.size(), kMostListed); ++i) {
    const Session& one = *sessions[i];
    const bool twins = std::count_if(sessions.begin(), sessions.end(),
                                     [&one](const Session* other) { return same_place(one, *other); }) > 1;
    list += "\n  " + session_words(file, one) + (twins && !one.id.empty() ? " --session " + one.id : "");
  }
  if (sessions.size() > kMostListed) list += fmt::format("\n  +{} more", sessions.size() - kMostListed);
  return list;
}

bool sets_times(const SessionOverride& session) {
  const auto* details = std::get_if<SessionDetails>(&session.change);
  return details != nullptr && (details->start || details->end);
}

std::optional<std::string> several(const StaffFile& file, const SessionOverride& session, bool all_are_meant) {
  auto sessions = sessions_named(file, session.target);
  if (sessions.size() < 2 || (all_are_meant && !sets_times(session))) return std::nullopt;
  std::stable_sort(sessions.begin(), sessions.end(),
                   [](const Session* a, const Session* b) { return a->start < b->start; });
  return fmt::format("{} sessions fit:{}\n{}", sessions.size(), listed(file, sessions),
                     sets_times(session) ? "A new start or end is for one session: say which with --room and --start."
                                         : "Say which with --room and --start, or all of them with --all.");
}

// The programme with all that is said of it now.
Schedule as_it_is_now(const StaffFile& file) {
  LoadedOverrides known;
  std::vector<std::size_t> changes;
  for (const Override& entry : file.said) {
    const bool of_sessions = std::visit([](const auto& kind) { return kind.kChanges != Changes::texts; }, entry.what);
    if (of_sessions && in_force(entry, file.now, file.now)) changes.push_back(known.size());
    known.push_back({entry, file.now});
  }
  return changed_schedule(*file.schedule, known, changes);
}

// When a published session is over, as it is now: late, or with other times.
Instant end_now(const Session& published, const Schedule& now) {
  std::optional<Instant> end;
  for (const Session& one : now.sessions) {
    const bool same = !one.announced && one.id == published.id &&
                      one.printed_start.value_or(one.start) == published.start &&
                      (one.title == published.title || one.rooms == published.rooms);
    if (same) end = std::max(end, std::optional(printed_end(one)));
  }
  return end.value_or(printed_end(published));
}

bool sets_a_later_time(const SessionOverride& session, Instant now) {
  const auto* details = std::get_if<SessionDetails>(&session.change);
  return details != nullptr && std::max(details->start, details->end) > now;
}

std::optional<std::string> over(const StaffFile& file, const SessionOverride& session) {
  if (!file.schedule || sets_a_later_time(session, file.now)) return std::nullopt;
  const auto meant = sessions_meant(*file.schedule, session.target);
  const Schedule now = as_it_is_now(file);
  std::optional<Instant> last;
  for (const std::size_t index : meant)
    last = std::max(last, std::optional(end_now(file.schedule->sessions[index], now)));
  if (!last || *last > file.now) return std::nullopt;
  return fmt::format("{} ended at {}.{}", session_words(file, file.schedule->sessions[meant.front()]),
                     when(file, *last), kAllTheSame);
}

// When the first of the signs it stands on closes that are open when it begins; nothing: none closes.
std::optional<Instant> first_closing(const StaffFile& file, const Override& entry, Instant from) {
  std::optional<Instant> first;
  for (const SignNames& names : signs_of(file, entry)) {
    const auto& open = find_sign(file.settings, names.sign)->open;
    if (!open || !is_open(*open, file.zone, TrackedInstant(from))) continue;
    const seconds closes = open->closes;
    for (int day = 0; day <= 1; ++day) {
      const auto date = std::chrono::floor<std::chrono::days>(file.zone.local(from)) + std::chrono::days(day);
      const Instant closing = file.zone.locate(date + closes).instant;
      if (closing > from && (!first || closing < *first)) first = closing;
    }
  }
  return first;
}

std::optional<std::string> long_takeover(const StaffFile& file, const SayOptions& options, const Override& entry) {
  const bool asked = !options.span.until.empty() || options.span.length;
  if (level_of(entry) != MessageLevel::takeover || !asked) return std::nullopt;
  const Instant from = std::max(*entry.from, file.now);
  const std::string until = fmt::format("This takeover would take the whole glass until {}", when(file, *entry.until));
  if (*entry.until - from > kLongTakeover) return fmt::format("{}, for more than four hours.{}", until, kAllTheSame);
  const auto closing = first_closing(file, entry, from);
  if (!closing || *entry.until <= *closing) return std::nullopt;
  return fmt::format("{}, after closing at {}.{}", until, when(file, *closing), kAllTheSame);
}

std::optional<std::string> short_delay(const StaffFile& file, const Override& entry) {
  const DelayReach reach = reach_now(file, entry, *entry.from);
  if (!reach.end || *reach.end <= *entry.until) return std::nullopt;
  return fmt::format(
      "This delay would end at {}, before what it makes late is over at {}: from then on the signs would show the "
      "printed times again. Leave --until and --for out, or give --until \"{}\" or later.{}",
      when(file, *entry.until), when(file, *reach.end), when(file, *reach.end), kAllTheSame);
}

// A delay is said of what is on or comes today: of tomorrow nobody knows it yet.
std::optional<std::string> idle_delay(const StaffFile& file, const Override& entry) {
  if (!file.schedule || file.coverage != Coverage::complete) return std::nullopt;
  const Schedule now = with_session_changes(*file.schedule, file.said, *entry.from);
  const DelayReach reach = reach_of_delay(now, entry, lateness_begin(file.said, entry, *entry.from));
  const std::string rooms = fmt::format("{}", fmt::join(entry.rooms, ", "));
  if (reach.moved.empty())
    return fmt::format("Nothing is on or to come in {} that could run late.{}", rooms, kAllTheSame);
  const Session* first = nullptr;
  for (const std::size_t index : reach.moved) {
    const Session& session = now.sessions[index];
    if (first == nullptr || session.start < first->start) first = &session;
  }
  if (first->start < day_start(file.zone, *entry.from, 1)) return std::nullopt;
  return fmt::format("Nothing more is planned in {} today: it would make {} late.{}", rooms,
                     session_words(file, *first), kAllTheSame);
}

// How far `now` lies from a session, before or after it.
seconds distance(const Session& session, Instant now) {
  if (now < session.start) return session.start - now;
  return std::max(seconds(0), now - printed_end(session));
}

}  // namespace

std::optional<std::string> doubt_about(const StaffFile& file, const SayOptions& options, const Override& entry) {
  const auto* session = std::get_if<SessionOverride>(&entry.what);
  if (session != nullptr) {
    if (auto doubt = several(file, *session, options.all)) return doubt;
  }
  if (options.yes) return std::nullopt;
  if (session != nullptr) return over(file, *session);
  if (std::holds_alternative<DelayOverride>(entry.what)) {
    const auto idle = idle_delay(file, entry);
    return idle ? idle : short_delay(file, entry);
  }
  return long_takeover(file, options, entry);
}

std::string another_day_note(const StaffFile& file) {
  if (!file.schedule || file.schedule->sessions.empty()) return "";
  const auto& sessions = file.schedule->sessions;
  const Session& nearest = *std::min_element(sessions.begin(), sessions.end(), [&file](const auto& a, const auto& b) {
    return distance(a, file.now) < distance(b, file.now);
  });
  if (distance(nearest, file.now) <= std::chrono::days(1)) return "";
  Instant first = nearest.start;  // of its day
  for (const Session& one : sessions) {
    if (one.start >= file.zone.midnight(nearest.start, 0)) first = std::min(first, one.start);
  }
  return fmt::format(
      "No session of this schedule is within a day of now: the nearest day begins at {}. To try out what is "
      "said, pretend that time, here and for the sign: --at {:.16}.",
      when(file, first), file.zone.format(first));
}

}  // namespace placard
