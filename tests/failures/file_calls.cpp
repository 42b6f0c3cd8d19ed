// SPDX-License-Identifier: MIT
// These functions stand in front of the C library's in this program, so the code under test calls them. They make the
// system's calls directly.
#include "failures/file_calls.hpp"

#include <fcntl.h>
#include <linux/limits.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdarg>
#include <mutex>

namespace placard::test {
namespace {

std::recursive_mutex one_at_a_time;
FileCallWatch* watch = nullptr;  // guarded by one_at_a_time
bool watching = false;           // so is this: it is in one of its functions

std::string path_of(int descriptor) {
  std::array<char, PATH_MAX> path{};
  const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
  const long size = syscall(SYS_readlink, link.c_str(), path.data(), path.size());
  return size < 0 ? "" : std::string(path.data(), static_cast<std::size_t>(size));
}

std::string full_path(int folder, const char* path) {
  if (*path == '/' || folder == AT_FDCWD) return path;
  return path_of(folder) + "/" + path;
}

// Makes a call as the watch wants it; `make` gets the size a read or write may have.
template <typename Make>
long watched(FileCall call, const void* data, std::size_t size, Make make) {
  const std::scoped_lock lock(one_at_a_time);
  if (watch == nullptr || watching) return make(size);
  watching = true;
  const int error = watch->fails(call);
  const std::size_t most = watch->at_most(call, size);
  long result = -1;
  if (error == 0) {
    result = make(most);
  } else {
    errno = error;
  }
  const int after = errno;
  if (result >= 0) {
    if (call.kind == CallKind::open) call.descriptor = static_cast<int>(result);
    if (call.kind == CallKind::write) {
      call.data = {static_cast<const char*>(data), static_cast<std::size_t>(result)};
    }
    watch->made(call);
  }
  watching = false;
  errno = after;
  return result;
}

FileCall of_descriptor(CallKind kind, int descriptor) {
  FileCall call;
  call.kind = kind;
  call.descriptor = descriptor;
  return call;
}

FileCall of_path(CallKind kind, std::string path, std::string new_path = "") {
  FileCall call;
  call.kind = kind;
  call.path = std::move(path);
  call.new_path = std::move(new_path);
  return call;
}

int open_watched(int folder, const char* path, int flags, mode_t mode) {
  FileCall call = of_path(CallKind::open, full_path(folder, path));
  call.creates = (flags & O_CREAT) != 0;
  return static_cast<int>(watched(std::move(call), nullptr, 0,
                                  [&](std::size_t) { return syscall(SYS_openat, folder, path, flags, mode); }));
}

}  // namespace

FileCallWatch::FileCallWatch() {
  const std::scoped_lock lock(one_at_a_time);
  watch = this;
}

FileCallWatch::~FileCallWatch() {
  const std::scoped_lock lock(one_at_a_time);
  watch = nullptr;
}

}  // namespace placard::test

using namespace placard::test;

extern "C" {

int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open_watched(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open_watched(folder, path, flags, mode);
}

int fstat(int file, struct stat* status) noexcept {
  return static_cast<int>(watched(of_descriptor(CallKind::status, file), nullptr, 0,
                                  [&](std::size_t) { return syscall(SYS_fstat, file, status); }));
}

ssize_t read(int file, void* data, std::size_t size) {
  return watched(of_descriptor(CallKind::read, file), nullptr, size,
                 [&](std::size_t most) { return syscall(SYS_read, file, data, most); });
}

ssize_t write(int file, const void* data, std::size_t size) {
  return watched(of_descriptor(CallKind::write, file), data, size,
                 [&](std::size_t most) { return syscall(SYS_write, file, data, most); });
}

int fsync(int file) {
  FileCall call = of_descriptor(CallKind::sync, file);
  call.path = path_of(file);
  return static_cast<int>(watched(std::move(call), nullptr, 0, [&](std::size_t) { return syscall(SYS_fsync, file); }));
}

int mkdir(const char* path, mode_t mode) noexcept {
  return static_cast<int>(watched(of_path(CallKind::make_folder, path), nullptr, 0,
                                  [&](std::size_t) { return syscall(SYS_mkdir, path, mode); }));
}

int unlinkat(int folder, const char* path, int flags) noexcept {
  return static_cast<int>(watched(of_path(CallKind::unlink, full_path(folder, path)), nullptr, 0,
                                  [&](std::size_t) { return syscall(SYS_unlinkat, folder, path, flags); }));
}

int renameat(int from, const char* path, int to, const char* new_path) noexcept {
  return static_cast<int>(watched(of_path(CallKind::rename, full_path(from, path), full_path(to, new_path)), nullptr, 0,
                                  [&](std::size_t) { return syscall(SYS_renameat, from, path, to, new_path); }));
}

}  // extern "C"
