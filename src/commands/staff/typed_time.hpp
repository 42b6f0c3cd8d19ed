// SPDX-License-Identifier: MIT
// Times as people type them at `say` → instants of the venue.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text/error.hpp"
#include "commands/staff_file.hpp"

namespace placard {

/// Whether an instant can be told from the text only where the venue's zone is known.
bool is_local_time(const std::string& text);

/// The first instant after `after` that the text means: a whole date and time, "now", "in 20m" (from now on), or a time
/// of day (base/time/clock_time.hpp). Nothing: it is no time.
std::optional<Instant> typed_after(const StaffFile& file, const std::string& text, Instant after);

/// The instants it can mean on the venue's day of `day`, earliest first: none, where it is no time.
std::vector<Instant> typed_on(const StaffFile& file, const std::string& text, Instant day);

/// The one of them that people mean by a new time of a session at `near`: not in the night, else the nearest.
std::optional<Instant> typed_near(const StaffFile& file, const std::string& text, Instant near);

/// Four in the morning after `instant`.
Instant night_after(const StaffFile& file, Instant instant);

/// That the text of an option is no time.
Error not_a_time(const std::string& option, const std::string& text);

}  // namespace placard
