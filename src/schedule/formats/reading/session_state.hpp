// SPDX-License-Identifier: MIT
// The states of sessions in the feeds' words.
#pragma once

#include <string_view>

#include "schedule/formats/reading/feed_reading.hpp"

namespace placard {

/// The member "signup_status" of pretalx: a session that is "full" has no seats left.
void read_signup_status(json::ObjectReader& object, Session& session);

/// What a state such as "accepted", "rejected", "canceled" or "delayed" means for a sign: cancelled and delayed ones
/// are shown as such, those that were never accepted not at all.
SessionOutcome read_state(json::ObjectReader& object, std::string_view key, Session& session);

}  // namespace placard
