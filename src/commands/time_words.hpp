// SPDX-License-Identifier: MIT
// Instants in the sentences of commands, in the venue's style. Pure; any thread.
#pragma once

#include <string>

#include "view/time_text.hpp"

namespace placard {

/// "1:00 PM on Tue, Nov 4".
std::string time_and_date(const TimeStyle& style, Instant instant);

/// "1:00 PM today", "… tomorrow", "… yesterday", else as time_and_date().
std::string time_and_day(const TimeStyle& style, Instant instant, Instant now);

/// "from 1:05 PM until 1:35 PM today", "from 1:05 PM today until 4:00 AM tomorrow".
std::string from_until(const TimeStyle& style, Instant from, Instant until, Instant now);

}  // namespace placard
