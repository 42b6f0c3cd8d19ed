// SPDX-License-Identifier: MIT
// The folder of kept copies, real files, and beside it what lies there in truth. Writes wait a while, as those of the
// keeper's thread do; what waits when the power goes is lost.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "catalogue/dose.hpp"
#include "fetch/cache/cache_folder.hpp"
#include "simulator/known_feed.hpp"
#include "simulator/known_staff.hpp"

namespace placard::test {

/// A copy, and what is true of it.
struct Kept {
  CachedCopy copy;
  Document document;  // of a feed, or what a good time is of
  GoodProof proof;
  std::vector<Note> notes = {};  // what was told when it was kept
  StaffEntries entries;          // of overrides
  bool damaged = false;
};

class Disk {
 public:
  explicit Disk(std::string path) : folder_(std::move(path)) {}

  const CacheFolder& folder() const { return folder_; }
  bool broken = false;  // nothing can be written

  void keep(const std::string& name, Kept kept) { waiting_.insert_or_assign(name, std::move(kept)); }
  void write_all();
  /// The power goes: what waits is lost, perhaps half-written.
  void lose_power(Chance& chance);
  void forget_waiting() { waiting_.clear(); }
  /// A bit of the newest copy under some name falls over; returns which.
  std::string rot(Chance& chance);
  /// A start has read everything, and put aside what is damaged.
  void set_damaged_aside();

  struct Generations {
    std::optional<Kept> newest;
    std::optional<Kept> older;
  };
  const Generations& of(const std::string& name) { return copies_[name]; }

 private:
  std::string file(const std::string& name) const { return folder_.path() + "/" + name; }

  CacheFolder folder_;
  std::map<std::string, Kept> waiting_;
  std::map<std::string, Generations> copies_;
};

}  // namespace placard::test
