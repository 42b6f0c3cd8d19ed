#include "base/os/local_file.hpp"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <thread>

#include "base/os/temp_folder.hpp"

using namespace placard;
using namespace std::chrono_literals;
using placard::test::TempFolder;

namespace {

std::string bytes_of(const std::string& path) {
  const auto reading = read_local_file(path, 100);
  const auto* file = std::get_if<FileBytes>(&reading);
  return file == nullptr ? "(no bytes)" : file->bytes;
}

std::string sentence_of(const std::string& path) {
  const auto reading = read_local_file(path, 100);
  const auto* failure = std::get_if<FileFailure>(&reading);
  if (failure == nullptr) return "(no failure)";
  CHECK((failure->sentence.ends_with('.') || failure->sentence.ends_with('?')));
  return failure->sentence;
}

FileIdentity identity_of(const std::string& path) {
  return std::get<FileBytes>(read_local_file(path, 100)).identity;
}

bool unchanged(const std::string& path, const FileIdentity& known) {
  return std::holds_alternative<FileUnchanged>(read_local_file(path, 100, known));
}

}  // namespace

TEST_CASE("a regular file is read whole, also an empty one, one through a symbolic link, and one of just the limit") {
  const TempFolder folder;
  const std::string path = folder.write("feed.json", "{\"sessions\": []}");
  std::filesystem::create_symlink("feed.json", folder.path("link"));
  CHECK(bytes_of(path) == "{\"sessions\": []}");
  CHECK(bytes_of(folder.path("link")) == "{\"sessions\": []}");
  CHECK(bytes_of(folder.write("empty", "")) == "");
  CHECK(bytes_of(folder.write("limit", std::string(100, 'x'))) == std::string(100, 'x'));
  CHECK(bytes_of(folder.write("zeros", std::string(3, '\0'))) == std::string(3, '\0'));
}

TEST_CASE("what cannot be read is refused at once, with the path and what to do") {
  const TempFolder folder;
  ::mkfifo(folder.path("fifo").c_str(), 0600);
  std::filesystem::create_symlink("nowhere", folder.path("dangling"));
  std::filesystem::create_symlink("loop", folder.path("loop"));
  folder.write("large", std::string(101, 'x'));
  struct Row {
    std::string path, part;
  };
  const Row rows[] = {
      {folder.path("absent.json"), ": there is no such file: is the path right?"},
      {folder.path("dangling"), ": there is no such file"},
      {folder.path("large/below"), ": there is no such file"},
      {folder.path("loop"), ": the file cannot be read (Too many levels of symbolic links)"},
      {folder.path("large"), ": the file is larger than 100 bytes: is it the right one?"},
      {folder.path("fifo"), ": this is a pipe, not a file: name a regular file."},
      {folder.path(""), ": this is a folder, not a file"},
      {"/dev/zero", ": this is a device, not a file"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(sentence_of(row.path).starts_with(row.path + row.part));
  }
  CHECK(sentence_of("") == "a path is empty or broken: correct the config.");
  CHECK(sentence_of(std::string("a\0b", 3)) == "a path is empty or broken: correct the config.");
}

TEST_CASE("a socket is refused") {
  const TempFolder folder;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = folder.path("socket");
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  CHECK(sentence_of(path) == path + ": this is a socket or has nothing behind it: name a regular file.");
  ::close(socket);
}

TEST_CASE("a file that claims no size is still bounded") {
  CHECK(sentence_of("/proc/self/smaps") == "/proc/self/smaps: the file is larger than 100 bytes: is it the right one?");
}

TEST_CASE("a file this user may not read") {
  const TempFolder folder;
  const std::string path = folder.write("secret", "x");
  ::chmod(path.c_str(), 0);
  if (::geteuid() == 0) {
    MESSAGE("skipped: root may read everything");
    return;
  }
  CHECK(sentence_of(path) == path + ": this program may not read the file: correct its owner or mode (chmod).");
}

TEST_CASE("an unchanged file is not read again; a changed or replaced one is") {
  const TempFolder folder;
  const std::string path = folder.write("feed.json", "one");
  const FileIdentity known = identity_of(path);
  CHECK(unchanged(path, known));

  SUBCASE("another size") {
    folder.write("feed.json", "three");
  }
  SUBCASE("the same size and content, replaced by rename") {
    folder.write("feed.json.new", "one");
    std::filesystem::rename(folder.path("feed.json.new"), path);
  }
  SUBCASE("the same size, written later") {
    std::this_thread::sleep_for(20ms);  // more than a tick of the file system's clock
    folder.write("feed.json", "two");
  }
  SUBCASE("another time of modification") {
    std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() - 1h);
  }
  CHECK_FALSE(unchanged(path, known));
}

TEST_CASE("a file changed within the last two seconds may change again and look the same") {
  const auto noon = std::chrono::system_clock::time_point(20'000 * 24h + 12h);
  const auto identity = [&](auto modified_before, auto changed_before) {
    FileIdentity result;
    result.modified_ns = std::chrono::nanoseconds(noon.time_since_epoch() - modified_before).count();
    result.changed_ns = std::chrono::nanoseconds(noon.time_since_epoch() - changed_before).count();
    return result;
  };
  CHECK(identity_settled(identity(2s, 2s), noon));
  CHECK_FALSE(identity_settled(identity(1999ms, 2s), noon));
  CHECK_FALSE(identity_settled(identity(1h, 1999ms), noon));
  CHECK_FALSE(identity_settled(identity(-1h, 1h), noon));
}
