// SPDX-License-Identifier: MIT
#include "base/os/atomic_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/os/descriptor.hpp"

namespace placard {
namespace {

constexpr mode_t kPermissions = 07777;

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno != EINTR) return false;
    if (put == 0) {
      errno = EIO;
      return false;
    }
    if (put > 0) bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

// Only root may give files away; a member of its group can at least leave it to that group, by which the signs may
// read it.
bool give_access(int file, const struct stat& before) {
  const auto nobody = static_cast<uid_t>(-1);
  if (fchown(file, before.st_uid, before.st_gid) != 0) static_cast<void>(fchown(file, nobody, before.st_gid) == 0);
  return fchmod(file, before.st_mode & kPermissions) == 0;
}

// Whole and on the disk, under a name that nobody reads.
bool write_beside(int folder, const FileReplacement& replacement, std::string_view bytes) {
  const bool as_before = replacement.access == FileAccess::as_before;
  struct stat before {};
  const bool known = as_before && fstatat(folder, replacement.name.c_str(), &before, 0) == 0;
  const char* name = replacement.beside.c_str();
  unlinkat(folder, name, 0);
  const Descriptor file(openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, as_before ? 0644 : 0600));
  if (file.get() < 0 || !write_all(file.get(), bytes)) return false;
  if (known && !give_access(file.get(), before)) return false;
  return replacement.durable == Durable::no || fsync(file.get()) == 0;
}

bool put_in_place(int folder, const FileReplacement& replacement) {
  const char* name = replacement.name.c_str();
  const char* older = replacement.older.c_str();
  const bool keep = !replacement.older.empty();
  if (keep && renameat(folder, name, folder, older) != 0 && errno != ENOENT) return false;
  if (renameat(folder, replacement.beside.c_str(), folder, name) == 0) return true;
  const int error = errno;
  if (keep) renameat(folder, older, folder, name);
  errno = error;
  return false;
}

// A folder that this program may not list can't be forced to the disk.
bool force_to_disk(int folder) {
  return fsync(folder) == 0 || errno == EBADF;
}

}  // namespace

std::error_code replace_file(int folder, const FileReplacement& replacement, std::string_view bytes) {
  if (!write_beside(folder, replacement, bytes) || !put_in_place(folder, replacement)) {
    const std::error_code error(errno, std::generic_category());
    unlinkat(folder, replacement.beside.c_str(), 0);
    return error;
  }
  if (replacement.durable == Durable::yes && !force_to_disk(folder)) return {errno, std::generic_category()};
  return {};
}

}  // namespace placard
