// SPDX-License-Identifier: MIT
#include "fetch/cache/crash_record_file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/os/temp_folder.hpp"

using namespace placard;
using namespace placard::test;
namespace fs = std::filesystem;

namespace {

const std::string kName = "record";

CrashRecord record_of(const std::string& boot, const std::string& owner) {
  CrashRecord record;
  record.format = FixedText<24>(kCrashRecordFormat);
  record.boot = FixedText<40>(boot);
  record.owner = DigestText(owner);
  return record;
}

mode_t mode_of(const std::string& path) {
  struct stat status {};
  stat(path.c_str(), &status);
  return status.st_mode & 07777;
}

}  // namespace

TEST_CASE("a record is read by the next start of the same boot and the same copies, and by no other") {
  const TempFolder temp;
  CrashRecord record = record_of("boot", "owner");
  record.ending = Ending::signal;
  record.marks[3] = {DigestText("digest"), DocumentText("the feed"), Doing::reading};
  CrashRecordFile::open(temp.path("memory"), kName)->write(record);
  const auto file = CrashRecordFile::open(temp.path("memory"), kName);
  REQUIRE(file->read("boot", "owner"));
  CHECK(file->read("boot", "owner")->ending == Ending::signal);
  CHECK(file->read("boot", "owner")->marks[3].document.view() == "the feed");
  CHECK_FALSE(file->read("another", "owner"));
  CHECK_FALSE(file->read("boot", "another"));
  CHECK(mode_of(temp.path("memory")) == 0700);
  CHECK(mode_of(temp.path("memory/record")) == 0600);
}

TEST_CASE("what changed is written in its place; a cut or foreign file is none") {
  const TempFolder temp;
  const auto file = CrashRecordFile::open(temp.path("memory"), kName);
  CHECK_FALSE(file->read("boot", "owner"));
  CrashRecord record = record_of("boot", "owner");
  file->write(record);
  record.careful = 1;
  record.proven.back() = DigestText("last");
  file->write(record);
  CHECK(file->read("boot", "owner")->careful == 1);
  CHECK(file->read("boot", "owner")->proven.back().view() == "last");
  fs::resize_file(temp.path("memory/record"), sizeof(CrashRecord) - 1);
  CHECK_FALSE(file->read("boot", "owner"));
  std::ofstream(temp.path("memory/record")) << std::string(sizeof(CrashRecord), 'x');
  CHECK_FALSE(file->read("boot", "owner"));
}

TEST_CASE("links, files for others, a second name, and folders others may write to are no place for it") {
  const TempFolder temp;
  fs::create_directory(temp.path("memory"));
  fs::permissions(temp.path("memory"), fs::perms(0700));
  const std::string path = temp.path("memory/record");
  SUBCASE("a link") {
    fs::create_symlink(temp.write("target", ""), path);
  }
  SUBCASE("readable by others") {
    temp.write("memory/record", "");
    fs::permissions(path, fs::perms(0644));
  }
  SUBCASE("a second name") {
    fs::create_hard_link(temp.write("target", ""), path);
  }
  SUBCASE("a folder in its place") {
    fs::create_directory(path);
  }
  SUBCASE("a pipe") {
    REQUIRE(mkfifo(path.c_str(), 0600) == 0);
  }
  SUBCASE("a folder for others") {
    fs::permissions(temp.path("memory"), fs::perms(0770));
  }
  SUBCASE("a linked folder") {
    fs::rename(temp.path("memory"), temp.path("elsewhere"));
    fs::create_symlink(temp.path("elsewhere"), temp.path("memory"));
    if (geteuid() != 0) return;  // a link of root's is followed by others
  }
  CHECK(CrashRecordFile::open(temp.path("memory"), kName) == nullptr);
}

TEST_CASE("while a sign lives another one of the same copies reads its record, but writes nothing") {
  const TempFolder temp;
  const auto first = CrashRecordFile::open(temp.path("memory"), kName);
  const auto second = CrashRecordFile::open(temp.path("memory"), kName);
  first->write(record_of("boot", "owner"));
  CHECK(second->read("boot", "owner"));
  CrashRecord other = record_of("boot", "owner");
  other.careful = 1;
  second->write(other);
  CHECK(first->read("boot", "owner")->careful == 0);
}

TEST_CASE("the record lies in the first good folder in memory, else beside the copies") {
  const TempFolder temp;
  const CacheFolder copies(temp.path("state"));
  const auto place = crash_record_place({"/nowhere/at/all", temp.path("memory"), temp.path("other")}, copies, "boot");
  REQUIRE(place.file);
  CHECK_FALSE(place.on_disk);
  CHECK(fs::exists(temp.path("memory")));
  CHECK_FALSE(fs::exists(temp.path("other")));
  const auto on_disk = crash_record_place({"/nowhere/at/all"}, copies, "next boot");
  REQUIRE(on_disk.file);
  CHECK(on_disk.on_disk);
}

TEST_CASE("the folders in memory: the user's, the system's, the service's") {
  const auto before = [](const char* name) {
    return std::getenv(name) == nullptr ? "" : std::string(std::getenv(name));
  };
  const std::string user = before("XDG_RUNTIME_DIR");
  setenv("XDG_RUNTIME_DIR", "/run/user/1000", 1);
  setenv("RUNTIME_DIRECTORY", "/run/sign:/run/other", 1);
  const std::string shared = "/dev/shm/placard-" + std::to_string(geteuid());
  CHECK(memory_folders() == std::vector<std::string>{"/run/user/1000/placard", "/run/placard", shared, "/run/sign"});
  unsetenv("XDG_RUNTIME_DIR");
  unsetenv("RUNTIME_DIRECTORY");
  CHECK(memory_folders() == std::vector<std::string>{"/run/placard", shared});
  if (!user.empty()) setenv("XDG_RUNTIME_DIR", user.c_str(), 1);
}

TEST_CASE("a folder that is emptied when the program ends is not trusted again in this boot") {
  const TempFolder temp;
  const CacheFolder copies(temp.path("state"));
  const std::vector<std::string> folders = {temp.path("memory")};
  CHECK_FALSE(crash_record_place(folders, copies, "boot").on_disk);
  CHECK_FALSE(crash_record_place(folders, copies, "boot").on_disk);
  fs::remove_all(temp.path("memory"));
  for (int start = 0; start < 3; ++start) {
    const auto place = crash_record_place(folders, copies, "boot");
    REQUIRE(place.file);
    CHECK(place.on_disk);
    CHECK(place.file->read("boot", place.owner).has_value() == (start > 0));
    auto record = record_of("boot", place.owner);
    crash_record_place(folders, copies, "boot").file->write(record);
    place.file->write(record);
  }
  CHECK_FALSE(crash_record_place(folders, copies, "next boot").on_disk);
}

TEST_CASE("texts are cut between characters") {
  const std::string text = std::string(238, 'a') + "\u00e4\u00e4";
  CHECK(DocumentText(text).view() == std::string(238, 'a') + "\u00e4");
  CHECK(DocumentText(text.substr(1) + "b").view() == std::string(237, 'a') + "\u00e4");
  CHECK(DocumentText("").empty());
}
