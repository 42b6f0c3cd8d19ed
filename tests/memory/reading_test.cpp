// SPDX-License-Identifier: MIT
// Row B22: memory runs out while documents are parsed, files read and copies kept.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/os/temp_folder.hpp"
#include "fetch/attempt.hpp"
#include "fetch/cache/cached_copies.hpp"
#include "memory/failing_memory.hpp"
#include "overrides/read_overrides.hpp"
#include "settings/read_settings.hpp"
#include "sign/cache_keys.hpp"
#include "sign/sources/feed_updates.hpp"

using namespace placard;
using namespace placard::test;

namespace {

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::size_t open_descriptors() {
  const std::filesystem::directory_iterator all("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

// Runs `act` with a failing allocation; whether there was one. What it throws is std::bad_alloc.
template <typename Act>
bool with_failing_memory(Fails fails, std::size_t index, Act act) {
  const FailingMemory memory(fails, index);
  try {
    act();
  } catch (const std::bad_alloc&) {
  }
  return memory.failed();
}

}  // namespace

TEST_CASE("B22: a feed is read whole, or not at all") {
  const auto bytes = fetched(feed_text("A", "A title longer than fifteen characters"));
  const Settings settings = settings_with(1);
  const FeedUpdate whole = to_feed_update(0, bytes, settings);
  std::size_t whole_anyway = 0;
  const std::size_t tried = fail_each_allocation([&](Fails fails, std::size_t index) {
    CAPTURE(index);
    return with_failing_memory(fails, index, [&] {
      const FeedUpdate read = to_feed_update(0, bytes, settings);
      if (read.kind == FeedUpdate::Kind::fresh && *read.schedule == *whole.schedule) ++whole_anyway;
      if (read.kind == FeedUpdate::Kind::fresh && *read.schedule != *whole.schedule) FAIL("half a feed was read");
    });
  });
  MESSAGE(tried << " failed allocations, " << whole_anyway << " of no consequence");
  CHECK(tried > 50);
}

TEST_CASE("B22: the shipped feed is read whole, or not at all") {
  FetchResult bytes = fetched(text_of(PLACARD_SOURCE "/config/feed/ray-summit-2025.json"));
  const Settings settings = settings_with(1);
  const FeedUpdate whole = to_feed_update(0, bytes, settings);
  REQUIRE(whole.kind == FeedUpdate::Kind::fresh);
  std::size_t index = 1, step = 1, tried = 0;
  // Every allocation at the beginning, where all kinds of them are; then fewer and fewer.
  while (with_failing_memory(Fails::once, index, [&] {
    const FeedUpdate read = to_feed_update(0, bytes, settings);
    if (read.kind == FeedUpdate::Kind::fresh && *read.schedule != *whole.schedule) FAIL("half a feed was read");
  })) {
    if (++tried % 1000 == 0) step *= 2;
    index += step;
  }
  MESSAGE(tried << " of " << index << " allocations");
  CHECK(tried > 1000);
}

TEST_CASE("B22: the config and the messages are read whole, or not at all") {
  const std::string config = text_of(PLACARD_SOURCE "/config/venue.json");
  const std::string messages = R"({"overrides": [{"id": "a", "message": "Coffee is served in the foyer"}]})";
  const auto venue = read_settings("venue.json", config);
  const TimeZone zone = TimeZone::fixed(seconds(0));
  const auto entries = read_overrides("overrides.json", messages, zone);
  REQUIRE(venue.settings);
  REQUIRE(entries.overrides);
  std::size_t tried = fail_each_allocation([&](Fails fails, std::size_t index) {
    CAPTURE(index);
    return with_failing_memory(fails, index, [&] {
      const auto read = read_overrides("overrides.json", messages, zone);
      if (!(read.overrides == entries.overrides)) FAIL("half the messages were read");
    });
  });
  std::size_t index = 1;
  while (with_failing_memory(Fails::once, index, [&] {
    const auto read = read_settings("venue.json", config);
    REQUIRE(read.settings);
    if (read.settings->signs.size() != venue.settings->signs.size()) FAIL("half the config was read");
  })) {
    ++index;
    ++tried;
  }
  MESSAGE(tried << " failed allocations");
  CHECK(tried > 300);
}

TEST_CASE("B22: the kept copies stay readable, and no descriptor stays open") {
  const TempFolder temp(TempFolder::Memory::here);
  const CacheFolder folder(temp.path("state/kept"));
  std::uint64_t newest = 1;
  REQUIRE(folder.write("feed", generation(newest)));
  const std::size_t descriptors = open_descriptors();
  const std::size_t tried = fail_each_allocation([&](Fails fails, std::size_t index) {
    CAPTURE(index);
    const CachedCopy copy = generation(newest + 1);
    bool written = false;
    const bool failed = with_failing_memory(fails, index, [&] {
      written = folder.write("feed", copy).has_value();
      folder.read("feed", kKey);
    });
    const auto found = folder.read("feed", kKey);
    REQUIRE_FALSE(found.copies.empty());
    CHECK(found.sentences.empty());
    const std::uint64_t now = generation_of(found.copies.front());
    CHECK((now == newest + 1 || (now == newest && !written)));
    newest = now;
    return failed;
  });
  CHECK(open_descriptors() == descriptors);
  CHECK(tried > 20);
}

TEST_CASE("B22: a file is read whole, or a failure is told: nothing is thrown") {
  const TempFolder temp;
  Source source;
  source.id = "0";
  source.address = temp.write("a file with a name longer than any small string", std::string(100'000, 'x'));
  HttpClient client;
  const std::size_t descriptors = open_descriptors();
  const std::size_t tried = fail_each_allocation([&](Fails fails, std::size_t index) {
    const FailingMemory memory(fails, index);
    SourceMemory known;
    const FetchResult update = attempt(source, known, client);
    const auto* read = std::get_if<Fetched>(&update.outcome);
    if (read != nullptr && read->bytes->size() != 100'000) FAIL("half a file was read");
    return memory.failed();
  });
  CHECK(open_descriptors() == descriptors);
  CHECK(tried > 4);
}
