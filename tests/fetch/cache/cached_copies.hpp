// SPDX-License-Identifier: MIT
// Kept copies for tests: generations that can be told apart.
#pragma once

#include <cstdint>
#include <string>

#include "base/text/error.hpp"
#include "fetch/cache/cached_copy.hpp"

namespace placard::test {

inline const std::string kKey = "a feed";

/// Bytes no two generations of which are alike anywhere; never compressible, with lines and zeros in them.
inline std::string generation_bytes(std::uint64_t generation, std::size_t size) {
  std::string bytes(size, '\0');
  std::uint64_t state = generation * 0x9E37'79B9'7F4A'7C15U + 1;
  for (char& byte : bytes) {
    state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
    byte = static_cast<char>(state >> 56U);
  }
  return bytes;
}

/// The generation's number is its uptime, too.
inline CachedCopy generation(std::uint64_t number, std::size_t size = 2000) {
  return {kKey, {{}, "boot", std::chrono::milliseconds(number)}, "", generation_bytes(number, size)};
}

/// Which generation this is; 0 when it is none of them, unharmed.
inline std::uint64_t generation_of(const CachedCopy& copy) {
  const auto number = static_cast<std::uint64_t>(copy.good.uptime.count());
  return copy == generation(number, copy.bytes.size()) ? number : 0;
}

/// Why a copy could not be written; "" if it was.
inline std::string sentence_of(const Expected<std::size_t>& written) {
  return written ? "" : written.error().sentence;
}

}  // namespace placard::test
