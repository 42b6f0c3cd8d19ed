// SPDX-License-Identifier: MIT
#include "catalogue/process_memory.hpp"

#include <fstream>
#include <string>

namespace placard::test {
namespace {

std::size_t bytes_of(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::size_t kib = 0;
    if (word == field && status >> kib) return kib << 10U;
  }
  return 0;
}

std::size_t more_than(std::size_t before, std::size_t now) {
  return now > before ? now - before : 0;
}

}  // namespace

MemoryGrowth::MemoryGrowth() {
  std::ofstream("/proc/self/clear_refs") << "5";  // the peak counts from now on
  start_ = bytes_of("VmHWM:");
}

std::size_t MemoryGrowth::peak() const {
  return more_than(start_, bytes_of("VmHWM:"));
}

std::size_t MemoryGrowth::kept() const {
  return more_than(start_, bytes_of("VmRSS:"));
}

}  // namespace placard::test
