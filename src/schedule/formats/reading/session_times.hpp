// SPDX-License-Identifier: MIT
// When the sessions of a feed begin and end.
#pragma once

#include "schedule/formats/reading/feed_reading.hpp"

namespace placard {

/// A date and time as an instant; nothing when it is absent, or bad (then the object has failed). A time without offset
/// is read in the config's zone, else the feed's; where the clocks change, that is told once for the document.
std::optional<Instant> read_instant(FeedReading& reading, json::ObjectReader& object, std::string_view key);
/// The instant of a local time, told of as read_instant() does.
std::optional<Instant> local_instant(FeedReading& reading, json::ObjectReader& object, std::string_view key,
                                     LocalTime local);
/// The session's start, which must be there.
void read_start(FeedReading& reading, json::ObjectReader& object, std::string_view key, Session& session);
/// The session's end. A bad one is none, with a warning; one that is earlier in the day than the start, on the start's
/// date, is the next day's, with a warning, where that makes 16 hours at the most; any other stays as it is written,
/// and rule 4 judges it.
void read_end(FeedReading& reading, const SessionObject& object, std::string_view key, Session& session);

/// The session's end from the member "end", else from its "duration"; no length is an end at the start.
void read_end_or_duration(FeedReading& reading, const SessionObject& object, Session& session);

}  // namespace placard
