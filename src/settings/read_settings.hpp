// SPDX-License-Identifier: MIT
// venue.json → Settings.
#pragma once

#include <optional>
#include <string>

#include "base/json/problem.hpp"
#include "settings/settings.hpp"

namespace placard {

struct ReadSettings {
  std::optional<Settings> settings;  ///< nothing when a problem is an error
  Problems problems;
};

/// Whether the config's feeds are to be used, or another is read in their place: then their faults don't matter.
enum class FeedKey { needed, replaced };

/// Reads the bytes of a venue.json (JSON with comments). `path` names the file in problems, and paths in the config are
/// taken from its folder. Unknown keys are warnings. Pure; any thread.
ReadSettings read_settings(const std::string& path, std::string bytes, FeedKey feed_key = FeedKey::needed);

}  // namespace placard
