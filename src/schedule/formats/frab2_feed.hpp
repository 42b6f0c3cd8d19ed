// SPDX-License-Identifier: MIT
// The c3voc/frab schedule.json, version 2 (a draft), as the CCC hub publishes it.
#pragma once

#include "base/json/document.hpp"
#include "schedule/formats/reading/read_feed.hpp"

namespace placard {

/// Whether a document has the shape of this format: an object "schedule.conference" and a list
/// "schedule.events".
bool is_frab2_feed(const json::Value& root);

/// Reads it. A bad session is left out with a problem; a document of which more than half is bad is refused.
ReadFeed read_frab2_feed(const json::Document& document, const ReadOptions& options);

}  // namespace placard
