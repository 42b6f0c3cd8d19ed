// SPDX-License-Identifier: MIT
#include "run/config_watch.hpp"

#include <utility>
#include <variant>

#include "base/os/digest.hpp"
#include "base/os/local_file.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostBytes = std::size_t{4} << 20U;

}  // namespace

ConfigWatch::ConfigWatch(std::string path) : path_(std::move(path)), stamp_(stamp()), digest_(digest()) {}

// All zero when there is none.
ConfigWatch::Stamp ConfigWatch::stamp() const {
  struct stat info {};
  const bool there = !path_.empty() && stat(path_.c_str(), &info) == 0;
  if (!there) return {};
  return {there, info.st_ino, info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec};
}

std::string ConfigWatch::digest() const {
  if (path_.empty()) return "";
  const auto read = read_local_file(path_, kMostBytes);
  const auto* file = std::get_if<FileBytes>(&read);
  return file != nullptr ? sha256(file->bytes) : "";
}

bool ConfigWatch::changed() {
  if (path_.empty()) return false;
  const Stamp now = stamp();
  if (std::exchange(stamp_, now) != now) {
    settling_ = true;
    return false;
  }
  if (!settling_) return false;
  std::string digest_now = digest();
  settling_ = false;
  const std::string before = std::exchange(digest_, std::move(digest_now));
  return before != digest_;
}

}  // namespace placard
