// SPDX-License-Identifier: MIT
// Row B18: kill -9 while copies are written. The kernel lives on, so it need not be a disk that they are written to.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "base/os/temp_folder.hpp"
#include "catalogue/dose.hpp"
#include "failures/writer_process.hpp"
#include "fetch/cache/cached_copies.hpp"

using namespace placard;
using namespace placard::test;

namespace {

constexpr std::size_t kSize = 60'000;
constexpr std::uint64_t kMostMicroseconds = 3'000;  // of a life: some writes

}  // namespace

TEST_CASE("B18: killed at any time, the copy last written can be read, or the one being written") {
  const TempFolder temp(TempFolder::Memory::here);
  const CacheFolder folder(temp.path("kept"));
  const SharedNumber on_disk;
  const Dose kills = dose("kills while copies are written", 2000);
  std::uint64_t newest = 0, writes = 0, bad = 0;
  for (std::uint64_t number = kills.first; number < kills.first + kills.count; ++number) {
    {
      const WriterProcess writer(folder, newest + 1, kSize, on_disk);
      std::this_thread::sleep_for(std::chrono::microseconds(Chance(number).below(kMostMicroseconds)));
    }
    const auto found = folder.read("feed", kKey);
    const std::uint64_t now = found.copies.empty() ? 0 : generation_of(found.copies.front());
    const std::uint64_t certain = std::max(on_disk.value().load(), newest);
    if (now < certain || now > certain + 1 || !found.sentences.empty()) {
      ++bad;
      FAIL_CHECK("found " << now << ", written " << certain << ", PLACARD_SEED=" << number);
    }
    writes += certain - newest;
    newest = std::max(now, certain);
  }
  MESSAGE(writes << " copies written");
  CHECK(bad == 0);
  if (kills.count > 100) CHECK(writes > kills.count / 10);
}
