// SPDX-License-Identifier: MIT
// overrides.json → Overrides.
#pragma once

#include <optional>
#include <string>

#include "base/json/problem.hpp"
#include "base/time/time_zone.hpp"
#include "overrides/override.hpp"

namespace placard {

/// What came of reading the file. Without `overrides` it could not be parsed at all: nothing on the glass may change.
struct ReadOverrides {
  std::optional<Overrides> overrides;  ///< the good entries, in file order
  Problems problems;                   ///< what is wrong with the others
};

/// Reads the bytes of an overrides file (JSON with comments). Local times are read in `zone`. A bad entry is left out
/// and named; the others count. A takeover without `until` is an error that is named but obeyed. Pure; any thread.
ReadOverrides read_overrides(const std::string& name, std::string bytes, const TimeZone& zone);

}  // namespace placard
