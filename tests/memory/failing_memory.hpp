// SPDX-License-Identifier: MIT
// Makes the n-th allocation of our own code fail, once or from then on, by the rule that a test tries every n until
// none is reached.
#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <new>

namespace placard::test {

enum class Fails { once, for_ever };

inline constexpr Fails kFails[] = {Fails::once, Fails::for_ever};

/// While it lives, operator new fails in this thread when its `index`-th turn comes; counted from 1.
class FailingMemory {
 public:
  FailingMemory(Fails fails, std::size_t index);
  ~FailingMemory();
  FailingMemory(const FailingMemory&) = delete;
  FailingMemory& operator=(const FailingMemory&) = delete;

  /// Whether an allocation has failed.
  bool failed() const;
};

/// Blocks of memory that this thread has allocated and not freed.
std::ptrdiff_t live_blocks();

/// Tries `attempt(fails, index)` with every index at which an allocation can fail, until it says that none did. Returns
/// how many there were. What an attempt leaves behind may be a cache; what it leaves a second time is a leak.
template <typename Attempt>
std::size_t fail_each_allocation(Attempt attempt) {
  const auto grows = [&](Fails fails, std::size_t index) {
    const std::ptrdiff_t before = live_blocks();
    attempt(fails, index);
    return live_blocks() > before;
  };
  std::size_t tried = 0;
  for (const Fails fails : kFails) {
    std::size_t index = 1;
    while (true) {
      const std::ptrdiff_t before = live_blocks();
      if (!attempt(fails, index)) break;
      if (live_blocks() > before && grows(fails, index) && grows(fails, index)) FAIL_CHECK("a leak, index " << index);
      ++index;
    }
    tried += index - 1;
  }
  return tried;
}

}  // namespace placard::test
