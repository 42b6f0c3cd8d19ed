// SPDX-License-Identifier: MIT
// The session.json of OPass (CCIP), as COSCUP and SITCON publish it.
#pragma once

#include "base/json/document.hpp"
#include "schedule/formats/reading/read_feed.hpp"

namespace placard {

/// Whether a document has the shape of this format: lists "sessions", "rooms" and "session_types".
bool is_opass_feed(const json::Value& root);

/// Reads it. A bad session is left out with a problem; a document of which more than half is bad is refused.
ReadFeed read_opass_feed(const json::Document& document, const ReadOptions& options);

}  // namespace placard
