// SPDX-License-Identifier: MIT
#include "run/config_watch.hpp"

#include <utility>
#include <variant>

#include "base/os/clock.hpp"
#include "base/os/digest.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostBytes = std::size_t{4} << 20U;

constexpr std::chrono::minutes kBetweenReadings{1};

}  // namespace

ConfigWatch::ConfigWatch(std::string path)
    : path_(std::move(path)), identity_(identity_of_file(path_)), digest_(digest()) {}

std::string ConfigWatch::digest() {
  read_at_ = steady_now();
  if (path_.empty()) return "";
  const auto read = read_local_file(path_, kMostBytes);
  const auto* file = std::get_if<FileBytes>(&read);
  return file != nullptr ? sha256(file->bytes) : "";
}

bool ConfigWatch::changed() {
  if (path_.empty()) return false;
  const auto now = identity_of_file(path_);
  if (std::exchange(identity_, now) != now) {
    settling_ = true;
    return false;
  }
  const bool may_look_the_same = now && !identity_settled(*now, wall_now());
  if (!settling_ && !may_look_the_same && steady_now() - read_at_ < kBetweenReadings) return false;
  std::string digest_now = digest();
  settling_ = false;
  const std::string before = std::exchange(digest_, std::move(digest_now));
  return before != digest_;
}

}  // namespace placard
