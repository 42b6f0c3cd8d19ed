// SPDX-License-Identifier: MIT
// What a power cut may leave of a disk. A program's file operations are recorded, and a cut made after any of them:
// what was not forced to the disk by then may be there, be lost, be torn, or have come in another order.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "failures/file_calls.hpp"

namespace placard::test {

/// Files by full path, with their content; a folder's path ends in "/".
using DiskFiles = std::map<std::string, std::string>;

struct DiskEvent {
  enum class Kind { create, write, sync, rename, unlink, make_folder, mark } kind = Kind::mark;
  std::string path = {};      ///< of sync: of a folder; "" when it is that of a file
  std::string new_path = {};  ///< of rename
  int file = 0;               ///< of all but sync of a folder and mark: files are numbered as they are met
  std::string data = {};      ///< of write
  std::size_t mark = 0;       ///< of mark: the test's own
};

/// Records what is done to files while it lives.
class DiskTrace : public FileCallWatch {
 public:
  /// `before`: what is on the disk.
  explicit DiskTrace(const DiskFiles& before = {});
  void made(const FileCall& call) override;
  void mark(std::size_t number) { events_.push_back({DiskEvent::Kind::mark, "", "", 0, "", number}); }
  const std::vector<DiskEvent>& events() const { return events_; }

 private:
  std::vector<DiskEvent> events_;
  std::map<std::string, int> file_of_path_;
  std::map<int, int> file_of_descriptor_;
  int files_ = 0;
};

/// Calls `see` with all that a cut after each of the events may leave, and the last mark before the cut. Every choice
/// of the changes of names that were not synced, in every order; each file not synced as it was, whole, halved, and
/// with parts that were never written.
using SeeLeft = std::function<void(const DiskFiles& left, std::size_t mark)>;
void for_every_cut(const DiskFiles& before, const std::vector<DiskEvent>& events, const SeeLeft& see);

/// Makes the files that are below `from` below the real folder `to`, instead of what is there.
void lay_out_files(const DiskFiles& files, const std::string& from, const std::string& to);

}  // namespace placard::test
