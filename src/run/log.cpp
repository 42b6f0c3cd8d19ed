// SPDX-License-Identifier: MIT
#include "run/log.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace placard {

void log(const std::string& line) {
  fmt::print(stderr, "{}\n", line);
}

}  // namespace placard
