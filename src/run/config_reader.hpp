// SPDX-License-Identifier: MIT
// The config of a run, read again when its file says something else.
#pragma once

#include <optional>

#include "cli/load_venue.hpp"
#include "run/config_watch.hpp"

namespace placard {

/// Reads the config the options name, for this device; what is wrong with it goes to the log.
LoadedVenue load_config(const Options& options);

/// Main thread.
class ConfigReader {
 public:
  /// Of the file as it is now. `options` outlive this.
  explicit ConfigReader(const Options& options);

  /// Has the next call of changed() read the config, whatever its file says.
  void read_anew() { changed_ = true; }
  /// The config, once its file says something else. A change whose reading throws is read by the next call.
  std::optional<LoadedVenue> changed();

 private:
  const Options& options_;
  ConfigWatch watch_;
  bool changed_ = false;
};

}  // namespace placard
