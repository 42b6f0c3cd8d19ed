// SPDX-License-Identifier: MIT
// Zone files (TZif, RFC 9636): what the clocks of a zone show, for ever.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text/error.hpp"
#include "base/time/posix_zone.hpp"

namespace placard {

struct ZoneRules {
  std::vector<Instant> changes;    ///< ascending
  std::vector<seconds> offsets;    ///< before the first change, then from each on: one more than changes
  std::optional<PosixZone> after;  ///< from the last change on; nothing: the last offset stays

  bool operator==(const ZoneRules&) const = default;
};

/// Reads a file of any version, "fat" or "slim": of versions 2 and later the part with 64 bits and the last line. A
/// file that is damaged, counts leap seconds or has more than 2000 changes is refused with a sentence that begins with
/// `name`. Any thread.
Expected<ZoneRules> read_tzif(const std::string& name, std::string_view bytes);

OffsetUntil offset_at(const ZoneRules& rules, Instant instant);

}  // namespace placard
