// SPDX-License-Identifier: MIT
// The config as one sign uses it.
#pragma once

#include <optional>
#include <string>

#include "settings/settings.hpp"

namespace placard {

/// A config ready to use. Without `sign`, `sentence` says why none could be chosen.
struct Venue {
  Settings settings;
  std::optional<SignSettings> sign;
  std::string sentence;
};

}  // namespace placard
