// SPDX-License-Identifier: MIT
// Tells when the config file says something else. A look costs a stat(), on whatever file system it lies; it is read
// where that cannot tell: for two seconds after each change, and once a minute.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/os/local_file.hpp"

namespace placard {

/// Main thread.
class ConfigWatch {
 public:
  /// Of the file as it is now; "" watches nothing.
  explicit ConfigWatch(std::string path);

  /// Whether the file holds other bytes than when it was last said, or came, or went. A file that was changed since the
  /// last look is looked at again first: it may be half written.
  bool changed();

 private:
  std::string digest();

  std::string path_;
  std::optional<FileIdentity> identity_;  // nothing: there is no such file
  std::string digest_;
  std::chrono::steady_clock::time_point read_at_;
  bool settling_ = false;  // it changed at the last look
};

}  // namespace placard
