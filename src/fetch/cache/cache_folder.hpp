// SPDX-License-Identifier: MIT
// The folder in which this device keeps its last good copies, two generations of each. Survives kill -9 and the power
// switch.
#pragma once

#include <string>
#include <vector>

#include "base/os/atomic_file.hpp"
#include "base/text/error.hpp"
#include "fetch/cache/cached_copy.hpp"

namespace placard {

/// A descriptor of the folder `path`, if it is one of ours that nobody else can write to; else -1 and errno. No link is
/// followed, but one of root's to the folder itself.
int open_own_folder(const std::string& path);

/// Blocks as long as the disk does; throws nothing but std::bad_alloc. One thread writes.
class CacheFolder {
 public:
  /// `path` is made (mode 0700) when something is first written. "" keeps nothing.
  explicit CacheFolder(std::string path) : path_(std::move(path)) {}
  const std::string& path() const { return path_; }

  /// What was found under a name: the newest readable copy first, and a sentence for each file that could not be used
  /// and was set aside (renamed to end in ".damaged").
  struct Found {
    std::vector<CachedCopy> copies;
    std::vector<std::string> sentences;
  };
  /// Only copies of `key` count. Never follows a symbolic link, but one of root's to the
  /// folder itself; files that others could have written do not count.
  Found read(const std::string& name, const std::string& key) const;

  /// Makes `copy` the newest under `name`, on the disk. If it can't be, the newest copy before can still be read.
  Expected<std::size_t> write(const std::string& name, const CachedCopy& copy, Durable durable = Durable::yes) const;

  /// Puts the newest copy under `name` out of reach, so that the one before it is the newest, and stays when another
  /// is written. Nothing if there is none before.
  void give_way(const std::string& name) const;

  /// Puts all copies under `name` out of reach, so that they are not read again.
  void set_aside(const std::string& name) const;

 private:
  std::string path_;
};

}  // namespace placard
