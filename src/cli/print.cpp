// SPDX-License-Identifier: MIT
#include "cli/print.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace placard {

void print_error(const std::string& sentence) {
  fmt::print(stderr, "placard: {}\n", sentence);
}

int refuse(const std::string& sentence, int status) {
  print_error(sentence);
  return status;
}

}  // namespace placard
