#include "base/os/local_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "base/text/byte_size.hpp"
#include "base/os/descriptor.hpp"

namespace placard {
namespace {

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

FileIdentity identity_of(const struct stat& status) {
  return {status.st_dev, status.st_ino, status.st_size, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

FileFailure system_failure(const std::string& path, int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return {fmt::format("{}: there is no such file: is the path right?", path), true};
    case EACCES:
    case EPERM:
      return {fmt::format("{}: this program may not read the file: correct its owner or mode (chmod).", path)};
    case ENXIO:
      return {fmt::format("{}: this is a socket or has nothing behind it: name a regular file.", path)};
    default:
      return {fmt::format("{}: the file cannot be read ({}).", path, std::generic_category().message(error))};
  }
}

const char* kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a pipe";
  return "a device";
}

FileFailure too_large(const std::string& path, std::size_t max_bytes) {
  return {fmt::format("{}: the file is larger than {}: is it the right one?", path, byte_size_text(max_bytes))};
}

// Empty when all went well, else the errno. Reads one byte more than allowed, for a file may grow meanwhile.
int read_all(int fd, std::size_t max_bytes, std::string& bytes) {
  std::array<char, 65536> block;
  while (bytes.size() <= max_bytes) {
    const std::size_t wanted = std::min(block.size(), max_bytes - bytes.size() + 1);
    const ssize_t got = ::read(fd, block.data(), wanted);
    if (got == 0) return 0;
    if (got < 0 && errno != EINTR) return errno;
    if (got > 0) bytes.append(block.data(), static_cast<std::size_t>(got));
  }
  return 0;
}

}  // namespace

std::variant<FileBytes, FileUnchanged, FileFailure> read_local_file(const std::string& path, std::size_t max_bytes,
                                                                    const std::optional<FileIdentity>& known) {
  if (path.empty() || path.find('\0') != path.npos)
    return FileFailure{"a path is empty or broken: correct the config."};
  // O_NONBLOCK: opening a FIFO would wait for a writer.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  struct stat status {};
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0) return system_failure(path, errno);
  if (!S_ISREG(status.st_mode)) {
    return FileFailure{fmt::format("{}: this is {}, not a file: name a regular file.", path, kind_of(status.st_mode))};
  }
  // Taken before reading: if the file changes while it is read, the next reading sees another identity.
  FileBytes result{{}, identity_of(status), status.st_mode & 07777};
  if (known == result.identity) return FileUnchanged{};
  if (static_cast<std::uintmax_t>(status.st_size) > max_bytes) return too_large(path, max_bytes);
  if (const int error = read_all(file.get(), max_bytes, result.bytes); error != 0) return system_failure(path, error);
  if (result.bytes.size() > max_bytes) return too_large(path, max_bytes);
  return result;
}

std::optional<FileIdentity> identity_of_file(const std::string& path) {
  struct stat status {};
  if (path.empty() || ::stat(path.c_str(), &status) != 0) return std::nullopt;
  return identity_of(status);
}

bool identity_settled(const FileIdentity& identity, std::chrono::system_clock::time_point now) {
  const auto newest = std::chrono::nanoseconds(std::max(identity.modified_ns, identity.changed_ns));
  return now.time_since_epoch() - newest >= std::chrono::seconds(2);
}

}  // namespace placard
