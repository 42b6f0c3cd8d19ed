// SPDX-License-Identifier: MIT
// Two who edit at once, and one who is stopped while he does: end_to_end/staff_file_test.cpp.
#include "base/os/edit_file.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/os/temp_folder.hpp"
#include "schedule/programme.hpp"

using namespace placard;
using namespace placard::test;

namespace {

constexpr std::size_t kMostBytes = 1000;

Edit to(const std::string& after) {
  return [after](const std::optional<std::string>&) { return after; };
}

}  // namespace

TEST_CASE("an edit starts from what is there, and a file that is not there is made") {
  const TempFolder temp;
  const std::string path = temp.path("a");
  std::optional<std::string> seen = "?";
  const auto note = [&seen](const std::optional<std::string>& before) {
    seen = before;
    return before.value_or("") + "x";
  };
  CHECK_FALSE(edit_file(path, kMostBytes, note));
  CHECK_FALSE(seen);
  CHECK_FALSE(edit_file(path, kMostBytes, note));
  CHECK(seen == "x");
  CHECK(file_text(path) == "xx");
}

TEST_CASE("a symbolic link stays one, also when what it leads to is still to be made") {
  const TempFolder temp;
  std::filesystem::create_directory(temp.path("real"));
  std::filesystem::create_symlink("real/a", temp.path("link"));
  for (const std::string text : {"one", "two"}) {
    CHECK_FALSE(edit_file(temp.path("link"), kMostBytes, to(text)));
    CHECK(std::filesystem::is_symlink(temp.path("link")));
    CHECK(file_text(temp.path("real/a")) == text);
  }
}

TEST_CASE("a text that stays the same is not written") {
  const TempFolder temp;
  const std::string path = temp.write("a", "same");
  const auto before = std::filesystem::last_write_time(path) - std::chrono::hours(1);
  std::filesystem::last_write_time(path, before);
  CHECK_FALSE(edit_file(path, kMostBytes, to("same")));
  CHECK((std::filesystem::last_write_time(path) == before));
}

TEST_CASE("what can't be edited stays as it is, with the reason") {
  const TempFolder temp;
  const std::string path = temp.write("a", "old");
  const auto refused = edit_file(path, kMostBytes, [](const auto&) -> Expected<std::string> { return failed("No."); });
  REQUIRE(refused);
  CHECK(refused->sentence == "No.");
  const auto lost = edit_file(temp.path("no/a"), kMostBytes, to("new"));
  REQUIRE(lost);
  CHECK(lost->sentence == temp.path("no/a") + " could not be written: No such file or directory.");
  const auto large = edit_file(path, 2, to("new"));
  REQUIRE(large);
  CHECK(large->sentence.find("larger than 2 bytes") != std::string::npos);
  CHECK(file_text(path) == "old");
}
