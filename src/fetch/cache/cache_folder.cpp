// SPDX-License-Identifier: MIT
#include "fetch/cache/cache_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "base/os/descriptor.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostBytes = (std::size_t{16} << 20U) + (std::size_t{64} << 10U);
constexpr mode_t kWritableByOthers = 0022;

std::string older(const std::string& name) {
  return name + ".1";
}

std::string why_not(const std::string& path, const char* what, int error) {
  return fmt::format(
      "{}: the last good copy could not be {} ({}): after a restart without network this sign would not "
      "know it; mend the disk or the folder's owner and mode.",
      path, what, std::generic_category().message(error));
}

// A new folder is there after a power cut only once the folder above it is on the disk.
bool make_folder(const std::string& path, mode_t mode) {
  if (mkdir(path.c_str(), mode) != 0) return errno == EEXIST;
  const std::size_t end = path.rfind('/');
  const std::string above = end == std::string::npos ? "." : path.substr(0, end + 1);
  const Descriptor folder(open(above.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.get() >= 0) fsync(folder.get());
  return true;
}

bool make_folders(const std::string& path) {
  for (std::size_t at = path.find('/', 1); at != std::string::npos; at = path.find('/', at + 1)) {
    make_folder(path.substr(0, at), 0755);
  }
  return make_folder(path, 0700);
}

bool ours_alone(const struct stat& status) {
  return status.st_uid == geteuid() && (status.st_mode & kWritableByOthers) == 0;
}

// With DynamicUser= systemd hands a service its folder through a link of root's (systemd.exec(5), StateDirectory=).
bool is_link_of_root(const std::string& path) {
  struct stat status {};
  return geteuid() != 0 && lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode) && status.st_uid == 0;
}

int read_all(int file, std::string& bytes) {
  std::array<char, 65'536> block;
  while (bytes.size() <= kMostBytes) {
    const ssize_t got = read(file, block.data(), block.size());
    if (got == 0) return 0;
    if (got < 0 && errno != EINTR) return errno;
    if (got > 0) bytes.append(block.data(), static_cast<std::size_t>(got));
  }
  return EFBIG;
}

// Nothing: there is no such file. What can't be opened or read stays where it is: the disk may be at fault, not it.
struct FileRead {
  std::string bytes;
  bool usable = true;  // a regular file of ours, no larger than we write them
  int error = 0;
};
std::optional<FileRead> read_file(int folder, const std::string& name) {
  const Descriptor file(openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (file.get() < 0 && errno == ENOENT) return std::nullopt;
  FileRead read;
  if (file.get() < 0) {
    read.usable = errno != ELOOP;
    read.error = errno;
    return read;
  }
  struct stat status {};
  if (fstat(file.get(), &status) != 0) {
    read.error = errno;
    return read;
  }
  const bool of_our_size = status.st_size <= static_cast<off_t>(kMostBytes);
  read.usable = S_ISREG(status.st_mode) && ours_alone(status) && of_our_size;
  if (read.usable) read.error = read_all(file.get(), read.bytes);
  return read;
}

std::string why_not_used(const std::variant<CachedCopy, Unreadable>& contents) {
  if (std::holds_alternative<CachedCopy>(contents)) return "is a copy of something else";
  return std::get<Unreadable>(contents) == Unreadable::damaged ? "is damaged" : "is of another version of Placard";
}

}  // namespace

int open_own_folder(const std::string& path) {
  const int no_link = is_link_of_root(path) ? 0 : O_NOFOLLOW;
  const int folder = open(path.c_str(), O_RDONLY | O_DIRECTORY | no_link | O_CLOEXEC);
  struct stat status {};
  if (folder < 0) return -1;
  if (fstat(folder, &status) == 0 && ours_alone(status)) return folder;
  close(folder);
  errno = EPERM;
  return -1;
}

CacheFolder::Found CacheFolder::read(const std::string& name, const std::string& key) const {
  Found found;
  if (path_.empty()) return found;
  const Descriptor folder(open_own_folder(path_));
  if (folder.get() < 0) {
    if (errno != ENOENT) found.sentences.push_back(why_not(path_, "read", errno));
    return found;
  }
  for (const std::string& file : {name, older(name)}) {
    const auto read = read_file(folder.get(), file);
    if (!read) continue;
    const std::string path = path_ + "/" + file;
    if (read->usable && read->error != 0) {
      found.sentences.push_back(why_not(path, "read", read->error));
      continue;
    }
    auto contents = read->usable ? unpacked(read->bytes) : std::variant<CachedCopy, Unreadable>(Unreadable::damaged);
    auto* copy = std::get_if<CachedCopy>(&contents);
    if (copy != nullptr && copy->key == key) {
      found.copies.push_back(std::move(*copy));
      continue;
    }
    found.sentences.push_back(fmt::format("{}: this kept copy {}: it is set aside.", path, why_not_used(contents)));
    renameat(folder.get(), file.c_str(), folder.get(), (name + ".damaged").c_str());
  }
  return found;
}

Expected<std::size_t> CacheFolder::write(const std::string& name, const CachedCopy& copy, Durable durable) const {
  if (path_.empty()) return std::size_t{0};
  if (!make_folders(path_)) return failed(why_not(path_, "written", errno));
  const Descriptor folder(open_own_folder(path_));
  if (folder.get() < 0) return failed(why_not(path_, "written", errno));
  const FileReplacement replacement{name, name + ".new", older(name), FileAccess::owner_only, durable};
  const std::string bytes = packed(copy);
  const std::error_code error = replace_file(folder.get(), replacement, bytes);
  if (error) return failed(why_not(path_ + "/" + name, "written", error.value()));
  return bytes.size();
}

void CacheFolder::give_way(const std::string& name) const {
  const Descriptor folder(path_.empty() ? -1 : open_own_folder(path_));
  if (folder.get() < 0 || faccessat(folder.get(), older(name).c_str(), F_OK, AT_SYMLINK_NOFOLLOW) != 0) return;
  renameat(folder.get(), name.c_str(), folder.get(), (name + ".damaged").c_str());
  renameat(folder.get(), older(name).c_str(), folder.get(), name.c_str());
}

void CacheFolder::set_aside(const std::string& name) const {
  const Descriptor folder(path_.empty() ? -1 : open_own_folder(path_));
  if (folder.get() < 0) return;
  for (const std::string& file : {older(name), name}) {
    renameat(folder.get(), file.c_str(), folder.get(), (name + ".damaged").c_str());
  }
}

}  // namespace placard
