// SPDX-License-Identifier: MIT
// Folders for kept copies, in memory where the system has such a place: thousands of lives are written there.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace placard::test {

class StateFolder {
 public:
  StateFolder() {
    const bool in_memory = std::filesystem::is_directory("/dev/shm");
    root_ = (in_memory ? std::string("/dev/shm") : std::filesystem::temp_directory_path().string()) + "/placard-XXXXXX";
    if (::mkdtemp(root_.data()) == nullptr) std::abort();
  }
  ~StateFolder() { remove(root_); }
  StateFolder(const StateFolder&) = delete;
  StateFolder& operator=(const StateFolder&) = delete;

  /// A path where nothing is.
  std::string fresh() const {
    remove(root_ + "/life");
    return root_ + "/life";
  }

 private:
  static void remove(const std::string& path) {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }

  std::string root_;
};

}  // namespace placard::test
