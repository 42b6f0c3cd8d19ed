// SPDX-License-Identifier: MIT
#include "base/os/edit_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "base/os/descriptor.hpp"
#include "base/os/local_file.hpp"

namespace placard {
namespace {

constexpr int kTries = 500;
constexpr useconds_t kBetweenTries = 20'000;  // µs; ten seconds in all
constexpr int kMostLinks = 40;

Error system_error(const std::string& path) {
  return {fmt::format("{} could not be written: {}.", path, std::generic_category().message(errno))};
}

// What a symbolic link leads to, also when that is still to be made.
std::string real_path(std::string path) {
  const std::unique_ptr<char, decltype(&std::free)> real(realpath(path.c_str(), nullptr), std::free);
  if (real) return real.get();
  for (int links = 0; links < kMostLinks; ++links) {
    std::error_code no_link;
    const auto target = std::filesystem::read_symlink(path, no_link);
    if (no_link) break;
    path = (std::filesystem::path(path).parent_path() / target).string();
  }
  return path;
}

std::pair<std::string, std::string> folder_and_name(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return {".", path};
  return {slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

// NFS locks only what is open for writing; a lock file somebody else made may be only for reading.
int open_lock(const std::string& path) {
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
  return file >= 0 ? file : open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
}

std::optional<Error> lock(const Descriptor& file, const std::string& path) {
  for (int i = 0; i < kTries; ++i) {
    if (flock(file.get(), LOCK_EX | LOCK_NB) == 0) return std::nullopt;
    if (errno != EWOULDBLOCK && errno != EINTR) {
      return Error{fmt::format("{} can't be locked: {}.", path, std::generic_category().message(errno))};
    }
    usleep(kBetweenTries);
  }
  return Error{fmt::format("{} is being changed by somebody else for a long time. Try again.", path)};
}

// Only root may give files away; a member of its group can at least leave it to that group, by which the signs may
// read it.
void give_to_owner(int fd, const struct stat& before) {
  const auto nobody = static_cast<uid_t>(-1);
  if (fchown(fd, before.st_uid, before.st_gid) != 0 && fchown(fd, nobody, before.st_gid) != 0) errno = 0;
}

bool write_all(int fd, const std::string& text) {
  std::size_t done = 0;
  while (done < text.size()) {
    const ssize_t wrote = write(fd, text.data() + done, text.size() - done);
    if (wrote < 0 && errno != EINTR) return false;
    if (wrote > 0) done += static_cast<std::size_t>(wrote);
  }
  return fsync(fd) == 0;
}

// The new text stands beside the file until it is whole on the disk. Whoever holds the lock is the only one to write
// it, so what stands there already was left by somebody who was stopped.
bool replace(const std::string& path, const std::string& text) {
  const auto [folder, name] = folder_and_name(path);
  const std::string beside = fmt::format("{}/.{}.new", folder, name);
  unlink(beside.c_str());
  struct stat before {};
  const bool known = stat(path.c_str(), &before) == 0;
  bool good = false;
  {
    const Descriptor file(open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    if (file.get() < 0) return false;
    good = write_all(file.get(), text);
    if (good && known) give_to_owner(file.get(), before);
    if (good && known) good = fchmod(file.get(), before.st_mode & 07777) == 0;
  }
  good = good && rename(beside.c_str(), path.c_str()) == 0;
  if (!good) {
    const int error = errno;
    unlink(beside.c_str());
    errno = error;
    return false;
  }
  const Descriptor directory(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return directory.get() < 0 || fsync(directory.get()) == 0;
}

Expected<std::optional<std::string>> read_text(const std::string& path, std::size_t max_bytes) {
  auto file = read_local_file(path, max_bytes);
  if (auto* bytes = std::get_if<FileBytes>(&file)) return std::optional(std::move(bytes->bytes));
  const auto* failure = std::get_if<FileFailure>(&file);
  if (failure == nullptr || failure->missing) return std::optional<std::string>();
  return failed(failure->sentence + ".");
}

}  // namespace

std::optional<Error> edit_file(const std::string& path, std::size_t max_bytes, const Edit& edit) {
  const std::string real = real_path(path);
  const auto [folder, name] = folder_and_name(real);
  // The lock is a file of its own, for the edited one is replaced; it stays, for removing it would let two in.
  const std::string lock_path = fmt::format("{}/.{}.lock", folder, name);
  const Descriptor guard(open_lock(lock_path));
  if (guard.get() < 0) return system_error(real);
  if (auto error = lock(guard, real)) return error;
  const auto before = read_text(real, max_bytes);
  if (!before) return before.error();
  const auto text = edit(*before);
  if (!text) return text.error();
  if (*text == before->value_or("")) return std::nullopt;
  if (!replace(real, *text)) return system_error(real);
  return std::nullopt;
}

}  // namespace placard
