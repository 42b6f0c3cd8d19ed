// SPDX-License-Identifier: MIT
// How long something lasts: as feeds spell it, and as people do.
#pragma once

#include <optional>
#include <string_view>

#include "base/json/document.hpp"
#include "base/time/time.hpp"

namespace placard {

/// What a written duration may mean. Three parts are days, hours and minutes to frab, pretalx and EMF, which write them
/// of what lasts 24 hours or more, and hours, minutes and seconds to whoever prints a span of time by its defaults.
struct WrittenDuration {
  seconds span;                          ///< of three parts the first meaning, where it is possible (0:45:00 is not)
  std::optional<seconds> in_hours = {};  ///< of three parts the second one, where it is possible

  bool operator==(const WrittenDuration&) const = default;
};

/// "1:30" and "01:30" are hours and minutes, of which there may be more than 59 ("0:90"); "1:02:30" is told above. At
/// most 60 days; nothing for other texts. Any thread.
std::optional<WrittenDuration> parse_duration(std::string_view text);

/// A duration as such a text, as ISO 8601 writes it ("PT1H30M", "P1DT2H"), as a number of minutes ("90", 90, 90.0), or
/// in words ("90 min", "1 h 30", "2 hours").
std::optional<WrittenDuration> read_duration(const json::Value& value);

/// A span as people write it: "30m", "2h", "1 h 30 min", "90s", "1d", "12H12M12S", "1:30"; a number alone is minutes,
/// one behind a unit the next smaller unit ("1h2"). Nothing for other texts and for more than 30 days. Any thread.
std::optional<seconds> parse_span(std::string_view text);

}  // namespace placard
