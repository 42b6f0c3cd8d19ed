// SPDX-License-Identifier: MIT
// Zone files made by hand.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace placard::test {

/// What a file says: the changes with the type that begins there, the types' offsets in seconds, the last line.
struct TzifParts {
  std::vector<std::pair<std::int64_t, int>> changes;
  std::vector<std::int64_t> offsets = {0};
  std::string last_line = "UTC0";
  std::size_t leap_seconds = 0;
};

inline std::string big_endian(std::int64_t number, int bytes) {
  std::string out;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += static_cast<char>(number >> shift & 0xFF);
  return out;
}

/// A header and what it announces, with times of so many bytes.
inline std::string tzif_block(const TzifParts& parts, char version, int time_bytes) {
  std::string out = "TZif" + std::string(1, version) + std::string(15, '\0');
  for (const std::size_t count : {std::size_t{0}, std::size_t{0}, parts.leap_seconds, parts.changes.size(),
                                  parts.offsets.size(), std::size_t{4}}) {
    out += big_endian(static_cast<std::int64_t>(count), 4);
  }
  for (const auto& change : parts.changes) out += big_endian(change.first, time_bytes);
  for (const auto& change : parts.changes) out += static_cast<char>(change.second);
  for (const std::int64_t offset : parts.offsets) out += big_endian(offset, 4) + std::string(2, '\0');
  out += std::string("ABC\0", 4);
  return out + std::string(parts.leap_seconds * (static_cast<std::size_t>(time_bytes) + 4), '\0');
}

/// A file of version 1, or of a later one with an empty first part, as slim files have it.
inline std::string tzif_file(const TzifParts& parts, char version = '2') {
  if (version == '\0') return tzif_block(parts, version, 4);
  return tzif_block({}, version, 4) + tzif_block(parts, version, 8) + '\n' + parts.last_line + '\n';
}

}  // namespace placard::test
