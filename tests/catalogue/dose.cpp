// SPDX-License-Identifier: MIT
#include "catalogue/dose.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

namespace placard::test {
namespace {

std::uint64_t number_from(const char* variable, std::uint64_t usual) {
  const char* text = std::getenv(variable);
  return text == nullptr || *text == '\0' ? usual : std::strtoull(text, nullptr, 10);
}

}  // namespace

Dose dose(const std::string& cases, std::uint64_t usual) {
  const Dose taken{number_from("PLACARD_SEED", 1), number_from("PLACARD_COUNT", usual)};
  MESSAGE(taken.count << " " << cases << ", PLACARD_SEED=" << taken.first);
  return taken;
}

}  // namespace placard::test
