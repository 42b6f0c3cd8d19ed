// SPDX-License-Identifier: MIT
#include "run/config_reader.hpp"

#include <utility>

#include "base/os/zone_files.hpp"
#include "run/log.hpp"

namespace placard {
namespace {

void look_at_zones() {
  for (const std::string& sentence : refresh_zones()) log(sentence);
}

}  // namespace

LoadedVenue load_config(const Options& options) {
  look_at_zones();
  LoadedVenue loaded = load_venue(options, host_name());
  for (const Problem& problem : loaded.problems) log(to_sentence(problem));
  if (loaded.venue && !loaded.venue->sentence.empty()) log(loaded.venue->sentence);
  return loaded;
}

ConfigReader::ConfigReader(const Options& options)
    : options_(options),
      watch_(config_path(options).value_or("")),
      zones_(zone_changes()),
      zones_looked_at_(steady_now()) {}

// The fetch thread may come upon them first, with a zone that a feed names.
bool ConfigReader::zones_changed(std::chrono::steady_clock::time_point now) {
  if (now - zones_looked_at_ >= kZonesLookedAtEvery) {
    zones_looked_at_ = now;
    look_at_zones();
  }
  const std::uint64_t before = std::exchange(zones_, zone_changes());
  if (before == zones_) return false;
  log("This device's time zones have changed: the config and the feeds are read anew.");
  return true;
}

std::optional<LoadedVenue> ConfigReader::changed(std::chrono::steady_clock::time_point now) {
  // Both are looked at: each forgets what it told.
  const bool of_file = watch_.changed();
  changed_ = zones_changed(now) || of_file || changed_;
  if (!changed_) return std::nullopt;
  LoadedVenue loaded = load_config(options_);
  changed_ = false;
  return loaded;
}

}  // namespace placard
