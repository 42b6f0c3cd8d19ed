// SPDX-License-Identifier: MIT
// A disk in memory of a few KiB, as long as the test lasts. Root only.
#pragma once

#include <sys/mount.h>
#include <sys/stat.h>

#include <string>

namespace placard::test {

class SmallDisk {
 public:
  /// Mounts it at `path`, which is made.
  SmallDisk(std::string path, unsigned kib) : path_(std::move(path)) {
    mkdir(path_.c_str(), 0700);
    const std::string options = "mode=0700,size=" + std::to_string(kib) + "k";
    mounted_ = mount("placard-test", path_.c_str(), "tmpfs", 0, options.c_str()) == 0;
  }
  ~SmallDisk() {
    if (mounted_) umount2(path_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  /// False: this user may not mount.
  bool mounted() const { return mounted_; }
  void make_read_only() const { mount(nullptr, path_.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr); }
  void make_writable() const { mount(nullptr, path_.c_str(), nullptr, MS_REMOUNT, nullptr); }

 private:
  std::string path_;
  bool mounted_ = false;
};

}  // namespace placard::test
