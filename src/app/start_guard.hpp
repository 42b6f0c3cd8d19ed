// SPDX-License-Identifier: MIT
// Breaks a crash loop: bytes that ended this program three times at its start are not read again for an hour.
#pragma once

#include <chrono>
#include <mutex>
#include <set>
#include <string>

#include "feed/kept_folder.hpp"

namespace placard {

/// So many starts that came to no good end, and what they were reading is passed over …
inline constexpr int kMostCrashes = 3;
/// … for so long: it may not have been its fault.
inline constexpr std::chrono::minutes kPassedOver{60};

/// Counts starts on the disk; where that can't be written nothing is counted. Any thread.
class StartGuard {
 public:
  /// `boot`: the kernel's id of this boot, for a power cut is no fault of the bytes. `now` of a steady clock, as
  /// everywhere here.
  StartGuard(KeptFolder folder, std::string boot, std::chrono::milliseconds now)
      : folder_(std::move(folder)), boot_(std::move(boot)), began_(now) {}

  /// The program starts; reads how often it did so before without coming to a good end.
  void begin();
  /// Bytes with this digest are about to be read. False: they must not be. If they are the end of this program, the
  /// next start knows of it.
  bool may_read(const std::string& digest, std::chrono::milliseconds now);
  /// What was read did no harm, or the program ends as it should: the count begins anew.
  void settled();

  /// A sentence for the log and the glass when something is passed over; else "".
  std::string sentence() const;

 private:
  void write();

  const KeptFolder folder_;
  const std::string boot_;
  const std::chrono::milliseconds began_;
  mutable std::mutex mutex_;
  int starts_ = 0;
  std::set<std::string> tried_;  // in lives that came to no good end, this one included
  std::set<std::string> refused_;
  std::set<std::string> harmless_;  // read in this life
};

}  // namespace placard
