// SPDX-License-Identifier: MIT
// Who hides whom: of all that staff say on one sign at one instant, what stands behind something else.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "overrides/for_sign.hpp"

namespace placard {

/// When each entry was said, so far as the file tells: its `from`; of one that has none the latest `from` above it that
/// has come at `at`, since files are written from top to bottom. When a sign first read it is no matter: all signs must
/// come to the same order.
std::vector<std::optional<Instant>> said_times(const LoadedOverrides& known, Instant at);

/// For each entry of `known` the one that hides it on the sign at `at`, by its hider_name();
/// "" for what is not hidden, does not hold then, or is not for the sign. A takeover hides all else that is said, a
/// replacement of the programme every other replacement and that the room is full, a louder message every lower one.
/// Of equals the newest counts: the later of said_times(), else the later in the file. Older notices and older warnings
/// are not hidden by their equals: they stand under the newest. Pure; any thread.
std::vector<std::string> hidden_by(const LoadedOverrides& known, const SignNames& names, Instant at);

/// What a hiding entry is called: its id, else the beginning of what it says.
std::string hider_name(const std::string& id, const std::string& says);

}  // namespace placard
