// SPDX-License-Identifier: MIT
// A feed's bytes → Schedule, whatever format it is in. The table of formats stands in feed_format.cpp.
#pragma once

#include <string>
#include <vector>

#include "schedule/formats/reading/read_feed.hpp"

namespace placard {

/// Reads the bytes of a feed. `name` is what people know it by. Never throws; time linear in the size. Any thread.
ReadFeed read_feed(const std::string& name, std::string bytes, const ReadOptions& options);

/// The formats that can be asked for, in the order of the table.
std::vector<std::string> feed_format_names();

}  // namespace placard
