// SPDX-License-Identifier: MIT
// For whoever hangs thirty signs in a morning: which of them this is, and what it lives on.
#pragma once

#include <string>
#include <vector>

#include "view/view.hpp"

namespace placard {

struct SetupFacts {
  std::string sign;  ///< "": the config knows no sign for this device
  std::string host;
  std::vector<std::string> addresses;
  std::string config;  ///< path; "": none
  std::string feed;    ///< address, fit to be shown
  std::string health;  ///< what is wrong with the feed; ""
  Freshness freshness = Freshness::no_data;
};

/// Lines for the foot of the glass. No token, no query of a URL.
std::vector<std::string> setup_lines(const SetupFacts& facts);

/// The addresses under which this device can be reached, IPv4 first; the loopback's are none.
std::vector<std::string> device_addresses();

}  // namespace placard
