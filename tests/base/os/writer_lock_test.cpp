// SPDX-License-Identifier: MIT
// Readers that try to hold it: end_to_end/staff_file_test.cpp.
#include "base/os/writer_lock.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "base/os/temp_folder.hpp"

using namespace placard;
using namespace placard::test;

namespace {

mode_t mode_of(const std::string& path) {
  struct stat info {};
  REQUIRE(lstat(path.c_str(), &info) == 0);
  return info.st_mode & 07777;
}

std::string folder_of(const TempFolder& temp) {
  const std::string path = temp.path("a");
  return path.substr(0, path.rfind('/'));
}

}  // namespace

TEST_CASE("the lock can be opened by those who may write in the folder, and by nobody else") {
  struct Row {
    mode_t folder, lock;
  };
  for (const Row& row : {Row{0700, 0600}, {0755, 0600}, {0775, 0660}, {0777, 0666}, {0757, 0606}}) {
    const TempFolder temp;
    CAPTURE(row.folder);
    const std::string folder = folder_of(temp);
    chmod(folder.c_str(), row.folder);
    CHECK(lock_for_writing(folder, "a"));
    CHECK(mode_of(folder + "/.a.lock") == row.lock);
    // What others could hold is made anew.
    for (const mode_t open_to_all : {0644, 0664, 0604, 0640, 0606, 0660, 0666, 0777}) {
      chmod((folder + "/.a.lock").c_str(), open_to_all);
      CHECK(lock_for_writing(folder, "a"));
      CHECK((mode_of(folder + "/.a.lock") & 0077 & ~row.lock) == 0);
    }
    chmod(folder.c_str(), 0700);
  }
}

TEST_CASE("it is free again when the one who holds it lets go, and its file stays") {
  const TempFolder temp;
  const std::string folder = folder_of(temp);
  for (int i = 0; i < 3; ++i) CHECK(lock_for_writing(folder, "a"));
  CHECK(mode_of(folder + "/.a.lock") == 0600);
  CHECK(lock_for_writing(folder + "/no", "a").error().sentence ==
        folder + "/no/a could not be written: No such file or directory.");
}
