// SPDX-License-Identifier: MIT
// The time zones of a device whose package tzdata is updated by a test.
#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/os/temp_folder.hpp"
#include "base/time/tzif_bytes.hpp"

namespace placard::test {

/// A zone database of the test's own in place of the device's.
class DeviceZones {
 public:
  explicit DeviceZones(const std::string& edition = "2025b") {
    mkdir(folder_.path("Test").c_str(), 0700);
    index("# version " + edition +
          "\nL Test/Here Old/Here\nL Old/Here Older/Here\nL Loop/A Loop/B\nL Loop/B Loop/A\n"
          "L ../Test/Here Escape/A\n");
    setenv("TZDIR", folder_.path("").c_str(), 1);
  }
  ~DeviceZones() { unsetenv("TZDIR"); }
  DeviceZones(const DeviceZones&) = delete;
  DeviceZones& operator=(const DeviceZones&) = delete;

  /// As a package manager puts a file in the place of another.
  void put(const std::string& zone, const std::string& bytes) const {
    rename(folder_.write("new", bytes).c_str(), folder_.path(zone).c_str());
  }
  void put(const std::string& zone, std::chrono::hours offset) const {
    put(zone, tzif_file({{}, {std::chrono::seconds(offset).count()}, ""}));
  }
  void remove(const std::string& zone) const { unlink(folder_.path(zone).c_str()); }
  void index(const std::string& text) const { put("tzdata.zi", text); }
  std::string path(const std::string& zone) const { return folder_.path("") + "/" + zone; }

 private:
  TempFolder folder_;
};

}  // namespace placard::test
