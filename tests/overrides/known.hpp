// SPDX-License-Identifier: MIT
// Overrides for tests, written as in the file and read at noon.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "overrides/for_sign.hpp"
#include "overrides/read_overrides.hpp"
#include "schedule/programme.hpp"

namespace placard::test {

inline LoadedOverrides known(const std::vector<std::string>& entries, Instant first_read = moment("12:00")) {
  std::string text = "{\"overrides\": [";
  for (std::size_t i = 0; i < entries.size(); ++i) text += (i > 0 ? ",\n" : "") + entries[i];
  const ReadOverrides read = read_overrides("overrides.json", text + "]}", los_angeles());
  if (!read.overrides || read.overrides->size() != entries.size()) {
    throw std::invalid_argument(read.problems.empty() ? "bad entries" : to_sentence(read.problems.front()));
  }
  LoadedOverrides out;
  for (const Override& entry : *read.overrides) out.push_back({entry, first_read});
  return out;
}

}  // namespace placard::test
