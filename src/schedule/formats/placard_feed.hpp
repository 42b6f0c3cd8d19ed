// SPDX-License-Identifier: MIT
// Placard's own feed format; its JSON Schema is config/feed/placard-feed.schema.json.
#pragma once

#include "base/json/document.hpp"
#include "schedule/formats/reading/read_feed.hpp"

namespace placard {

/// Whether a document has the shape of this format: an object with a list "sessions" of objects with a "start".
bool is_placard_feed(const json::Value& root);

/// Reads it. A bad session is left out with a problem; a document of which more than half is bad is refused.
ReadFeed read_placard_feed(const json::Document& document, const ReadOptions& options);

}  // namespace placard
