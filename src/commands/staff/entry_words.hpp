// SPDX-License-Identifier: MIT
// What entries say and hit, in words for the person who said it: the answer of `say` and its list.
#pragma once

#include <string>
#include <vector>

#include "commands/staff_file.hpp"
#include "view/time_text.hpp"

namespace placard {

/// How the venue writes times.
TimeStyle style_of(const StaffFile& file);

/// The signs of the config that an entry concerns, in the config's order.
std::vector<SignNames> signs_of(const StaffFile& file, const Override& entry);

/// `"State of vLLM 2025" (Keynote Session, 1:00 PM today)`.
std::string session_words(const StaffFile& file, const Session& session);

/// A few of `all`, then how many more: "a, b, c, +2 more".
std::string some_of(const std::vector<std::string>& all);

/// What an entry says or does: `warning "Lunch is late"`, `cancelled: "State of vLLM 2025" (Keynote Session, 1:00 PM
/// today)`, `10 minutes late: Lightning Theater (4 sessions)`. Without the feed, as far as the entry tells.
std::string what_words(const StaffFile& file, const Override& entry);

/// Where it stands: "on every sign (12)", "on 2 signs (golden-gate-a, golden-gate-b)".
std::string where_words(const StaffFile& file, const Override& entry);

/// "from 1:05 PM until 1:35 PM today".
std::string span_words(const StaffFile& file, const Override& entry);

}  // namespace placard
