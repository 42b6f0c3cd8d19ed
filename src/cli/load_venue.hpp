// SPDX-License-Identifier: MIT
// The config as this run uses it: read, with the options put in place of its values, and one sign chosen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json/problem.hpp"
#include "cli/options.hpp"
#include "settings/venue.hpp"

namespace placard {

struct LoadedVenue {
  std::optional<Venue> venue;  ///< nothing: the config can't be used, `problems` say why
  Problems problems;
};

/// Reads the config the options name (none with --feed alone) and chooses the sign. `host` is this device's name up to
/// its first dot.
LoadedVenue load_venue(const Options& options, const std::string& host);

/// The first error of a config that can't be used, as a sentence.
std::string first_error(const LoadedVenue& loaded);

/// This device's name up to the first dot.
std::string host_name();

/// The path of the config these options mean; nullopt when none is to be read: with --feed alone, and for `say` and
/// `unsay` with --overrides alone where there is none.
std::optional<std::string> config_path(const Options& options);

}  // namespace placard
