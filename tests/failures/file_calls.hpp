// SPDX-License-Identifier: MIT
// Every file operation of this program passes here, so that a test can watch it, cut it short or make it fail.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace placard::test {

enum class CallKind { open, status, read, write, sync, rename, unlink, make_folder };

struct FileCall {
  CallKind kind = CallKind::open;
  int descriptor = -1;    ///< of read, write, sync and status; that of the result of open, afterwards
  std::string path;       ///< of all but read, write and status: the full path
  std::string new_path;   ///< of rename
  bool creates = false;   ///< of open: a new file
  std::string_view data;  ///< of write: what was written, afterwards
};

/// Sees the calls of all threads from its making to its end; one at a time. Calls made by its own functions are not
/// seen.
class FileCallWatch {
 public:
  FileCallWatch();
  virtual ~FileCallWatch();
  FileCallWatch(const FileCallWatch&) = delete;
  FileCallWatch& operator=(const FileCallWatch&) = delete;

  /// The errno with which the call fails instead of being made; 0: it is made.
  virtual int fails(const FileCall&) { return 0; }
  /// How much of `size` bytes a read or write moves at the most.
  virtual std::size_t at_most(const FileCall&, std::size_t size) { return size; }
  /// The call was made, and went well.
  virtual void made(const FileCall&) {}
};

}  // namespace placard::test
