// SPDX-License-Identifier: MIT
// Tells when the config file says something else. A look costs a stat(), on whatever file system it lies.
#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>
#include <tuple>

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
  using Stamp = std::tuple<bool, ino_t, off_t, time_t, long>;
  Stamp stamp() const;
  std::string digest() const;

  std::string path_;
  Stamp stamp_;
  std::string digest_;
  bool settling_ = false;
};

}  // namespace placard
