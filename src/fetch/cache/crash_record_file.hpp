// SPDX-License-Identifier: MIT
// The file a crash record lies in: written in place, never forced to a disk, read by the next start.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/os/descriptor.hpp"
#include "fetch/cache/cache_folder.hpp"
#include "fetch/cache/crash_record.hpp"

namespace placard {

/// One thread at a time. What can't be read is as good as nothing; what can't be written is lost.
class CrashRecordFile {
 public:
  /// A file of ours in `folder`, which is made (mode 0700) if only it itself is missing. Null if there can be none: the
  /// folder or the file is a link, another user's, or others may write to it.
  static std::unique_ptr<CrashRecordFile> open(const std::string& folder, const std::string& name);

  /// The record, if it is of this boot and this owner.
  std::optional<CrashRecord> read(const std::string& boot, const std::string& owner) const;
  /// Puts `record` in the place of the one before: only the bytes that differ are written. Nothing while another
  /// process that lives has opened the file before.
  void write(const CrashRecord& record);

 private:
  explicit CrashRecordFile(int file);

  Descriptor file_;
  bool ours_ = false;
  std::optional<CrashRecord> written_;
};

/// Whose records lie in which file, and for how long.
struct CrashRecordPlace {
  std::unique_ptr<CrashRecordFile> file;  ///< null: nowhere
  bool on_disk = false;                   ///< it outlives the boot, so what is written wears a card
  std::string boot;
  std::string owner;
};

/// Folders in memory where a record may lie, the best first: the user's, the system's, the service's.
std::vector<std::string> memory_folders();

/// The first of `folders` (in memory) where a record can lie, else the folder of the copies. One whose records did not
/// outlive a run of this program in this boot is no good: a note among the copies, written once a boot, tells.
CrashRecordPlace crash_record_place(const std::vector<std::string>& folders, const CacheFolder& copies,
                                    const std::string& boot);

}  // namespace placard
