// SPDX-License-Identifier: MIT
// What a TimeZone holds: a zone as one edition of the zone database has it. Immutable, so any thread may read it.
#pragma once

#include <string>

#include "base/time/tzif.hpp"

namespace placard {

struct Zone {
  std::string name;  ///< as it was asked for
  ZoneRules rules;
  std::string edition;  ///< of the database, such as "2025b"; "" if that is not told
};

}  // namespace placard
