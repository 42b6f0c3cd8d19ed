// SPDX-License-Identifier: MIT
// What `say` asks back instead of writing it.
#pragma once

#include <optional>
#include <string>

#include "commands/staff_file.hpp"

namespace placard {

/// Why an entry is not written before the person says so, with the option that says it: it fits several sessions
/// (--all); or (--yes) the session is over, a takeover lasts for more than four hours or beyond closing, a delay ends
/// before what it makes late, or makes nothing late today. Nothing: write it.
std::optional<std::string> doubt_about(const StaffFile& file, const SayOptions& options, const Override& entry);

/// That the event is on another day than now, and how to try out what is said; "" where a session is within a day.
std::string another_day_note(const StaffFile& file);

}  // namespace placard
