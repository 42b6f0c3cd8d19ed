// SPDX-License-Identifier: MIT
#include "base/os/edit_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
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
#include "base/os/writer_lock.hpp"

namespace placard {
namespace {

constexpr int kMostLinks = 40;

Error system_error(const std::string& path, std::error_code error) {
  return {fmt::format("{} could not be written: {}.", path, error.message())};
}

std::error_code last_error() {
  return {errno, std::generic_category()};
}

std::pair<std::string, std::string> folder_and_name(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return {".", path};
  return {slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

// Whether what a link leads to may be made: somebody else's link must not choose where a file of this user comes to be.
bool may_be_made(const std::string& link, const std::string& target) {
  struct stat itself {};
  struct stat from {};
  struct stat to {};
  if (lstat(link.c_str(), &itself) != 0 || stat(folder_and_name(link).first.c_str(), &from) != 0) return false;
  if (stat(folder_and_name(target).first.c_str(), &to) != 0) return true;  // nothing can be made there
  const bool same_folder = from.st_dev == to.st_dev && from.st_ino == to.st_ino;
  return same_folder || itself.st_uid == 0 || itself.st_uid == to.st_uid;
}

// What a symbolic link leads to, also when that is still to be made.
Expected<std::string> real_path(std::string path) {
  const std::unique_ptr<char, decltype(&std::free)> real(realpath(path.c_str(), nullptr), std::free);
  if (real) return std::string(real.get());
  for (int links = 0; links < kMostLinks; ++links) {
    std::error_code no_link;
    const auto read = std::filesystem::read_symlink(path, no_link);
    if (no_link) break;
    const std::string target = (std::filesystem::path(path).parent_path() / read).string();
    if (!may_be_made(path, target)) {
      return failed(
          fmt::format("{} is a link to {}, which is not there, in a folder of somebody else. Make that file, or "
                      "remove the link.",
                      path, target));
    }
    path = target;
  }
  return path;
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
  const auto real = real_path(path);
  if (!real) return real.error();
  const auto [folder, name] = folder_and_name(*real);
  // The edited file is replaced, so it can't be what is locked.
  const auto guard = lock_for_writing(folder, name);
  if (!guard) return guard.error();
  const auto before = read_text(*real, max_bytes);
  if (!before) return before.error();
  const auto text = edit(*before);
  if (!text) return text.error();
  if (*text == before->value_or("")) return std::nullopt;
  const Descriptor directory(open_folder(folder));
  if (directory.get() < 0) return system_error(*real, last_error());
  // Whoever holds the lock is the only one to write beside the file.
  const FileReplacement replacement{name, fmt::format(".{}.new", name), "", FileAccess::as_before, Durable::yes};
  const std::error_code error = replace_file(directory.get(), replacement, *text);
  return error ? std::optional(system_error(*real, error)) : std::nullopt;
}

}  // namespace placard
