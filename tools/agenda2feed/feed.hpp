// SPDX-License-Identifier: MIT
// Sessions written as a schedule in Placard's own format (config/feed/placard-feed.schema.json).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agenda2feed/agenda.hpp"
#include "base/time/time_zone.hpp"

namespace placard::agenda {

/// What the agenda leaves to its reader to know.
struct Venue {
  std::string event;   ///< left out of the feed when empty
  LocalTime midnight;  ///< at which the agenda's day begins
  TimeZone zone;
};

/// "2025-11-04" → the midnight at which that day begins; nullopt for any other shape and for days that do not exist.
std::optional<LocalTime> read_day(std::string_view text);

/// An id for each session, from room and start ("golden-gate-b-1300"), so that it stays when a title is mended.
std::vector<std::string> session_ids(const std::vector<Session>& sessions);

/// The feed as JSON, one session a line so that a change reads as one. The same input gives the same bytes.
std::string write_feed(const Venue& venue, const std::vector<Session>& sessions);

}  // namespace placard::agenda
