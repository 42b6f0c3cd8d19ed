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
  return !options.set_title.empty() || !options.set_start.empty() || !options.set_end.empty() ||
         !options.set_track.empty() || !options.set_speakers.empty();
}

bool names_session(const SayOptions& options) {
  return !options.session.empty() || !options.title.empty() || !options.start.empty();
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

std::variant<SessionTarget, Malformed> target_of(const SayOptions& options, const StaffFile& file) {
  SessionTarget target{options.session, "", std::nullopt, options.title};
  const int ways =
      (options.session.empty() ? 0 : 1) + (options.title.empty() ? 0 : 1) + (options.start.empty() ? 0 : 1);
  if (ways != 1 || (options.start.empty() ? 0U : 1U) != options.rooms.size()) {
    return Malformed{"Name the session by --session ID, by --title TITLE, or by one --room and its --start"};
  }
  if (options.start.empty()) return target;
  target.room = options.rooms.front();
  target.start = start_meant(file, target.room, options.start);
  if (!target.start) return not_a_time("--start", options.start);
  return target;
}

// Fills `into` from an option that may be empty; false where its text is no time.
bool read_time_option(const StaffFile& file, const std::string& text, Instant day, std::optional<Instant>& into) {
  if (text.empty()) return true;
  into = instant_on_day(file.zone, text, day);
  return into.has_value();
}

std::variant<SessionDetails, Malformed> details_of(const SayOptions& options, const StaffFile& file,
                                                   const SessionTarget& target) {
  SessionDetails changes;
  if (!options.set_title.empty()) changes.title = options.set_title;
  if (!options.set_track.empty()) changes.track = options.set_track;
  if (!options.set_speakers.empty()) changes.speakers = options.set_speakers;
  const auto sessions = meant(file, target);
  const Instant day = sessions.empty() ? target.start.value_or(file.now) : sessions.front()->start;
  if (!read_time_option(file, options.set_start, day, changes.start)) {
    return not_a_time("--set-start", options.set_start);
  }
  if (!read_time_option(file, options.set_end, day, changes.end)) return not_a_time("--set-end", options.set_end);
  if (sessions.empty() || !(changes.start || changes.end)) return changes;
  const Instant start = changes.start.value_or(sessions.front()->start);
  if (changes.end.value_or(end_of(*sessions.front())) > start) return changes;
  return Malformed{
      "The session would end before it starts. Give both --set-start and --set-end, with the day if it is another"};
}

}  // namespace

Malformed not_a_time(const std::string& option, const std::string& text) {
  return {fmt::format("{} {} is not a time. Write 15:30 or 2025-11-04T15:30", option, text)};
}

bool changes_session(const SayOptions& options) {
  return names_session(options) || options.cancelled || !options.move_to.empty() || sets_something(options);
}

std::variant<SessionOverride, Malformed> session_change(const SayOptions& options, const StaffFile& file) {
  const int changes = (options.cancelled ? 1 : 0) + (options.move_to.empty() ? 0 : 1) + (options.full ? 1 : 0) +
                      (sets_something(options) ? 1 : 0);
  if (changes != 1) return Malformed{"Say one thing of the session: --cancel, --move-to, --full or --set-…"};
  const auto target = target_of(options, file);
  if (const auto* malformed = std::get_if<Malformed>(&target)) return *malformed;
  SessionOverride session;
  session.target = std::get<SessionTarget>(target);
  if (options.cancelled) session.change = Cancellation{};
  if (!options.move_to.empty()) session.change = RoomChange{options.move_to};
  if (options.full) session.change = SessionFull{};
  if (!sets_something(options)) return session;
  auto details = details_of(options, file, session.target);
  if (const auto* malformed = std::get_if<Malformed>(&details)) return *malformed;
  session.change = std::get<SessionDetails>(std::move(details));
  return session;
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
