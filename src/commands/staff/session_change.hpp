// SPDX-License-Identifier: MIT
// The options of `say` → what is different about a session.
#pragma once

#include "base/text/error.hpp"
#include "commands/staff_file.hpp"

namespace placard {

/// Whether the options name a session or a change that only a session can have.
bool changes_session(const SayOptions& options);

/// The change they mean, or what is wrong with them. New times are taken on the session's own day, an end as the first
/// such time after the start.
Expected<SessionOverride> session_change(const SayOptions& options, const StaffFile& file);

/// Until when a change holds that begins at `from`, when nobody said: four in the morning after the session, by its
/// printed times and its new ones. No earlier, for a delay may carry a cancelled session past its printed end, and it
/// must not come back then.
Instant end_of_change(const SessionOverride& session, const StaffFile& file, Instant from);

}  // namespace placard
