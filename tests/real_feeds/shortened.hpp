// SPDX-License-Identifier: MIT
// Published schedules made short, so that many variants of them can be tried.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

namespace placard::test {

/// Where the sessions of a document stand, whatever format it is in.
std::vector<nlohmann::ordered_json::json_pointer> session_lists(const nlohmann::ordered_json& document);

/// The document with eight sessions at most, and without what no sign reads.
nlohmann::ordered_json shortened(nlohmann::ordered_json document);

}  // namespace placard::test
