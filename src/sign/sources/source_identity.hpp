// SPDX-License-Identifier: MIT
// What makes a feed or a list of messages the same one under another config or after a restart.
#pragma once

#include <string>

#include "settings/settings.hpp"

namespace placard {

/// On which clock something was read.
enum class ReadOn { device_clock, pretended_clock };

/// Of a feed: its address, format and event, hashed, so that no secret can be read from it. What was read on a
/// pretended clock is something else.
std::string feed_identity(const Settings& settings, std::size_t feed, ReadOn clock);
std::string overrides_identity(const Settings& settings, ReadOn clock);

}  // namespace placard
