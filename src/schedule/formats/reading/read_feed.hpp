// SPDX-License-Identifier: MIT
// What every reader of a feed format is asked with, and what it gives.
#pragma once

#include <optional>
#include <string>

#include "base/json/problem.hpp"
#include "base/time/time_zone.hpp"
#include "schedule/schedule.hpp"

namespace placard {

struct ReadOptions {
  std::optional<TimeZone> zone;  ///< the venue's, from the config: wins over the feed's for times without offset
  std::string format = {};       ///< a name from feed_format_names(); "": told from the document's shape
  std::string language = {};  ///< of texts in several languages (base/text/language.hpp); "": English, else the first
};

/// What came of reading a feed. Without a schedule the problems say why; with one they name the sessions left out.
struct ReadFeed {
  std::optional<Schedule> schedule;
  Problems problems;
  std::size_t skipped = 0;  ///< sessions left out
  std::string zone_doubt =
      {};  ///< a sentence where written offsets contradict the zone as this device has it; "": none
  std::size_t not_scheduled = 0;  ///< sessions without a time or a place yet: neither read nor left out
};

}  // namespace placard
