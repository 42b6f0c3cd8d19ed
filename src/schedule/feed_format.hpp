// SPDX-License-Identifier: MIT
// A feed's bytes → Schedule, whatever format it is in. The table of formats stands in feed_format.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "json/problem.hpp"
#include "schedule/schedule.hpp"
#include "schedule/time_zone.hpp"

namespace placard {

struct ReadOptions {
  std::optional<TimeZone> zone;  ///< the venue's, from the config: wins over the feed's for times without offset
  std::string format = {};       ///< a name from feed_format_names(); "": told from the document's shape
  std::string language = {};     ///< of texts in several languages; "": English, else the first
};

/// What came of reading a feed. Without a schedule the problems say why; with one they name the sessions left out.
struct ReadFeed {
  std::optional<Schedule> schedule;
  Problems problems;
  std::size_t skipped = 0;  ///< sessions left out
};

/// Reads the bytes of a feed. `name` is what people know it by. Never throws; time linear in the size. Any thread.
ReadFeed read_feed(const std::string& name, std::string bytes, const ReadOptions& options);

/// The formats that can be asked for, in the order of the table.
std::vector<std::string> feed_format_names();

}  // namespace placard
