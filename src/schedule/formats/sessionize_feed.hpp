// SPDX-License-Identifier: MIT
// Sessionize, the view All (sessionize.com/api/v2/…/view/All).
#pragma once

#include "base/json/document.hpp"
#include "schedule/formats/reading/read_feed.hpp"

namespace placard {

/// Whether a document has the shape of this format: lists "sessions" and "rooms", and sessions with
/// "startsAt".
bool is_sessionize_feed(const json::Value& root);

/// Reads it. A bad session is left out with a problem; a document of which more than half is bad is refused.
ReadFeed read_sessionize_feed(const json::Document& document, const ReadOptions& options);

}  // namespace placard
