// SPDX-License-Identifier: MIT
#include "schedule/plausibility.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/fold.hpp"

namespace placard {
namespace {

constexpr seconds kClocksDiffer{300};  // between the maker of a feed and this device

bool has_sessions_in(const Schedule& schedule, const std::vector<std::string>& rooms) {
  const auto own = rooms_named(schedule, rooms);
  return std::any_of(schedule.sessions.begin(), schedule.sessions.end(), [&own](const Session& session) {
    return std::any_of(session.rooms.begin(), session.rooms.end(),
                       [&own](std::size_t room) { return std::find(own.begin(), own.end(), room) != own.end(); });
  });
}

std::optional<Instant> believable(std::optional<Instant> generated, Instant now) {
  return generated && *generated <= now + kClocksDiffer ? generated : std::nullopt;
}

bool is_of_another_event(const Schedule& known, const Schedule& news, const std::string& event) {
  if (known.event.empty() || news.event.empty()) return false;
  const std::string name = fold_name(news.event);
  return name != fold_name(known.event) && name != fold_name(event);
}

}  // namespace

std::vector<std::string> rejection_reasons(const Schedule& known, const Schedule& news,
                                           const PlausibilityRules& rules) {
  std::vector<std::string> found;
  if (is_of_another_event(known, news, rules.event)) {
    found.push_back(fmt::format("it is of another event (\"{}\", not \"{}\")", news.event, known.event));
  }
  if (has_sessions_in(known, rules.rooms) && !has_sessions_in(news, rules.rooms)) {
    found.push_back(fmt::format("it has lost the room \"{}\"", rules.rooms.front()));
  }
  if (news.sessions.size() * 2 < known.sessions.size()) {
    found.push_back(fmt::format("it has {} sessions instead of {}", news.sessions.size(), known.sessions.size()));
  }
  const auto before = believable(rules.generated, rules.now);
  const auto after = believable(news.generated_at, rules.now);
  if (before && after && *after < *before) found.emplace_back("it is an older copy (by its generated_at)");
  return found;
}

}  // namespace placard
