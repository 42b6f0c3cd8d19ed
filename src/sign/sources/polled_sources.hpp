// SPDX-License-Identifier: MIT
// What is polled of a venue, and how often.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fetch/source.hpp"
#include "settings/settings.hpp"

namespace placard {

/// Which of a venue's sources are meant.
enum class SourceSet { feeds, feeds_and_overrides };

/// The feeds, in the order of the config.
std::vector<Source> feed_sources(const Settings& settings);

/// The staff's overrides; nothing when the config names none.
std::optional<Source> overrides_source(const Settings& settings);

/// Whose answer it is: the index of a feed; nothing: the overrides'. `id` is one that these functions gave.
std::optional<std::size_t> feed_index_of(const std::string& id);

}  // namespace placard
