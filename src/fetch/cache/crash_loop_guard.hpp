// SPDX-License-Identifier: MIT
// Breaks a crash loop: bytes that ended this program three times soon after they were read are not read for an hour.
#pragma once

#include <chrono>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "fetch/cache/cache_folder.hpp"

namespace placard {

/// After so many lives that came to no good end, what they read last is passed over, and after one more what that one
/// read …
inline constexpr int kMostCrashes = 3;
/// … for so long: it may not have been its fault.
inline constexpr std::chrono::minutes kPassedOver{60};

/// Counts on the disk; where that can't be written nothing is counted. Any thread.
class CrashLoopGuard {
 public:
  /// `boot`: the kernel's id of this boot, for a power cut is no fault of the bytes. `now` of a steady clock, as
  /// everywhere here.
  CrashLoopGuard(CacheFolder folder, std::string boot, std::chrono::milliseconds now)
      : folder_(std::move(folder)), boot_(std::move(boot)), began_(now) {}

  /// The program starts; reads what earlier lives read before they came to no good end.
  void begin();
  /// Bytes with this digest are about to be read. False: they must not be. If they are the end of this program, the
  /// next start knows of it.
  bool may_read(const std::string& digest, std::chrono::milliseconds now);
  /// What was read in this life did no harm, or the program ends as it should.
  void mark_healthy();

  /// A sentence for the log and the glass once something was passed over; else "".
  std::string sentence() const;

 private:
  struct Tried {
    std::string digest;
    int lives = 0;  // that read it and came to no good end, this one included until it is known to be healthy
  };
  void write();

  const CacheFolder folder_;
  const std::string boot_;
  const std::chrono::milliseconds began_;
  mutable std::mutex mutex_;
  std::vector<Tried> tried_;  // the one read last comes last
  std::set<std::string> refused_;
  std::set<std::string> read_;      // in this life, and not known to be healthy yet
  std::set<std::string> harmless_;  // read in this life, and known to be healthy
  bool passed_over_ = false;
};

}  // namespace placard
