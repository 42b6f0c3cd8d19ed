// SPDX-License-Identifier: MIT
// What both views of Sessionize say of a session in the same words.
#pragma once

#include "schedule/formats/reading/feed_reading.hpp"

namespace placard {

/// Title, times (local ones), flags and id of a session.
void read_sessionize_session(FeedReading& reading, const SessionObject& object, Session& session);

/// Whether a category's title says that its items are the tracks: "Track", "Which track does your session fit
/// into?"
bool is_track_category(const std::string& title);

}  // namespace placard
