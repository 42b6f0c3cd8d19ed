// SPDX-License-Identifier: MIT
// Another process that writes one generation of a copy after the other until it is killed.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstdint>

#include "fetch/cache/cache_folder.hpp"

namespace placard::test {

/// A number that two processes see.
class SharedNumber {
 public:
  SharedNumber();
  ~SharedNumber();
  SharedNumber(const SharedNumber&) = delete;
  SharedNumber& operator=(const SharedNumber&) = delete;
  std::atomic<std::uint64_t>& value() const { return *number_; }

 private:
  std::atomic<std::uint64_t>* number_;
};

/// Writes generations from `first` on under "feed"; `on_disk` is the one last said to be on the disk.
class WriterProcess {
 public:
  WriterProcess(const CacheFolder& folder, std::uint64_t first, std::size_t size, const SharedNumber& on_disk);
  /// kill -9.
  ~WriterProcess();
  WriterProcess(const WriterProcess&) = delete;
  WriterProcess& operator=(const WriterProcess&) = delete;

  /// Has it begin no other call until go_on(); the one it is in comes to its end.
  void pause() const;
  void go_on() const;

 private:
  pid_t process_;
};

}  // namespace placard::test
