// SPDX-License-Identifier: MIT
#include "base/os/writer_lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace placard {
namespace {

constexpr int kTries = 500;
constexpr useconds_t kBetweenTries = 20'000;  // µs; ten seconds in all

// Who may do what with the lock: who may write in the folder, and nobody else, not even read it.
mode_t mode_of_lock(const struct stat& folder) {
  return 0600U | ((folder.st_mode & S_IWGRP) != 0 ? 0060U : 0U) | ((folder.st_mode & S_IWOTH) != 0 ? 0006U : 0U);
}

// One that others can open may be held by them. No writer takes such a lock, so it may be removed at any time.
bool is_void(const struct stat& lock, const struct stat& folder) {
  const mode_t read_only = ((lock.st_mode & 0444U) >> 1U) & ~lock.st_mode;
  const bool other_group = (lock.st_mode & S_IRWXG) != 0 && lock.st_gid != folder.st_gid;
  return !S_ISREG(lock.st_mode) || read_only != 0 || other_group || (lock.st_mode & 0077U & ~mode_of_lock(folder)) != 0;
}

// 0, or why none can be made.
int make_lock(const std::string& path, const struct stat& folder) {
  const Descriptor made(open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (made.get() < 0) return errno == EEXIST ? 0 : errno;
  const bool of_group = fchown(made.get(), static_cast<uid_t>(-1), folder.st_gid) == 0;
  return fchmod(made.get(), mode_of_lock(folder) & (of_group ? 0777U : 0707U)) == 0 ? 0 : errno;
}

bool removed_as_void(const std::string& path, const struct stat& folder) {
  struct stat lock {};
  return lstat(path.c_str(), &lock) == 0 && is_void(lock, folder) && unlink(path.c_str()) == 0;
}

bool is_at(const std::string& path, const struct stat& lock) {
  struct stat there {};
  return lstat(path.c_str(), &there) == 0 && there.st_dev == lock.st_dev && there.st_ino == lock.st_ino;
}

// flock() would do for who may only read.
int try_lock(int file) {
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  return fcntl(file, F_OFD_SETLK, &whole) == 0 ? 0 : errno;
}

struct Attempt {
  std::unique_ptr<const Descriptor> lock;  // held; null: not yet
  int error = 0;                           // why not; 0: something changed, try again at once
  bool hopeless = false;
};

Attempt try_once(const std::string& path, const struct stat& folder) {
  auto file = std::make_unique<const Descriptor>(open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  const int error = errno;
  if (file->get() < 0 && error == ENOENT) {
    const int unmade = make_lock(path, folder);
    return {nullptr, unmade, unmade != 0};
  }
  struct stat lock {};
  const bool unusable = file->get() < 0 || fstat(file->get(), &lock) != 0 || is_void(lock, folder);
  if (unusable && removed_as_void(path, folder)) return {};
  // One that was just made is its maker's alone for a moment.
  if (unusable) return {nullptr, file->get() < 0 ? error : EACCES};
  if (const int held = try_lock(file->get()); held != 0) return {nullptr, held, held != EAGAIN && held != EINTR};
  return is_at(path, lock) ? Attempt{std::move(file)} : Attempt{};
}

}  // namespace

Expected<std::unique_ptr<const Descriptor>> lock_for_writing(const std::string& folder, const std::string& name) {
  const std::string file = folder + "/" + name;
  const std::string path = fmt::format("{}/.{}.lock", folder, name);
  Attempt attempt;
  for (int i = 0; i < kTries && !attempt.hopeless; ++i) {
    if (attempt.error != 0) usleep(kBetweenTries);
    struct stat folder_now {};
    if (stat(folder.c_str(), &folder_now) != 0)
      return failed(fmt::format("{} could not be written: {}.", file, std::generic_category().message(errno)));
    attempt = try_once(path, folder_now);
    if (attempt.lock) return std::move(attempt.lock);
  }
  const std::string reason = std::generic_category().message(attempt.error);
  if (attempt.hopeless) return failed(fmt::format("{} could not be written: {}.", file, reason));
  if (attempt.error == EAGAIN) {
    return failed(fmt::format("{} is being changed by somebody else for a long time. Try again.", file));
  }
  return failed(fmt::format("{} can't be locked: {}. Remove {} while nobody changes it.", file, reason, path));
}

}  // namespace placard
