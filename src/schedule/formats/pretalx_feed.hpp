// SPDX-License-Identifier: MIT
// The JSON of the pretalx schedule widget (…/schedule/widgets/schedule.json): the only one of pretalx that has breaks.
#pragma once

#include "base/json/document.hpp"
#include "schedule/formats/reading/read_feed.hpp"

namespace placard {

/// Whether a document has the shape of this format: a list "talks", and the days of an event or its
/// "timezone".
bool is_pretalx_feed(const json::Value& root);

/// Reads it. A bad session is left out with a problem; a document of which more than half is bad is refused.
ReadFeed read_pretalx_feed(const json::Document& document, const ReadOptions& options);

}  // namespace placard
