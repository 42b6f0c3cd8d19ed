// SPDX-License-Identifier: MIT
#include "commands/staff/named_session.hpp"

#include <algorithm>

#include "commands/staff/typed_time.hpp"
#include "overrides/session_target.hpp"

namespace placard {
namespace {

constexpr std::chrono::minutes kLongestWithoutEnd{60};  // rule 4

bool holds(const std::vector<Instant>& all, Instant one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

// Of the sessions that fit otherwise the first one from today on that begins at the time that was typed.
std::optional<Instant> start_meant(const StaffFile& file, const SessionTarget& otherwise, const std::string& text) {
  const Instant today = file.zone.midnight(file.now, 0);
  std::optional<Instant> first;
  for (const Session* session : sessions_named(file, otherwise)) {
    const bool counts = session->start >= today || printed_end(*session) > file.now;
    if (!counts || !holds(typed_on(file, text, session->start), session->start)) continue;
    if (!first || session->start < *first) first = session->start;
  }
  return first ? first : typed_near(file, text, file.now);
}

// The fewest words that mean the same sessions as `said`: other words could mean others as well.
SessionTarget shortest(const StaffFile& file, const SessionTarget& said) {
  if (!file.schedule || file.coverage != Coverage::complete) return said;
  const auto meant = sessions_meant(*file.schedule, said);
  if (meant.empty()) return said;
  const Session& session = file.schedule->sessions[meant.front()];
  const std::string room = session.rooms.empty() ? "" : file.schedule->rooms[session.rooms.front()].name;
  std::vector<SessionTarget> ways;
  if (!said.id.empty()) ways.push_back({said.id, "", std::nullopt, ""});
  if (said.start && !said.room.empty()) ways.push_back({"", said.room, said.start, ""});
  if (!said.title.empty()) ways.push_back({"", "", std::nullopt, said.title});
  if (!room.empty()) ways.push_back({"", room, session.start, ""});
  if (!session.id.empty()) ways.push_back({session.id, "", std::nullopt, ""});
  const auto way = std::find_if(ways.begin(), ways.end(),
                                [&](const SessionTarget& one) { return sessions_meant(*file.schedule, one) == meant; });
  return way == ways.end() ? said : *way;
}

}  // namespace

Instant printed_end(const Session& session) {
  return session.end && *session.end > session.start ? *session.end : session.start + kLongestWithoutEnd;
}

std::vector<const Session*> sessions_named(const StaffFile& file, const SessionTarget& target) {
  std::vector<const Session*> sessions;
  if (!file.schedule) return sessions;
  for (const std::size_t index : sessions_meant(*file.schedule, target)) {
    sessions.push_back(&file.schedule->sessions[index]);
  }
  return sessions;
}

Expected<SessionTarget> named_session(const SayOptions& options, const StaffFile& file) {
  const SaySession& session = options.session;
  const auto& rooms = options.targets.rooms;
  const bool by_start = !session.start.empty() && !rooms.empty();
  if (rooms.size() > 1 || (session.id.empty() && session.title.empty() && !by_start)) {
    return failed(
        "Name the session by --session ID, by --title TITLE, or by one --room and its --start, or by several of them.");
  }
  SessionTarget target{session.id, rooms.empty() ? "" : rooms.front(), std::nullopt, session.title};
  if (!session.start.empty()) {
    target.start = start_meant(file, target, session.start);
    if (!target.start) return tl::unexpected(not_a_time("--start", session.start));
  }
  return shortest(file, target);
}

}  // namespace placard
