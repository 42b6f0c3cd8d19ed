// SPDX-License-Identifier: MIT
#include "commands/staff/session_change.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "overrides/session_target.hpp"

namespace placard {
namespace {

// A session without an end lasts an hour at the most (rule 4).
constexpr std::chrono::minutes kLongestWithoutEnd{60};
constexpr const char* kNightIsOver = "04:00";

bool sets_something(const SayOptions& options) {
  return options.set != SayDetails{};
}

std::vector<const Session*> meant(const StaffFile& file, const SessionTarget& target) {
  std::vector<const Session*> sessions;
  if (!file.schedule) return sessions;
  for (const std::size_t index : sessions_meant(*file.schedule, target)) {
    sessions.push_back(&file.schedule->sessions[index]);
  }
  return sessions;
}

Instant end_of(const Session& session) {
  return session.end && *session.end > session.start ? *session.end : session.start + kLongestWithoutEnd;
}

// The start a time of day means: of the room's sessions the first from today on that begins then.
std::optional<Instant> start_meant(const StaffFile& file, const std::string& room, const std::string& text) {
  const auto today = instant_on_day(file.zone, text, file.now);
  if (!today || parse_time(text)) return today;
  std::optional<Instant> first;
  for (const Session* session : meant(file, {"", room, std::nullopt, ""})) {
    const bool then = instant_on_day(file.zone, text, session->start) == session->start;
    if (then && session->start >= *today && (!first || session->start < *first)) first = session->start;
  }
  return first ? first : today;
}

Expected<SessionTarget> target_of(const SaySession& session, const std::vector<std::string>& rooms,
                                  const StaffFile& file) {
  const bool by_start = !session.start.empty();
  const int ways = !session.id.empty() + !session.title.empty() + by_start;
  if (ways != 1 || rooms.size() != (by_start ? 1U : 0U)) {
    return failed("Name the session by --session ID, by --title TITLE, or by one --room and its --start.");
  }
  SessionTarget target{session.id, "", std::nullopt, session.title};
  if (!by_start) return target;
  target.room = rooms.front();
  target.start = start_meant(file, target.room, session.start);
  if (!target.start) return tl::unexpected(not_a_time("--start", session.start));
  return target;
}

// The time an option means on that day; nothing: the option was not given.
Expected<std::optional<Instant>> time_of_option(const StaffFile& file, const char* option, const std::string& text,
                                                Instant day) {
  if (text.empty()) return std::nullopt;
  const auto instant = instant_on_day(file.zone, text, day);
  if (!instant) return tl::unexpected(not_a_time(option, text));
  return instant;
}

Expected<SessionDetails> details_of(const SayDetails& set, const StaffFile& file, const SessionTarget& target) {
  SessionDetails details;
  if (!set.title.empty()) details.title = set.title;
  if (!set.track.empty()) details.track = set.track;
  if (!set.speakers.empty()) details.speakers = set.speakers;
  const auto sessions = meant(file, target);
  const Instant day = sessions.empty() ? target.start.value_or(file.now) : sessions.front()->start;
  const auto start = time_of_option(file, "--set-start", set.start, day);
  if (!start) return tl::unexpected(start.error());
  const auto end = time_of_option(file, "--set-end", set.end, day);
  if (!end) return tl::unexpected(end.error());
  details.start = *start;
  details.end = *end;
  if (sessions.empty() || !(details.start || details.end)) return details;
  if (details.end.value_or(end_of(*sessions.front())) > details.start.value_or(sessions.front()->start)) return details;
  return failed(
      "The session would end before it starts. Give both --set-start and --set-end, with the day if it is another.");
}

}  // namespace

Error not_a_time(const std::string& option, const std::string& text) {
  return {fmt::format("{} {} is not a time. Write 15:30 or 2025-11-04T15:30.", option, text)};
}

bool changes_session(const SayOptions& options) {
  return options.session != SaySession{} || options.cancelled || !options.move_to.empty() || sets_something(options);
}

Expected<SessionOverride> session_change(const SayOptions& options, const StaffFile& file) {
  const int changes = options.cancelled + !options.move_to.empty() + options.full + sets_something(options);
  if (changes != 1) return failed("Say one thing of the session: --cancel, --move-to, --full or --set-….");
  const auto target = target_of(options.session, options.targets.rooms, file);
  if (!target) return tl::unexpected(target.error());
  if (options.cancelled) return SessionOverride{*target, Cancellation{}};
  if (!options.move_to.empty()) return SessionOverride{*target, RoomChange{options.move_to}};
  if (options.full) return SessionOverride{*target, SessionFull{}};
  auto details = details_of(options.set, file, *target);
  if (!details) return tl::unexpected(details.error());
  return SessionOverride{*target, std::move(*details)};
}

Instant end_of_change(const SessionOverride& session, const StaffFile& file, Instant from) {
  Instant end = from;
  for (const Session* one : meant(file, session.target)) end = std::max(end, end_of(*one));
  if (session.target.start) end = std::max(end, *session.target.start);
  if (const auto* details = std::get_if<SessionDetails>(&session.change)) {
    end = std::max({end, details->start.value_or(end), details->end.value_or(end)});
  }
  return instant_after(file.zone, kNightIsOver, end).value_or(end);
}

}  // namespace placard
