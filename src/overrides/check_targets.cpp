// SPDX-License-Identifier: MIT
#include "overrides/check_targets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text/clean.hpp"
#include "base/text/fold.hpp"
#include "base/text/nearest.hpp"
#include "base/text/overloaded.hpp"
#include "overrides/session_target.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostNamed = 3;
constexpr const char* kIgnored = "Until it is mended it does nothing.";

struct Checking {
  const KnownTargets& known;
  const std::string& file;
  Problems& problems;

  void warn(const Override& entry, std::string what, std::string remedy = kIgnored) const {
    problems.push_back({Severity::warning, file, entry.line, entry.column, std::move(what), std::move(remedy)});
  }
};

bool fits_one(const std::string& pattern, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&pattern](const std::string& name) { return fits_pattern(name, pattern); });
}

void check_patterns(const Checking& checking, const Override& entry, const char* what,
                    const std::vector<std::string>& patterns, const std::vector<std::string>& names) {
  for (const std::string& pattern : patterns) {
    if (fits_one(pattern, names)) continue;
    checking.warn(entry, fmt::format("No {} is called \"{}\".{}", what, pattern, did_you_mean(pattern, names)));
  }
}

std::vector<std::string> ids_of(const Schedule& schedule) {
  std::vector<std::string> ids;
  for (const Session& session : schedule.sessions) ids.push_back(session.id);
  return ids;
}

std::vector<std::string> titles_of(const Schedule& schedule) {
  std::vector<std::string> titles;
  for (const Session& session : schedule.sessions) titles.push_back(session.title);
  return titles;
}

// "The nearest starts at …" of the sessions in that room.
std::string nearest_start(const KnownTargets& known, const SessionTarget& target) {
  std::optional<Instant> nearest;
  for (const std::size_t index : sessions_meant(*known.schedule, {"", target.room, std::nullopt, ""})) {
    const Instant start = known.schedule->sessions[index].start;
    if (!nearest || std::chrono::abs(start - *target.start) < std::chrono::abs(*nearest - *target.start)) {
      nearest = start;
    }
  }
  return nearest ? fmt::format(" The nearest starts at {}.", known.when(*nearest)) : "";
}

// The one title that holds what was written is surely the one that was meant.
std::string title_meant(const std::string& written, const Schedule& schedule) {
  const std::string part = fold_name(written);
  std::set<std::string> holding;
  for (const std::string& title : titles_of(schedule)) {
    if (fold_name(title).find(part) != std::string::npos) holding.insert(title);
  }
  if (holding.size() == 1) return fmt::format(" Did you mean \"{}\"?", *holding.begin());
  return did_you_mean(written, titles_of(schedule));
}

// "in Hall at 1:00 PM today", at most so many.
std::vector<std::string> places_of(const KnownTargets& known, const std::vector<std::size_t>& sessions) {
  std::vector<std::string> places;
  for (const std::size_t index : sessions) {
    if (places.size() == kMostNamed) break;
    const Session& session = known.schedule->sessions[index];
    const std::string room = session.rooms.empty() ? "every room" : known.schedule->rooms[session.rooms.front()].name;
    places.push_back(fmt::format("in {} at {}", room, known.when(session.start)));
  }
  if (sessions.size() > places.size()) places.push_back(fmt::format("+{} more", sessions.size() - places.size()));
  return places;
}

// Of a session that is known by its id or title, but not in that room or not at that start: where it is.
std::string where_it_is(const KnownTargets& known, const std::vector<std::size_t>& found, const SessionTarget& target) {
  const std::string where = (target.room.empty() ? "" : fmt::format(" in \"{}\"", target.room)) +
                            (target.start ? " at " + known.when(*target.start) : "");
  return fmt::format("\"{}\" is not{}. It is {}.", target.title.empty() ? target.id : target.title, where,
                     fmt::join(places_of(known, found), ", "));
}

std::string unknown_session(const KnownTargets& known, const SessionTarget& target) {
  const Schedule& schedule = *known.schedule;
  if (!target.id.empty() || !target.title.empty()) {
    const auto found = sessions_meant(schedule, {target.id, "", std::nullopt, target.title});
    if (!found.empty()) return where_it_is(known, found, target);
  }
  if (!target.id.empty()) {
    return fmt::format("No session has the id \"{}\".{}", target.id, did_you_mean(target.id, ids_of(schedule)));
  }
  if (!target.title.empty()) {
    return fmt::format("No session is called \"{}\".{}", target.title, title_meant(target.title, schedule));
  }
  const auto rooms = all_room_names(schedule);
  if (!fits_one(target.room, rooms)) {
    return fmt::format("No room is called \"{}\".{}", target.room, did_you_mean(target.room, rooms));
  }
  return fmt::format("No session was published for \"{}\" at {}.{}", target.room, known.when(*target.start),
                     nearest_start(known, target));
}

void check_session(const Checking& checking, const Override& entry, const SessionOverride& session) {
  if (sessions_meant(*checking.known.schedule, session.target).empty()) {
    checking.warn(entry, unknown_session(checking.known, session.target));
  }
  const auto* move = std::get_if<RoomChange>(&session.change);
  if (move == nullptr || fits_one(move->room, checking.known.rooms)) return;
  checking.warn(entry,
                fmt::format("No room is called \"{}\".{}", move->room, did_you_mean(move->room, checking.known.rooms)),
                "People are sent there all the same.");
}

void check_what(const Checking& checking, const Override& entry) {
  std::visit(overloaded{
                 [&](const SessionOverride& session) { check_session(checking, entry, session); },
                 [](const DelayOverride&) {},
                 [](const ChangesTexts auto&) {},
             },
             entry.what);
}

void check_ids(const Checking& checking, const Overrides& overrides) {
  std::set<std::string> seen;
  for (const Override& entry : overrides) {
    if (entry.id.empty() || seen.insert(entry.id).second) continue;
    checking.warn(entry, fmt::format("Another entry has the id \"{}\" too.", entry.id),
                  "Both count; unsay removes both.");
  }
}

}  // namespace

Problems check_targets(const Overrides& overrides, const KnownTargets& known, const std::string& file) {
  Problems problems;
  const Checking checking{known, file, problems};
  for (const Override& entry : overrides) {
    check_patterns(checking, entry, "sign", entry.signs, known.signs);
    if (known.schedule == nullptr) continue;
    check_patterns(checking, entry, "room", entry.rooms, known.rooms);
    check_what(checking, entry);
  }
  check_ids(checking, overrides);
  return problems;
}

Problems check_ambiguous(const Overrides& overrides, const KnownTargets& known, const std::string& file) {
  Problems problems;
  const Checking checking{known, file, problems};
  for (const Override& entry : overrides) {
    const auto* session = std::get_if<SessionOverride>(&entry.what);
    if (known.schedule == nullptr || session == nullptr) continue;
    const auto meant = sessions_meant(*known.schedule, session->target);
    if (meant.size() < 2) continue;
    const std::string& name = session->target.title.empty() ? session->target.id : session->target.title;
    checking.warn(entry,
                  fmt::format("{} sessions are meant by \"{}\": {}.", meant.size(), clean_line(name, 60),
                              fmt::join(places_of(known, meant), ", ")),
                  "If only one is, name its \"room\" and \"start\" too.");
  }
  return problems;
}

}  // namespace placard
