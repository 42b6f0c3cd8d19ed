// SPDX-License-Identifier: MIT
#include "run/config_reader.hpp"

#include "run/log.hpp"

namespace placard {

LoadedVenue load_config(const Options& options) {
  LoadedVenue loaded = load_venue(options, host_name());
  for (const Problem& problem : loaded.problems) log(to_sentence(problem));
  if (loaded.venue && !loaded.venue->sentence.empty()) log(loaded.venue->sentence);
  return loaded;
}

ConfigReader::ConfigReader(const Options& options) : options_(options), watch_(config_path(options).value_or("")) {}

std::optional<LoadedVenue> ConfigReader::changed() {
  changed_ = changed_ || watch_.changed();
  if (!changed_) return std::nullopt;
  LoadedVenue loaded = load_config(options_);
  changed_ = false;
  return loaded;
}

}  // namespace placard
