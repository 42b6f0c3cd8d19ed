// SPDX-License-Identifier: MIT
#include "base/os/edit_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "base/os/atomic_file.hpp"
#include "base/os/descriptor.hpp"
#include "base/os/local_file.hpp"

namespace placard {
namespace {

constexpr int kTries = 500;
constexpr useconds_t kBetweenTries = 20'000;  // µs; ten seconds in all
constexpr int kMostLinks = 40;

Error system_error(const std::string& path, std::error_code error) {
  return {fmt::format("{} could not be written: {}.", path, error.message())};
}

std::error_code last_error() {
  return {errno, std::generic_category()};
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

// One that may not be listed can be written to all the same.
int open_folder(const std::string& path) {
  const int folder = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  return folder >= 0 ? folder : open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
}

Expected<std::optional<std::string>> read_text(const std::string& path, std::size_t max_bytes) {
  auto file = read_local_file(path, max_bytes);
  if (auto* bytes = std::get_if<FileBytes>(&file)) return std::optional(std::move(bytes->bytes));
  const auto* failure = std::get_if<FileFailure>(&file);
  if (failure == nullptr || failure->missing) return std::optional<std::string>();
  return failed(failure->sentence);
}

}  // namespace

std::optional<Error> edit_file(const std::string& path, std::size_t max_bytes, const Edit& edit) {
  const std::string real = real_path(path);
  const auto [folder, name] = folder_and_name(real);
  // The lock is a file of its own, for the edited one is replaced; it stays, for removing it would let two in.
  const std::string lock_path = fmt::format("{}/.{}.lock", folder, name);
  const Descriptor guard(open_lock(lock_path));
  if (guard.get() < 0) return system_error(real, last_error());
  if (auto error = lock(guard, real)) return error;
  const auto before = read_text(real, max_bytes);
  if (!before) return before.error();
  const auto text = edit(*before);
  if (!text) return text.error();
  if (*text == before->value_or("")) return std::nullopt;
  const Descriptor directory(open_folder(folder));
  if (directory.get() < 0) return system_error(real, last_error());
  // Whoever holds the lock is the only one to write beside the file.
  const FileReplacement replacement{name, fmt::format(".{}.new", name), "", FileAccess::as_before, Durable::yes};
  const std::error_code error = replace_file(directory.get(), replacement, *text);
  return error ? std::optional(system_error(real, error)) : std::nullopt;
}

}  // namespace placard
