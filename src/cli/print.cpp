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

std::string no_resources_sentence(const std::string& why) {
  return fmt::format(
      "This device has no memory, threads or open files left ({}): raise the service's limits (MemoryMax, TasksMax, "
      "LimitNOFILE), or end other programs.",
      why);
}

}  // namespace placard
