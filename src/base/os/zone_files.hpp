// SPDX-License-Identifier: MIT
// The time zones of this device (package tzdata), as their files are: read when they are first asked for, and again
// when they have changed. The folder is TZDIR where that is set, as for the C library, else /usr/share/zoneinfo. Any
// thread. TimeZone::find() is defined here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace placard {

/// Looks at the files of all zones found so far, which costs a stat() each, and reads those that changed. All zones
/// found afterwards are of one edition; those found before stay as they are. What can't be read any more stays as it
/// was, and is told once: sentences for the log.
std::vector<std::string> refresh_zones();

/// Another number than before: some zone that was found has other rules now.
std::uint64_t zone_changes();

}  // namespace placard
