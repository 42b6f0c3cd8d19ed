// SPDX-License-Identifier: MIT
// How much of an endless test is tried: tools/test takes a small dose of each, tools/soak a large one.
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace placard::test {

/// Cases are numbered; the number of a case is the seed of its chance, so that one alone can be tried again.
struct Dose {
  std::uint64_t first = 1;
  std::uint64_t count = 0;
};

/// PLACARD_SEED and PLACARD_COUNT from the environment, else from case 1 on `usual` of them. Says so, for replaying.
Dose dose(const std::string& cases, std::uint64_t usual);

/// Chance that comes out the same with every compiler.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : random_(seed) {}

  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
  bool one_in(std::uint64_t number) { return below(number) == 0; }
  template <typename List>
  const auto& of(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace placard::test
