// SPDX-License-Identifier: MIT
#include "fetch/cache/crash_loop_guard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace placard {
namespace {

const std::string kName = "starts";
constexpr std::size_t kMostTried = 64;  // more than two generations of any number of feeds a venue has
constexpr std::size_t kMostHarmless = 64;

}  // namespace

// The notes: digests, each with the number of lives.
void CrashLoopGuard::begin() {
  const std::scoped_lock lock(mutex_);
  const auto found = folder_.read(kName, kName);
  if (found.copies.empty() || found.copies.front().good.boot != boot_) return;
  std::istringstream notes(found.copies.front().notes);
  for (Tried one; tried_.size() < kMostTried && notes >> one.digest >> one.lives;) tried_.push_back(one);
  for (const Tried& one : tried_) {
    const bool was_last = &one == &tried_.back();
    if (one.lives > kMostCrashes || (was_last && one.lives == kMostCrashes)) refused_.insert(one.digest);
  }
}

bool CrashLoopGuard::may_read(const std::string& digest, std::chrono::milliseconds now) {
  const std::scoped_lock lock(mutex_);
  if (refused_.contains(digest) && now - began_ < kPassedOver) {
    passed_over_ = true;
    return false;
  }
  if (harmless_.contains(digest) || !read_.insert(digest).second) return true;
  const auto known = std::find_if(tried_.begin(), tried_.end(), [&](const Tried& one) { return one.digest == digest; });
  Tried tried{digest, 1};
  if (known != tried_.end()) {
    tried.lives += known->lives;
    tried_.erase(known);
  }
  if (tried_.size() >= kMostTried) tried_.erase(tried_.begin());
  tried_.push_back(std::move(tried));
  write();
  return true;
}

void CrashLoopGuard::mark_healthy() {
  const std::scoped_lock lock(mutex_);
  if (read_.empty()) return;
  std::erase_if(tried_, [this](const Tried& one) { return read_.contains(one.digest); });
  if (harmless_.size() + read_.size() > kMostHarmless) harmless_.clear();
  harmless_.merge(read_);
  read_.clear();
  write();
}

std::string CrashLoopGuard::sentence() const {
  const std::scoped_lock lock(mutex_);
  if (!passed_over_) return "";
  return fmt::format(
      "Placard ended {} times while it read the same feed or messages, so they are passed over for an hour. Please "
      "report it, with the file.",
      kMostCrashes);
}

// Only this program's own end matters, so nothing waits for the disk.
void CrashLoopGuard::write() {
  std::string notes;
  for (const Tried& one : tried_) notes += fmt::format("{} {} ", one.digest, one.lives);
  folder_.write(kName, {kName, {{}, boot_, {}}, notes, ""}, Durable::no);
}

}  // namespace placard
