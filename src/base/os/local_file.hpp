// Reads a file of this device: all of it or a sentence why not. Any thread; blocks as long as the disk does.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace placard {

/// Tells whether a file is the one that was read before. Times are nanoseconds since 1970.
struct FileIdentity {
  dev_t device = 0;
  ino_t inode = 0;
  off_t size = 0;
  std::int64_t modified_ns = 0, changed_ns = 0;
  bool operator==(const FileIdentity&) const = default;
};

struct FileBytes {
  std::string bytes;
  FileIdentity identity;
  mode_t permissions = 0;  // as in chmod
};
struct FileUnchanged {};
struct FileFailure {
  std::string sentence;  // names the path; as every Error's
  bool missing = false;  // there is no such file
};

/// Follows symbolic links. Anything but a regular file of at most `max_bytes` is a failure: a FIFO or device would
/// block for ever or never end. With `known`, a file that is still the same is not read.
std::variant<FileBytes, FileUnchanged, FileFailure> read_local_file(const std::string& path, std::size_t max_bytes,
                                                                    const std::optional<FileIdentity>& known = {});

/// That of the file at `path`, without opening it; nothing: there is none.
std::optional<FileIdentity> identity_of_file(const std::string& path);

/// False when the file was changed less than two seconds before `now`, or after it: file systems stamp coarsely (FAT
/// counts two seconds), so it may be changed again and look the same. Such an identity is not worth remembering.
bool identity_settled(const FileIdentity& identity, std::chrono::system_clock::time_point now);

}  // namespace placard
