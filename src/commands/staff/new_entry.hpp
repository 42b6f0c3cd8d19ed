// SPDX-License-Identifier: MIT
// The options of `say` → an entry of the overrides file.
#pragma once

#include "base/text/error.hpp"
#include "commands/staff_file.hpp"

namespace placard {

/// Whether some time is written without its offset, so that the venue's zone must be known.
bool has_local_times(const SayOptions& options);

/// The entry the options mean, with whole times: from now unless they say otherwise, for an hour, a session's change
/// and a delay as session_change.hpp and delay_times.hpp say; or what is wrong with them. Its id is still the one that
/// was asked for.
Expected<Override> new_entry(const SayOptions& options, const StaffFile& file);

/// A short id for `entry` that none of `taken` is: the first words of what it says.
std::string free_id(const Override& entry, const std::vector<std::string>& taken);

}  // namespace placard
