// SPDX-License-Identifier: MIT
// Sessionize, the view GridSmart (sessionize.com/api/v2/…/view/GridSmart): a list of days.
#pragma once

#include "base/json/document.hpp"
#include "schedule/formats/reading/read_feed.hpp"

namespace placard {

/// Whether a document has the shape of this format: a list of days, each with rooms that have sessions.
bool is_gridsmart_feed(const json::Value& root);

/// Reads it. A bad session is left out with a problem; a document of which more than half is bad is refused.
ReadFeed read_gridsmart_feed(const json::Document& document, const ReadOptions& options);

}  // namespace placard
