// SPDX-License-Identifier: MIT
#include "app/edit_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <memory>
#include <system_error>
#include <utility>

#include "feed/local_file.hpp"

namespace placard {
namespace {

constexpr int kTries = 500;
constexpr useconds_t kBetweenTries = 20'000;  // µs; ten seconds in all

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  bool good() const { return fd_ >= 0; }

 private:
  int fd_;
};

Refusal system_refusal(const std::string& path) {
  return {fmt::format("{} could not be written: {}.", path, std::generic_category().message(errno))};
}

// What a symbolic link leads to; the path itself where there is nothing yet.
std::string real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(realpath(path.c_str(), nullptr), std::free);
  return real ? std::string(real.get()) : path;
}

std::pair<std::string, std::string> folder_and_name(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return {".", path};
  return {slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

bool lock(const Descriptor& file) {
  for (int i = 0; i < kTries; ++i) {
    if (flock(file.get(), LOCK_EX | LOCK_NB) == 0) return true;
    if (errno != EWOULDBLOCK && errno != EINTR) return false;
    usleep(kBetweenTries);
  }
  return false;
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

// The new text stands beside the file until it is whole on the disk.
bool replace(const std::string& path, const std::string& text) {
  const auto [folder, name] = folder_and_name(path);
  const std::string beside = fmt::format("{}/.{}.{}.new", folder, name, getpid());
  struct stat before {};
  const bool known = stat(path.c_str(), &before) == 0;
  bool good = false;
  {
    const Descriptor file(open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (!file.good()) return false;
    good = write_all(file.get(), text);
    // Only root may give files away; anybody else's file stays readable by the mode it keeps.
    if (good && known && fchown(file.get(), before.st_uid, before.st_gid) != 0) errno = 0;
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
  return !directory.good() || fsync(directory.get()) == 0;
}

std::variant<std::optional<std::string>, Refusal> read_text(const std::string& path, std::size_t max_bytes) {
  auto file = read_local_file(path, max_bytes);
  if (auto* bytes = std::get_if<FileBytes>(&file)) return std::optional(std::move(bytes->bytes));
  const auto* failure = std::get_if<FileFailure>(&file);
  if (failure == nullptr || failure->missing) return std::optional<std::string>();
  return Refusal{failure->sentence + "."};
}

}  // namespace

std::optional<Refusal> edit_file(const std::string& path, std::size_t max_bytes, const Edit& edit) {
  const std::string real = real_path(path);
  const auto [folder, name] = folder_and_name(real);
  // The lock is a file of its own, for the edited one is replaced; it stays, for removing it would let two in.
  const std::string lock_path = fmt::format("{}/.{}.lock", folder, name);
  const Descriptor guard(open(lock_path.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (!guard.good()) return system_refusal(real);
  if (!lock(guard)) {
    return Refusal{fmt::format("{} is being changed by somebody else for a long time. Try again.", real)};
  }
  const auto before = read_text(real, max_bytes);
  if (const auto* refusal = std::get_if<Refusal>(&before)) return *refusal;
  const auto after = edit(std::get<std::optional<std::string>>(before));
  if (const auto* refusal = std::get_if<Refusal>(&after)) return *refusal;
  if (!replace(real, std::get<std::string>(after))) return system_refusal(real);
  return std::nullopt;
}

}  // namespace placard
