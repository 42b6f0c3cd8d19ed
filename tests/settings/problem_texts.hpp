// SPDX-License-Identifier: MIT
// Problems as the sentences people read.
#pragma once

#include <string>
#include <vector>

#include "base/json/problem.hpp"

namespace placard::test {

using Texts = std::vector<std::string>;

inline Texts sentences(const Problems& problems) {
  Texts out;
  for (const Problem& problem : problems) out.push_back(to_sentence(problem));
  return out;
}

}  // namespace placard::test
