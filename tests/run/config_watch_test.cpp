// SPDX-License-Identifier: MIT
#include "run/config_watch.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <cstdio>
#include <fstream>

#include "base/os/temp_folder.hpp"
#include "run/config_reader.hpp"

using namespace placard;
using placard::test::TempFolder;

namespace {

void write(const std::string& path, const std::string& text) {
  std::ofstream(path) << text;
}

// In place, with the time it had.
void rewrite(const std::string& path, const std::string& text) {
  struct stat before {};
  REQUIRE(stat(path.c_str(), &before) == 0);
  write(path, text);
  const timespec times[] = {before.st_atim, before.st_mtim};
  REQUIRE(utimensat(AT_FDCWD, path.c_str(), times, 0) == 0);
}

// Looks until it says so, at most so often.
bool says_so(ConfigWatch& watch, int looks = 3) {
  for (int i = 0; i < looks; ++i) {
    if (watch.changed()) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a config that says something else is said once, when it has settled") {
  const TempFolder folder;
  const std::string path = folder.path("venue.json");
  write(path, "one");
  ConfigWatch watch(path);
  CHECK_FALSE(says_so(watch));
  write(path, "something else");
  CHECK_FALSE(watch.changed());  // it may be half written
  CHECK(watch.changed());
  CHECK_FALSE(says_so(watch));
}

TEST_CASE("saved again with the same bytes, or replaced by a copy, it says nothing else") {
  const TempFolder folder;
  const std::string path = folder.path("venue.json");
  write(path, "one");
  ConfigWatch watch(path);
  write(path + ".new", "one");
  std::rename((path + ".new").c_str(), path.c_str());
  CHECK_FALSE(says_so(watch));
  write(path + ".new", "two");
  std::rename((path + ".new").c_str(), path.c_str());
  CHECK(says_so(watch));
}

TEST_CASE("a config that goes, and one that comes, is a change; no path is never one") {
  const TempFolder folder;
  const std::string path = folder.path("venue.json");
  ConfigWatch watch(path);
  write(path, "one");
  CHECK(says_so(watch));
  std::remove(path.c_str());
  CHECK(says_so(watch));
  ConfigWatch nothing("");
  CHECK_FALSE(says_so(nothing));
}

TEST_CASE("a config rewritten in place with the same size and time is seen, also within the same tick") {
  const TempFolder folder;
  const std::string path = folder.path("venue.json");
  write(path, "000");
  ConfigWatch watch(path);
  int seen = 0;
  for (int i = 1; i <= 100; ++i) {
    rewrite(path, std::to_string(100 + i));
    if (says_so(watch)) ++seen;
  }
  CHECK(seen == 100);
}

TEST_CASE("a config is read anew when somebody asks for it, once") {
  const TempFolder folder;
  Options options;
  options.config = folder.path("venue.json");
  write(*options.config, "{}");
  ConfigReader reader(options);
  CHECK_FALSE(reader.changed());
  reader.read_anew();
  CHECK(reader.changed());
  CHECK_FALSE(reader.changed());
}
