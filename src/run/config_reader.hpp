// SPDX-License-Identifier: MIT
// The config of a run, read again when its file says something else, or this device knows its time zones otherwise.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "base/os/clock.hpp"
#include "cli/load_venue.hpp"
#include "run/config_watch.hpp"

namespace placard {

/// How often the files of the time zones are looked at: an update of tzdata replaces one after the other.
inline constexpr std::chrono::minutes kZonesLookedAtEvery{1};

/// Reads the config the options name, for this device, with the time zones it has now; what is wrong with them goes to
/// the log.
LoadedVenue load_config(const Options& options);

/// Main thread.
class ConfigReader {
 public:
  /// Of the file as it is now. `options` outlive this.
  explicit ConfigReader(const Options& options);

  /// Has the next call of changed() read the config, whatever its file says.
  void read_anew() { changed_ = true; }
  /// The config, once its file says something else or a zone that was found has other rules. A change whose reading
  /// throws is read by the next call.
  std::optional<LoadedVenue> changed(std::chrono::steady_clock::time_point now = steady_now());

 private:
  bool zones_changed(std::chrono::steady_clock::time_point now);

  const Options& options_;
  ConfigWatch watch_;
  std::uint64_t zones_;
  std::chrono::steady_clock::time_point zones_looked_at_;
  bool changed_ = false;
};

}  // namespace placard
