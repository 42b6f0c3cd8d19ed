// SPDX-License-Identifier: MIT
// A device on which a sign lives one life after the other; each ends in order or at any instant.
#pragma once

#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>

#include "base/os/temp_folder.hpp"
#include "fetch/cache/crash_loop_guard.hpp"

namespace placard::test {

class CrashDevice {
 public:
  CrashLoopGuard& begin(std::chrono::milliseconds now = {}) {
    guard_.reset();
    if (at_death_) std::ofstream(path(), std::ios::binary) << *at_death_;
    at_death_.reset();
    guard_ = std::make_unique<CrashLoopGuard>(place(), now);
    return *guard_;
  }
  /// What is marked at this instant is what the next life finds: the program has no more to say.
  void die() {
    if (at_death_) return;
    std::ifstream file(path(), std::ios::binary);
    at_death_.emplace(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  bool dead() const { return at_death_.has_value(); }
  CrashRecordPlace place() const {
    return {CrashRecordFile::open(temp_.path("memory"), "record"), on_disk, boot, "owner"};
  }
  std::string path() const { return temp_.path("memory/record"); }

  std::string boot = "boot";
  bool on_disk = false;

 private:
  TempFolder temp_{TempFolder::Memory::here};
  std::optional<std::string> at_death_;
  std::unique_ptr<CrashLoopGuard> guard_;
};

}  // namespace placard::test
