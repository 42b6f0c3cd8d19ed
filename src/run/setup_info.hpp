// SPDX-License-Identifier: MIT
// For whoever hangs thirty signs in a morning: which of them this is, and what it lives on.
#pragma once

#include <string>
#include <vector>

#include "sign/knowledge.hpp"
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
  std::string messages;  ///< how old staff's messages are; "": there are none to read
};

/// How old staff's messages are, in words; "" when the config names none.
std::string messages_age(const Knowledge& knowledge, const View& view);

/// Lines for the foot of the glass. No token, no query of a URL.
std::vector<std::string> setup_lines(const SetupFacts& facts);

/// The addresses under which this device can be reached, IPv4 first; the loopback's are none.
std::vector<std::string> device_addresses();

}  // namespace placard
