// SPDX-License-Identifier: MIT
// What this process holds of the machine's memory, for tests that bound it.
#pragma once

#include <cstddef>

namespace placard::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kMemoryIsOurs = false;  // a sanitizer keeps what was freed
#else
inline constexpr bool kMemoryIsOurs = true;
#endif

/// Counts from its making on. One at a time: there is but one peak of a process.
class MemoryGrowth {
 public:
  MemoryGrowth();
  std::size_t peak() const;  ///< bytes more than at the start, when it was most
  std::size_t kept() const;  ///< bytes more than at the start, now

 private:
  std::size_t start_;
};

}  // namespace placard::test
