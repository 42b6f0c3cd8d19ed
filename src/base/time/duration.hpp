// SPDX-License-Identifier: MIT
// How long something lasts: as feeds spell it, and as people do.
#pragma once

#include <optional>
#include <string_view>

#include "base/json/document.hpp"
#include "base/time/time.hpp"

namespace placard {

/// "1:30" and "01:30" are hours and minutes, "1:02:30" days, hours and minutes, as frab writes what lasts 24 hours or
/// more. At most 60 days; nothing for other texts. Any thread.
std::optional<seconds> parse_duration(std::string_view text);

/// A duration as such a text, as ISO 8601 writes it ("PT1H30M", "P1DT2H"), or as a number of minutes.
std::optional<seconds> read_duration(const json::Value& value);

/// A span as people write it: "30m", "2h", "1 h 30 min", "90s", "1d", "12H12M12S", "1:30"; a number alone is minutes,
/// one behind a unit the next smaller unit ("1h2"). Nothing for other texts and for more than 30 days. Any thread.
std::optional<seconds> parse_span(std::string_view text);

}  // namespace placard
