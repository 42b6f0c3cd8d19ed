// SPDX-License-Identifier: MIT
// Makes the n-th allocation of our own code fail, once or from then on, by the rule that a test tries every n until
// none is reached.
#pragma once

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

/// Tries `attempt(fails, index)` with every index at which an allocation can fail, until it says that none did. Returns
/// how many there were.
template <typename Attempt>
std::size_t fail_each_allocation(Attempt attempt) {
  std::size_t tried = 0;
  for (const Fails fails : kFails) {
    std::size_t index = 1;
    while (attempt(fails, index)) ++index;
    tried += index - 1;
  }
  return tried;
}

}  // namespace placard::test
