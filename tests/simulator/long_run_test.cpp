// SPDX-License-Identifier: MIT
// Rows of the catalogue that need much time or many signs.
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "catalogue/dose.hpp"
#include "fetch/retry.hpp"
#include "simulator/bench_sign.hpp"
#include "simulator/state_folder.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

long resident_kilobytes() {
  long pages = 0;
  std::ifstream statm("/proc/self/statm");
  statm >> pages >> pages;
  return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

std::ptrdiff_t entries_of(const char* folder) {
  return std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
}

struct Load {
  double mean = 0;
  double peak_of_first_polls = 0;  // polls in the busiest second
  double peak_later = 0;           // … from ten minutes after the start on
};

// Polls a second of so many signs that start within `spread` of each other, over an hour.
Load load_of(int signs, milliseconds spread, unsigned failing_polls) {
  Chance chance(57);
  std::vector<int> polls(3600, 0);
  for (int i = 0; i < signs; ++i) {
    milliseconds at(chance.below(static_cast<std::uint64_t>(spread.count()) + 1));
    for (unsigned poll = 0; at < 1h; ++poll) {
      ++polls[static_cast<std::size_t>(at / 1s)];
      const unsigned failures = poll < failing_polls ? poll + 1 : 0;
      at += 100ms + next_delay({60s, failures, {}}, static_cast<double>(chance.below(1'000'000)) / 1e6);
    }
  }
  Load load;
  load.mean = signs / 60.0;
  load.peak_of_first_polls = *std::max_element(polls.begin(), polls.begin() + 600);
  load.peak_later = *std::max_element(polls.begin() + 600, polls.end());
  return load;
}

}  // namespace

TEST_CASE("B35: four weeks of polls, one a minute, with four thousand edits: after the first nothing grows") {
  const StateFolder folders;
  const CacheFolder folder(folders.fresh());
  Chance chance(35);
  Organiser organiser(chance, "a", kSomeNoon);
  BenchSign sign;
  sign.keep = [&](const std::string& name, CachedCopy copy) { folder.write(name, copy, Durable::no); };
  sign.start();
  long warm = 0;
  std::ptrdiff_t descriptors = 0;
  std::ptrdiff_t threads = 0;
  int edits = 0;
  int polls = 0;
  for (; polls < 40'320; ++polls) {
    if (polls == 10'080) {
      warm = resident_kilobytes();
      descriptors = entries_of("/proc/self/fd");
      threads = entries_of("/proc/self/task");
    }
    if (polls % 10 == 3) {
      organiser.edit(std::chrono::floor<seconds>(sign.device.now));
      ++edits;
    }
    sign.hear(organiser.document().bytes);
    const View view = sign.after(60s);
    REQUIRE(view.texts.header.room == kHall);
  }
  const long end = resident_kilobytes();
  MESSAGE(polls << " polls, " << edits << " edits: " << warm << " KB after a week, " << end << " KB after four; "
                << entries_of("/proc/self/fd") << " descriptors, " << entries_of("/proc/self/task") << " threads");
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  CHECK(static_cast<double>(end) < static_cast<double>(warm) * 1.01);
#endif
  CHECK(entries_of("/proc/self/fd") == descriptors);
  CHECK(entries_of("/proc/self/task") == threads);
}

TEST_CASE("D57: 500 signs start together, and after an outage of the server") {
  struct Row {
    std::string name;
    milliseconds spread;
    unsigned failing;
  };
  const Row rows[] = {{"all in the same instant", 0ms, 0},
                      {"within 20 s, as boards boot", 20s, 0},
                      {"within 20 s, the server down for the first five polls", 20s, 5}};
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Load load = load_of(500, row.spread, row.failing);
    MESSAGE(row.name << ": mean " << load.mean << "/s, at the start " << load.peak_of_first_polls
                     << "/s, from ten minutes on " << load.peak_later << "/s");
    CHECK(load.peak_later <= 3 * load.mean);
  }
}
