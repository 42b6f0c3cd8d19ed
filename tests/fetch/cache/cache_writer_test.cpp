// SPDX-License-Identifier: MIT
#include "fetch/cache/cache_writer.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <vector>

#include "base/os/temp_folder.hpp"
#include "fetch/cache/cached_copies.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

// What the keeper told, which comes from its thread.
class Told {
 public:
  CacheWriter::OnDone listener() {
    return [this](const CacheWriter::Done& done) {
      const std::scoped_lock lock(mutex_);
      const bool kept = done.sentence.empty() && done.bytes > 0;
      told_.push_back(done.name + ": " + (kept ? "kept" : "failed"));
      heard_.notify_all();
    };
  }
  bool waits_for(const std::string& line) {
    std::unique_lock lock(mutex_);
    return heard_.wait_for(lock, 20s, [&] { return std::find(told_.begin(), told_.end(), line) != told_.end(); });
  }
  std::size_t count(const std::string& line) {
    const std::scoped_lock lock(mutex_);
    return static_cast<std::size_t>(std::count(told_.begin(), told_.end(), line));
  }

 private:
  std::mutex mutex_;
  std::condition_variable heard_;
  std::vector<std::string> told_;
};

std::uint64_t newest_in(const CacheFolder& folder, const std::string& name) {
  const auto found = folder.read(name, kKey);
  return found.copies.empty() ? 0 : generation_of(found.copies.front());
}

}  // namespace

TEST_CASE("a copy is on the disk when its listener says so") {
  const TempFolder temp;
  const CacheFolder folder(temp.path("kept"));
  Told told;
  CacheWriter keeper(folder, told.listener());
  keeper.store("feed", generation(1));
  CHECK(told.waits_for("feed: kept"));
  CHECK(newest_in(folder, "feed") == 1);
}

TEST_CASE("at its end all is written, of each name the last") {
  const TempFolder temp;
  const CacheFolder folder(temp.path("kept"));
  Told told;
  {
    CacheWriter keeper(folder, told.listener());
    for (std::uint64_t number = 1; number <= 50; ++number) {
      keeper.store("a", generation(number));
      keeper.store("b", generation(number + 100));
    }
  }
  CHECK(newest_in(folder, "a") == 50);
  CHECK(newest_in(folder, "b") == 150);
}

TEST_CASE("what can't be written is tried again until the disk is mended, in its newest form") {
  const TempFolder temp;
  temp.write("kept", "a file where the folder should be");
  const CacheFolder folder(temp.path("kept"));
  Told told;
  CacheWriter keeper(folder, told.listener(), 10ms);
  keeper.store("feed", generation(1));
  REQUIRE(told.waits_for("feed: failed"));
  keeper.store("feed", generation(2));
  keeper.store("other", generation(3));
  REQUIRE(told.waits_for("other: failed"));
  CHECK(told.count("feed: kept") == 0);
  std::filesystem::remove(temp.path("kept"));
  CHECK(told.waits_for("feed: kept"));
  CHECK(told.waits_for("other: kept"));
  CHECK(newest_in(folder, "feed") == 2);
  CHECK(newest_in(folder, "other") == 3);
}

TEST_CASE("a disk that is never mended does not hold up the end") {
  const TempFolder temp;
  temp.write("kept", "a file where the folder should be");
  Told told;
  {
    CacheWriter keeper(CacheFolder(temp.path("kept")), told.listener(), 1h);
    for (const char* name : {"a", "b", "c"}) keeper.store(name, generation(1));
  }
  CHECK(told.count("a: failed") == 1);
  CHECK(told.count("b: failed") == 1);
  CHECK(told.count("c: failed") == 1);
}
