// SPDX-License-Identifier: MIT
// Row B21: every file operation fails in turn, in every way, once and for ever.
#include "failures/failing_calls.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "base/os/local_file.hpp"
#include "base/os/temp_folder.hpp"
#include "fetch/cache/cache_writer.hpp"
#include "fetch/cache/cached_copies.hpp"
#include "fetch/token.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

using Generations = std::vector<std::uint64_t>;

Generations generations_in(const CacheFolder::Found& found) {
  Generations numbers;
  for (const CachedCopy& copy : found.copies) numbers.push_back(generation_of(copy));
  return numbers;
}

Generations generations_in(const CacheFolder& folder) {
  return generations_in(folder.read("feed", kKey));
}

bool one_line(const std::string& sentence) {
  return sentence.find('\n') == std::string::npos && sentence.size() < 400;
}

}  // namespace

TEST_CASE("B21: a write of which any call fails leaves the copy before, or the new one") {
  std::size_t tried = 0;
  for (const Fault& fault : kFaults) {
    CAPTURE(fault.name);
    tried += fail_each_call([&](std::size_t index) {
      CAPTURE(index);
      const TempFolder temp(TempFolder::Memory::here);
      const CacheFolder folder(temp.path("state/kept"));
      folder.write("feed", generation(1));
      folder.write("feed", generation(2));
      bool reached = false;
      std::string sentence;
      {
        const FailingCalls calls(fault, index);
        sentence = sentence_of(folder.write("feed", generation(3)));
        reached = calls.reached();
      }
      CHECK(one_line(sentence));
      const Generations found = generations_in(folder);
      REQUIRE_FALSE(found.empty());
      CHECK((found[0] == 3 || (found[0] == 2 && !sentence.empty())));
      CHECK(folder.write("feed", generation(4)));
      CHECK(generations_in(folder)[0] == 4);
      return reached;
    });
  }
  MESSAGE(tried << " failed calls");
  CHECK(tried > 100);
}

TEST_CASE("B21: a first write of which any call fails leaves nothing half done") {
  std::size_t tried = 0;
  for (const Fault& fault : kFaults) {
    CAPTURE(fault.name);
    tried += fail_each_call([&](std::size_t index) {
      CAPTURE(index);
      const TempFolder temp(TempFolder::Memory::here);
      const CacheFolder folder(temp.path("deep/state/kept"));
      bool reached = false;
      std::string sentence;
      {
        const FailingCalls calls(fault, index);
        sentence = sentence_of(folder.write("feed", generation(1)));
        reached = calls.reached();
      }
      CHECK(one_line(sentence));
      const auto found = folder.read("feed", kKey);
      CHECK(found.sentences.empty());
      if (sentence.empty()) CHECK(generations_in(found) == Generations{1});
      CHECK(folder.write("feed", generation(2)));
      CHECK(generations_in(folder)[0] == 2);
      return reached;
    });
  }
  CHECK(tried > 100);
}

TEST_CASE("B21: a read of which any call fails costs no copy") {
  std::size_t tried = 0;
  for (const Fault& fault : kFaults) {
    CAPTURE(fault.name);
    const TempFolder temp(TempFolder::Memory::here);
    const CacheFolder folder(temp.path("kept"));
    folder.write("feed", generation(1));
    folder.write("feed", generation(2));
    tried += fail_each_call([&](std::size_t index) {
      CAPTURE(index);
      bool reached = false;
      {
        const FailingCalls calls(fault, index);
        const auto found = folder.read("feed", kKey);
        reached = calls.reached();
        for (const std::string& sentence : found.sentences) CHECK(one_line(sentence));
        for (const std::uint64_t number : generations_in(found)) CHECK((number == 1 || number == 2));
      }
      CHECK(generations_in(folder) == Generations{2, 1});
      return reached;
    });
  }
  CHECK(tried > 50);
}

TEST_CASE("B21: a copy whose write fails is kept as soon as the disk lets it") {
  for (const Fault& fault : kFaults) {
    CAPTURE(fault.name);
    fail_each_call([&](std::size_t index) {
      CAPTURE(index);
      const TempFolder temp(TempFolder::Memory::here);
      const CacheFolder folder(temp.path("kept"));
      folder.write("feed", generation(1));
      std::mutex mutex;
      std::condition_variable told;
      std::size_t failed = 0, kept = 0;
      CacheWriter keeper(
          folder,
          [&](const CacheWriter::Done& done) {
            const std::scoped_lock lock(mutex);
            ++(done.sentence.empty() ? kept : failed);
            told.notify_all();
          },
          1ms);
      std::unique_lock lock(mutex);
      bool reached = false;
      {
        const FailingCalls calls(fault, index);
        keeper.store("feed", generation(2));
        told.wait_for(lock, 20s, [&] { return kept + failed > 0; });
        reached = calls.reached();
        lock.unlock();  // the keeper may be within a call that is watched
      }
      lock.lock();
      told.wait_for(lock, 20s, [&] { return kept > 0; });
      CHECK(kept > 0);
      CHECK(generations_in(folder)[0] == 2);
      return reached;
    });
  }
}

TEST_CASE("B21: a file of the operator's is read whole or not at all") {
  const TempFolder temp(TempFolder::Memory::here);
  const std::string text = generation(1).bytes;
  const std::string file = temp.write("feed.json", text);
  const std::string token = temp.write("token", "secret-token");
  std::size_t tried = 0;
  for (const Fault& fault : kFaults) {
    CAPTURE(fault.name);
    tried += fail_each_call([&](std::size_t index) {
      CAPTURE(index);
      const FailingCalls calls(fault, index);
      const auto read = read_local_file(file, 10'000);
      if (const auto* bytes = std::get_if<FileBytes>(&read)) CHECK(bytes->bytes == text);
      if (const auto* failure = std::get_if<FileFailure>(&read)) CHECK(one_line(failure->sentence));
      const auto taken = read_token(token);
      if (taken) CHECK(*taken == "secret-token");
      if (!taken) CHECK(taken.error().sentence.find("secret-token") == std::string::npos);
      return calls.reached();
    });
  }
  CHECK(tried > 50);
}
