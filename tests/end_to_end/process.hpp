// SPDX-License-Identifier: MIT
// Programs started by the end-to-end tests.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace placard::end_to_end {

using Environment = std::map<std::string, std::string>;  ///< set on top of ours; "" removes

struct Finished {
  int status = -1;  ///< exit status; 128 + n after signal n
  std::string out;
  std::string err;
};

/// Runs a program to its end (at most a minute) and returns what it printed.
Finished run_program(const std::vector<std::string>& command, const Environment& environment = {});

/// A program in the background; its output goes to files in a folder of its own. Killed when this ends.
class Background {
 public:
  Background(const std::vector<std::string>& command, const Environment& environment = {});
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  pid_t pid() const { return pid_; }
  std::string out() const;
  std::string err() const;
  void signal(int number) const;
  /// The exit status once it ended within `most`; -1 if it still runs.
  int wait(std::chrono::milliseconds most);

 private:
  std::string folder_;
  pid_t pid_ = -1;
  int status_ = -1;
};

/// Waits until `done()` is true, at most `most`; whether it became true.
template <typename Done>
bool eventually(std::chrono::milliseconds most, Done done) {
  const auto end = std::chrono::steady_clock::now() + most;
  while (!done()) {
    if (std::chrono::steady_clock::now() > end) return false;
    timespec nap{0, 20'000'000};
    nanosleep(&nap, nullptr);
  }
  return true;
}

std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& text);
/// A new folder that stays until the test program's folder is cleaned by the system.
std::string make_folder();
void remove_folder(const std::string& folder);

/// How often this process's main thread went to sleep of itself so far; -1 when it is gone.
long naps(pid_t pid);

/// Whether a program of this name can be started.
bool installed(const std::string& program);

}  // namespace placard::end_to_end
