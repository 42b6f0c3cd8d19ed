// SPDX-License-Identifier: MIT
#include "sign/change_log.hpp"

#include <doctest/doctest.h>

using namespace placard;
using namespace std::chrono_literals;

TEST_CASE("a line for each change of health, and at most one in ten minutes") {
  struct Step {
    std::chrono::milliseconds at;
    std::string sentence;
    std::string line;  // "": none
  };
  const Step steps[] = {
      {0s, "", ""},
      {1s, "The disk is full.", "The disk is full."},
      {2s, "The disk is full.", ""},
      {3s, "", ""},
      {601s, "The disk is full.", ""},  // as it was told
      {602s, "", "Well again: keeping copies."},
      {603s, "The disk is full.", ""},
      {1201s, "The disk is full.", ""},
      {1202s, "The disk is full.", "The disk is full."},
  };
  HealthLog log;
  for (const Step& step : steps) {
    CAPTURE(step.at.count());
    const auto lines = log.hear("keeping copies", step.sentence, step.at);
    CHECK(lines == (step.line.empty() ? std::vector<std::string>{} : std::vector<std::string>{step.line}));
  }
}

TEST_CASE("topics do not silence each other") {
  HealthLog log;
  CHECK(log.hear("a", "Trouble.", 0s).size() == 1);
  CHECK(log.hear("b", "Trouble.", 0s).size() == 1);
  CHECK(log.hear("a", "Other trouble.", 1s).empty());
}
