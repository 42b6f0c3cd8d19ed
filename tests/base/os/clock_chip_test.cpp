// SPDX-License-Identifier: MIT
#include "base/os/clock_chip.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/os/temp_folder.hpp"

using namespace placard;
using namespace std::chrono_literals;
using placard::test::TempFolder;

namespace {

constexpr Instant kNow{seconds(1'762'286'400)};

}  // namespace

TEST_CASE("what the chips of a device say of its wall clock") {
  struct Row {
    const char* name;
    std::vector<std::string> chips;  // what each says
    ClockChip says;
  };
  const Row rows[] = {
      {"none", {}, ClockChip::none},
      {"the same", {"1762286400\n"}, ClockChip::agrees},
      {"30 s before", {"1762286370\n"}, ClockChip::agrees},
      {"31 s before", {"1762286369\n"}, ClockChip::differs},
      {"31 s after", {"1762286431\n"}, ClockChip::differs},
      {"a dead battery", {"946684812\n"}, ClockChip::differs},
      {"one of two", {"946684812\n", "1762286401\n"}, ClockChip::agrees},
      {"no number", {"\n"}, ClockChip::differs},
      {"a number that is no time", {"9999999999999999999999\n"}, ClockChip::differs},
      {"before 1970", {"-5\n"}, ClockChip::differs},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    const TempFolder folder;
    int number = 0;
    for (const std::string& said : row.chips) {
      const std::string chip = folder.path("rtc" + std::to_string(number++));
      std::filesystem::create_directory(chip);
      std::ofstream(chip + "/since_epoch") << said;
    }
    CHECK(look_at_chip(folder.path(""), kNow) == row.says);
    CHECK(look_at_chip(folder.path("missing"), kNow) == ClockChip::unknown);
  }
}
