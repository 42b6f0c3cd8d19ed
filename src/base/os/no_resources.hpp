// SPDX-License-Identifier: MIT
// Thrown where the system has no thread or descriptor to give: what waits for one cannot go on.
#pragma once

#include <stdexcept>

namespace placard {

/// what() is the system's word.
class NoResources : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace placard
