// SPDX-License-Identifier: MIT
// What happens when calls fail or the power goes: failures/.
#include "base/os/atomic_file.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <filesystem>

#include "base/os/descriptor.hpp"
#include "base/os/temp_folder.hpp"
#include "schedule/programme.hpp"

using namespace placard;
using namespace placard::test;

namespace {

mode_t mode_of(const std::string& path) {
  struct stat status {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

std::error_code replace_in(const TempFolder& temp, const FileReplacement& replacement, const std::string& bytes) {
  const Descriptor folder(open(temp.path("").c_str(), O_RDONLY | O_DIRECTORY));
  return replace_file(folder.get(), replacement, bytes);
}

}  // namespace

TEST_CASE("a file is replaced whole, and nothing stays beside it") {
  const TempFolder temp;
  temp.write("a.new", "left by a crash");
  CHECK_FALSE(replace_in(temp, {"a", "a.new"}, "one"));
  CHECK_FALSE(replace_in(temp, {"a", "a.new"}, std::string(300'000, 'x')));
  CHECK(file_text(temp.path("a")) == std::string(300'000, 'x'));
  CHECK_FALSE(std::filesystem::exists(temp.path("a.new")));
  CHECK(mode_of(temp.path("a")) == 0600);
}

TEST_CASE("the file before can keep another name") {
  const TempFolder temp;
  const FileReplacement replacement{"a", "a.new", "a.1", FileAccess::owner_only, Durable::no};
  CHECK_FALSE(replace_in(temp, replacement, "one"));
  CHECK_FALSE(std::filesystem::exists(temp.path("a.1")));
  CHECK_FALSE(replace_in(temp, replacement, "two"));
  CHECK_FALSE(replace_in(temp, replacement, "three"));
  CHECK(file_text(temp.path("a")) == "three");
  CHECK(file_text(temp.path("a.1")) == "two");
}

TEST_CASE("access as before: of the old file, and for all to read when there is none") {
  const TempFolder temp;
  const FileReplacement replacement{"a", "a.new", "", FileAccess::as_before};
  const mode_t mask = umask(022);
  CHECK_FALSE(replace_in(temp, replacement, "one"));
  CHECK(mode_of(temp.path("a")) == 0644);
  std::filesystem::permissions(temp.path("a"), std::filesystem::perms(0664));
  CHECK_FALSE(replace_in(temp, replacement, "two"));
  CHECK(mode_of(temp.path("a")) == 0664);
  umask(mask);
}

TEST_CASE("what can't be replaced stays, with the reason") {
  const TempFolder temp;
  std::filesystem::create_directories(temp.path("a/in"));
  CHECK(replace_in(temp, {"a", "a.new"}, "one") == std::errc::is_a_directory);
  CHECK(std::filesystem::is_directory(temp.path("a/in")));
  CHECK_FALSE(std::filesystem::exists(temp.path("a.new")));
  CHECK(replace_in(temp, {"no/a", "no/a.new"}, "one") == std::errc::no_such_file_or_directory);
}
