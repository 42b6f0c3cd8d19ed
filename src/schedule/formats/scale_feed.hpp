// SPDX-License-Identifier: MIT
// The list of sessions that the signs of the SCaLE conference read.
#pragma once

#include "base/json/document.hpp"
#include "schedule/formats/reading/read_feed.hpp"

namespace placard {

/// Whether a document has the shape of this format: a list of objects with "StartTime" and "Location".
bool is_scale_feed(const json::Value& root);

/// Reads it. A bad session is left out with a problem; a document of which more than half is bad is refused.
ReadFeed read_scale_feed(const json::Document& document, const ReadOptions& options);

}  // namespace placard
