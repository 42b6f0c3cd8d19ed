// SPDX-License-Identifier: MIT
// The c3voc/frab schedule.json, version 1, as pretalx, frab, the CCC and EMF publish it.
// Its specification: https://c3voc.de/schedule/schema.json
#pragma once

#include "base/json/document.hpp"
#include "schedule/formats/reading/read_feed.hpp"

namespace placard {

/// Whether a document has the shape of this format: an object "schedule.conference" with a list "days".
bool is_frab_feed(const json::Value& root);

/// Reads it. A bad session is left out with a problem; a document of which more than half is bad is refused.
ReadFeed read_frab_feed(const json::Document& document, const ReadOptions& options);

}  // namespace placard
