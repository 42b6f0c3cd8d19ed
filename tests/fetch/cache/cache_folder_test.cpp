// SPDX-License-Identifier: MIT
#include "fetch/cache/cache_folder.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "base/os/temp_folder.hpp"
#include "catalogue/dose.hpp"
#include "fetch/cache/cached_copies.hpp"
#include "fetch/cache/small_disk.hpp"

using namespace placard;
using namespace placard::test;
namespace fs = std::filesystem;

namespace {

using Generations = std::vector<std::uint64_t>;

Generations generations_in(const CacheFolder& folder, const std::string& name = "feed") {
  Generations numbers;
  for (const CachedCopy& copy : folder.read(name, kKey).copies) numbers.push_back(generation_of(copy));
  return numbers;
}

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

mode_t mode_of(const std::string& path) {
  struct stat status {};
  stat(path.c_str(), &status);
  return status.st_mode & 07777;
}

// A folder with the generations 1 and 2 in it.
struct TwoGenerations {
  TwoGenerations() {
    CHECK(folder.write("feed", generation(1)));
    CHECK(folder.write("feed", generation(2)));
  }
  std::string path(const std::string& name) const { return folder.path() + "/" + name; }

  TempFolder temp;
  CacheFolder folder{temp.path("kept")};
};

}  // namespace

TEST_CASE("the two newest copies under a name are read, the newest first") {
  const TempFolder temp;
  const CacheFolder folder(temp.path("state/placard"));
  CHECK(generations_in(folder).empty());
  for (const auto& [number, found] : {std::pair<std::uint64_t, Generations>{1, {1}}, {2, {2, 1}}, {3, {3, 2}}}) {
    CHECK(folder.write("feed", generation(number)));
    CHECK(generations_in(folder) == found);
  }
  CHECK(generations_in(folder, "other").empty());
  CHECK(mode_of(folder.path()) == 0700);
  CHECK(mode_of(folder.path() + "/feed") == 0600);
}

TEST_CASE("without a folder nothing is kept, and that is no failure") {
  const CacheFolder nowhere("");
  CHECK(nowhere.write("feed", generation(1)));
  const auto found = nowhere.read("feed", kKey);
  CHECK(found.copies.empty());
  CHECK(found.sentences.empty());
  nowhere.set_aside("feed");
}

TEST_CASE("before anything was kept there is nothing to read and nothing to say") {
  const TempFolder temp;
  for (const char* path : {"absent", "deep/er/absent"}) {
    const auto found = CacheFolder(temp.path(path)).read("feed", kKey);
    CHECK(found.copies.empty());
    CHECK(found.sentences.empty());
  }
}

TEST_CASE("a file that is no good copy is set aside with one sentence, and the generation before counts") {
  struct Row {
    const char* name;
    std::string file, says;
  };
  CachedCopy of_another = generation(3);
  of_another.key = "another feed";
  std::string changed = packed(generation(3));
  changed.back() ^= 1;
  const Row rows[] = {
      {"changed", changed, "is damaged"},
      {"cut", packed(generation(3)).substr(0, 500), "is damaged"},
      {"empty", "", "is damaged"},
      {"foreign", "{\"sessions\": []}", "is damaged"},
      {"of another version", "Placard kept copy 2\n...", "is of another version of Placard"},
      {"of another feed", packed(of_another), "is a copy of something else"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    const TwoGenerations kept;
    kept.temp.write("kept/feed", row.file);
    const auto found = kept.folder.read("feed", kKey);
    REQUIRE(found.copies.size() == 1);
    CHECK(generation_of(found.copies[0]) == 1);
    REQUIRE(found.sentences.size() == 1);
    CHECK(found.sentences[0] == kept.path("feed") + ": this kept copy " + row.says + ": it is set aside.");
    CHECK(text_of(kept.path("feed.damaged")) == row.file);
    CHECK_FALSE(fs::exists(kept.path("feed")));
    CHECK(kept.folder.read("feed", kKey).sentences.empty());
    // What is kept next stands beside the good one.
    CHECK(kept.folder.write("feed", generation(4)));
    CHECK(generations_in(kept.folder).front() == 4);
  }
}

TEST_CASE("a file larger than any copy is set aside, without reading it into memory") {
  const TwoGenerations kept;
  fs::resize_file(kept.path("feed"), std::uintmax_t{1} << 34U);
  CHECK(generations_in(kept.folder) == Generations{1});
  CHECK(fs::exists(kept.path("feed.damaged")));
}

TEST_CASE("with both generations damaged there is none, and two sentences") {
  const TwoGenerations kept;
  for (const char* name : {"kept/feed", "kept/feed.1"}) kept.temp.write(name, "x");
  const auto found = kept.folder.read("feed", kKey);
  CHECK(found.copies.empty());
  CHECK(found.sentences.size() == 2);
}

TEST_CASE("what is set aside on purpose is not read again") {
  const TwoGenerations kept;
  kept.folder.set_aside("feed");
  CHECK(generations_in(kept.folder).empty());
  CHECK(text_of(kept.path("feed.damaged")) == packed(generation(2)));
}

TEST_CASE("C54: symbolic links are never followed, neither reading nor writing") {
  const TempFolder temp;
  const std::string foreign = temp.write("foreign", packed(generation(9)));
  const std::string foreign_text = text_of(foreign);
  const CacheFolder folder(temp.path("kept"));
  REQUIRE(folder.write("feed", generation(1)));
  REQUIRE(folder.write("feed", generation(2)));

  SUBCASE("in place of the newest copy") {
    fs::remove(temp.path("kept/feed"));
    fs::create_symlink(foreign, temp.path("kept/feed"));
    CHECK(generations_in(folder) == Generations{1});
  }
  SUBCASE("in place of the older copy") {
    fs::remove(temp.path("kept/feed.1"));
    fs::create_symlink(foreign, temp.path("kept/feed.1"));
    CHECK(generations_in(folder) == Generations{2});
  }
  SUBCASE("where the next copy is written") {
    fs::create_symlink(foreign, temp.path("kept/feed.new"));
  }
  SUBCASE("where a damaged one is put") {
    fs::create_symlink(foreign, temp.path("kept/feed.damaged"));
    temp.write("kept/feed", "x");
    CHECK(generations_in(folder) == Generations{1});
  }
  CHECK(folder.write("feed", generation(3)));
  CHECK(generations_in(folder).front() == 3);
  CHECK(text_of(foreign) == foreign_text);
}

TEST_CASE("C54: a folder that is a symbolic link is refused") {
  const TwoGenerations kept;
  fs::create_directory_symlink(kept.folder.path(), kept.temp.path("link"));
  const CacheFolder link(kept.temp.path("link"));
  CHECK(generations_in(link).empty());
  CHECK(link.read("feed", kKey).sentences.size() == 1);
  CHECK_FALSE(link.write("feed", generation(3)));
  CHECK(generations_in(kept.folder) == Generations{2, 1});
}

TEST_CASE("C54: a link that root made to the folder is followed, as systemd makes one for DynamicUser=") {
  if (geteuid() != 0) {
    MESSAGE("Skipped: only root can make a link of root's.");
    return;
  }
  constexpr uid_t kSomebody = 65'534;
  const TempFolder temp;
  fs::permissions(temp.path(""), fs::perms::owner_all | fs::perms::group_exec | fs::perms::others_exec);
  for (const char* name : {"private", "others"}) fs::create_directory(temp.path(name));
  CHECK(chown(temp.path("private").c_str(), kSomebody, kSomebody) == 0);
  for (const char* name : {"placard", "somebodys"}) fs::create_directory_symlink("private", temp.path(name));
  CHECK(lchown(temp.path("somebodys").c_str(), kSomebody, kSomebody) == 0);
  fs::create_directory_symlink("others", temp.path("elsewhere"));
  const CacheFolder by_root(temp.path("placard"));
  REQUIRE(seteuid(kSomebody) == 0);
  CHECK(by_root.write("feed", generation(1)));
  CHECK(generations_in(by_root) == Generations{1});
  CHECK_FALSE(CacheFolder(temp.path("somebodys")).write("feed", generation(2)));
  CHECK_FALSE(CacheFolder(temp.path("elsewhere")).write("feed", generation(2)));
  CHECK(generations_in(by_root) == Generations{1});
  REQUIRE(seteuid(0) == 0);
}

TEST_CASE("C54: files and folders that others can write to are refused") {
  for (const mode_t mode : {0620U, 0602U, 0666U, 0777U}) {
    CAPTURE(mode);
    const TwoGenerations kept;
    chmod(kept.path("feed").c_str(), mode);
    CHECK(generations_in(kept.folder) == Generations{1});
  }
  for (const mode_t mode : {0720U, 0702U, 0777U, 01777U}) {
    CAPTURE(mode);
    const TwoGenerations kept;
    chmod(kept.folder.path().c_str(), mode);
    CHECK(generations_in(kept.folder).empty());
    const std::string sentence = sentence_of(kept.folder.write("feed", generation(3)));
    CHECK(sentence.find("mend the disk or the folder's owner and mode.") != std::string::npos);
    chmod(kept.folder.path().c_str(), 0700);
    CHECK(generations_in(kept.folder) == Generations{2, 1});
  }
}

TEST_CASE("C54: others' files and folders are refused") {
  if (geteuid() != 0) {
    MESSAGE("skipped: only root can give files away");
    return;
  }
  const TwoGenerations kept;
  REQUIRE(chown(kept.path("feed").c_str(), 65'534, 65'534) == 0);
  CHECK(generations_in(kept.folder) == Generations{1});
  REQUIRE(chown(kept.folder.path().c_str(), 65'534, 65'534) == 0);
  CHECK(generations_in(kept.folder).empty());
  CHECK_FALSE(kept.folder.write("feed", generation(3)));
}

TEST_CASE("C54: pipes and folders in the place of copies hold nothing up") {
  const TwoGenerations kept;
  fs::remove(kept.path("feed"));
  fs::remove(kept.path("feed.1"));
  mkfifo(kept.path("feed").c_str(), 0600);
  fs::create_directory(kept.path("feed.1"));
  CHECK(generations_in(kept.folder).empty());
  CHECK(kept.folder.write("feed", generation(3)));
  CHECK(generations_in(kept.folder).front() == 3);
}

TEST_CASE("C54: links swapped in while copies are read and written are not followed either") {
  const TempFolder temp;
  const std::string foreign = temp.write("foreign", packed(generation(1'000'000)));
  const CacheFolder folder(temp.path("kept"));
  REQUIRE(folder.write("feed", generation(1)));
  std::atomic<bool> ends = false;
  std::thread swaps([&] {
    const std::string link = temp.path("link");
    for (unsigned i = 0; !ends; ++i) {
      std::error_code ignored;
      fs::create_symlink(foreign, link, ignored);
      fs::rename(link, temp.path(i % 2 == 0 ? "kept/feed" : "kept/feed.new"), ignored);
    }
  });
  const Dose rounds = dose("rounds against swapped links", 500);
  std::size_t followed = 0;
  for (std::uint64_t number = 2; number < 2 + rounds.count; ++number) {
    folder.write("feed", generation(number), Durable::no);
    for (const std::uint64_t found : generations_in(folder)) followed += found == 1'000'000 ? 1U : 0U;
  }
  ends = true;
  swaps.join();
  CHECK(followed == 0);
  CHECK(text_of(foreign) == packed(generation(1'000'000)));
}

TEST_CASE("B21: on a full disk the copies stay as they were, and are followed by new ones once there is room") {
  const TempFolder temp;
  const SmallDisk disk(temp.path("disk"), 64);
  if (!disk.mounted()) {
    MESSAGE("skipped: only root can mount");
    return;
  }
  const CacheFolder folder(temp.path("disk/kept"));
  REQUIRE(folder.write("feed", generation(1, 15'000)));
  REQUIRE(folder.write("feed", generation(2, 15'000)));
  for (const std::size_t size : {40'000U, 60'000U, 1'000'000U}) {
    const std::string sentence = sentence_of(folder.write("feed", generation(3, size)));
    CHECK(sentence.find("could not be written (No space left on device)") != std::string::npos);
    CHECK(generations_in(folder) == Generations{2, 1});
    CHECK_FALSE(fs::exists(temp.path("disk/kept/feed.new")));
  }
  CHECK(folder.write("feed", generation(4, 15'000)));
  CHECK(generations_in(folder) == Generations{4, 2});
}

TEST_CASE("B21: on a read-only disk the copies are read, and what is damaged stays") {
  const TempFolder temp;
  const SmallDisk disk(temp.path("disk"), 256);
  if (!disk.mounted()) {
    MESSAGE("skipped: only root can mount");
    return;
  }
  const CacheFolder folder(temp.path("disk/kept"));
  REQUIRE(folder.write("feed", generation(1)));
  REQUIRE(folder.write("feed", generation(2)));
  temp.write("disk/kept/feed", "x");
  disk.make_read_only();
  CHECK(generations_in(folder) == Generations{1});
  CHECK(sentence_of(folder.write("feed", generation(3))).find("(Read-only file system)") != std::string::npos);
  CHECK(generations_in(folder) == Generations{1});
  disk.make_writable();
  CHECK(folder.write("feed", generation(3)));
  CHECK(generations_in(folder).front() == 3);
}
