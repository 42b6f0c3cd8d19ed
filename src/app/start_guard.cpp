// SPDX-License-Identifier: MIT
#include "app/start_guard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace placard {
namespace {

const std::string kName = "starts";
constexpr std::size_t kMostTried = 64;  // more than two generations of any number of feeds a venue has
constexpr std::size_t kMostHarmless = 64;

}  // namespace

// The notes: how many starts, then the digests of what they tried.
void StartGuard::begin() {
  const std::scoped_lock lock(mutex_);
  const auto found = folder_.read(kName, kName);
  if (!found.copies.empty() && found.copies.front().good.boot == boot_) {
    std::istringstream notes(found.copies.front().notes);
    notes >> starts_;
    for (std::string digest; notes >> digest && tried_.size() < kMostTried;) tried_.insert(digest);
  }
  if (starts_ >= kMostCrashes) refused_ = tried_;
  starts_ = std::clamp(starts_, 0, kMostCrashes) + 1;
  write();
}

bool StartGuard::may_read(const std::string& digest, std::chrono::milliseconds now) {
  const std::scoped_lock lock(mutex_);
  if (refused_.contains(digest) && now - began_ < kPassedOver) return false;
  if (harmless_.contains(digest) || tried_.size() >= kMostTried) return true;
  starts_ = std::max(starts_, 1);
  if (tried_.insert(digest).second) write();
  return true;
}

void StartGuard::settled() {
  const std::scoped_lock lock(mutex_);
  if (starts_ == 0 && tried_.empty()) return;
  if (harmless_.size() + tried_.size() > kMostHarmless) harmless_.clear();
  for (const std::string& digest : tried_) {
    if (!refused_.contains(digest)) harmless_.insert(digest);
  }
  starts_ = 0;
  tried_.clear();
  write();
}

std::string StartGuard::sentence() const {
  const std::scoped_lock lock(mutex_);
  if (refused_.empty()) return "";
  return fmt::format(
      "Placard ended {} times while it read the same feed or messages, so they are passed over for an hour. Please "
      "report it, with the file.",
      kMostCrashes);
}

// Only this program's own end matters, so nothing waits for the disk.
void StartGuard::write() {
  std::string notes = std::to_string(starts_);
  for (const std::string& digest : tried_) notes += " " + digest;
  folder_.write(kName, {kName, {{}, boot_, {}}, notes, ""}, Durable::no);
}

}  // namespace placard
