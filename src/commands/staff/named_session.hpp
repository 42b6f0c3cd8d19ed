// SPDX-License-Identifier: MIT
// The session that the options of `say` name.
#pragma once

#include <vector>

#include "base/text/error.hpp"
#include "commands/staff_file.hpp"

namespace placard {

/// The sessions of the feed that an entry is about; none where no feed could be read.
std::vector<const Session*> sessions_named(const StaffFile& file, const SessionTarget& target);

/// When a session is over as it was published; an hour after its start where nobody wrote an end.
Instant printed_end(const Session& session);

/// What the options name by id, title, room and start, in the fewest words that mean the same sessions: all of those
/// that fit. A start by time of day alone is today's (a session that is still on counts to today), or that of the next
/// day on which one begins then. Or that they name none.
Expected<SessionTarget> named_session(const SayOptions& options, const StaffFile& file);

}  // namespace placard
