// SPDX-License-Identifier: MIT
#include "base/os/clock_chip.hpp"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>

namespace placard {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kLatest = 100'000'000'000;  // in the year 5138

std::optional<Instant> chip_time(const fs::path& chip) {
  std::ifstream file(chip / "since_epoch");
  std::int64_t since_epoch = 0;
  if (!(file >> since_epoch) || since_epoch < 0 || since_epoch > kLatest) return std::nullopt;
  return Instant(seconds(since_epoch));
}

}  // namespace

ClockChip look_at_chip(const std::string& folder, Instant now) {
  std::error_code error;
  fs::directory_iterator chips(folder, error);
  if (error) return ClockChip::unknown;
  ClockChip found = ClockChip::none;
  for (; !error && chips != fs::directory_iterator(); chips.increment(error)) {
    const auto time = chip_time(chips->path());
    if (time && std::chrono::abs(*time - now) <= kSameAsChip) return ClockChip::agrees;
    found = ClockChip::differs;
  }
  return found;
}

}  // namespace placard
