// SPDX-License-Identifier: MIT
// The last good copy of a document as it stands on the disk: a few lines that tell what it is, then its bytes.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>

namespace placard {

/// When something was last known to be good. The uptime counts within one boot; the time of day only if the clock was
/// trusted then.
struct GoodTime {
  std::optional<std::chrono::sys_seconds> time;
  std::string boot;                     ///< the kernel's id of the boot; "": unknown
  std::chrono::milliseconds uptime{0};  ///< since that boot, sleep included
  bool vouched = false;                 ///< somebody else than the device said that `time` was right
  std::optional<std::chrono::milliseconds> synchronised =
      std::nullopt;  ///< the uptime at which the kernel last said so

  bool operator==(const GoodTime&) const = default;
};

struct CachedCopy {
  std::string key;  ///< of what it is a copy, on one line
  GoodTime good;
  std::string notes;  ///< of whoever keeps it, on one line
  std::string bytes;

  bool operator==(const CachedCopy&) const = default;
};

/// The file's contents: its first line names the version, a SHA-256 covers everything else. Control characters in the
/// key and the notes are dropped. Throws only std::bad_alloc.
std::string packed(const CachedCopy& copy);

enum class Unreadable {
  damaged,        ///< cut, changed, or no kept copy at all
  other_version,  ///< written by another version of this program
};

/// The copy in a file's contents. Any thread; throws only std::bad_alloc.
std::variant<CachedCopy, Unreadable> unpacked(std::string_view file);

}  // namespace placard
