// SPDX-License-Identifier: MIT
// Row B19: the power is cut while copies are written. Every cut of a recorded trace, by the strictest reading of what a
// file system promises; ext4_test.cpp does it with a real one.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "base/os/temp_folder.hpp"
#include "failures/disk_trace.hpp"
#include "fetch/cache/cache_folder.hpp"
#include "fetch/cache/cached_copies.hpp"

using namespace placard;
using namespace placard::test;

namespace {

using Events = std::vector<DiskEvent>;

constexpr std::uint64_t kWrites = 4;

// Writes generations, and marks each when it is said to be on the disk.
Events recorded_writes(const std::string& folder, const DiskFiles& before, std::uint64_t first, std::uint64_t last) {
  DiskTrace trace(before);
  for (std::uint64_t number = first; number <= last; ++number) {
    CHECK(CacheFolder(folder).write("feed", generation(number)));
    trace.mark(number);
  }
  return trace.events();
}

// Reads what a cut left, in another folder.
class Survivors {
 public:
  explicit Survivors(std::string recorded_in) : recorded_in_(std::move(recorded_in)) {}

  /// The generation that is found; 0: none.
  std::uint64_t newest(const DiskFiles& left) const {
    lay_out_files(left, recorded_in_, temp_.path(""));
    const auto found = CacheFolder(temp_.path("state/kept")).read("feed", kKey);
    return found.copies.empty() ? 0 : generation_of(found.copies.front());
  }
  std::string path() const { return temp_.path(""); }

 private:
  std::string recorded_in_;
  TempFolder temp_{TempFolder::Memory::here};
};

struct Outcome {
  std::size_t cuts = 0;  // different ones
  std::size_t bad = 0;   // where a copy that was on the disk was gone
  std::set<DiskFiles> left;
};

// Found must be the copy last written, or the one just being written.
Outcome cut_everywhere(const std::string& root, const Events& events) {
  const Survivors survivors(root);
  Outcome outcome;
  std::set<std::pair<DiskFiles, std::size_t>> seen;
  for_every_cut({}, events, [&](const DiskFiles& left, std::size_t mark) {
    if (!seen.emplace(left, mark).second) return;
    ++outcome.cuts;
    outcome.left.insert(left);
    const std::uint64_t found = survivors.newest(left);
    if (found < mark || found > mark + 1) ++outcome.bad;
  });
  return outcome;
}

Events without_syncs(Events events, bool of_files) {
  std::erase_if(events, [of_files](const DiskEvent& event) {
    return event.kind == DiskEvent::Kind::sync && event.path.empty() == of_files;
  });
  return events;
}

}  // namespace

TEST_CASE("B19: whenever the power is cut, the copy last written is there, or the one being written") {
  const TempFolder temp(TempFolder::Memory::here);
  const Events events = recorded_writes(temp.path("state/kept"), {}, 1, kWrites);
  const Outcome outcome = cut_everywhere(temp.path(""), events);
  MESSAGE(events.size() << " events, " << outcome.cuts << " different outcomes of a cut");
  CHECK(outcome.cuts > 40);
  CHECK(outcome.bad == 0);
}

TEST_CASE("B19: the replay sees it when a file or a folder is not forced to the disk") {
  const TempFolder temp(TempFolder::Memory::here);
  const Events events = recorded_writes(temp.path("state/kept"), {}, 1, 2);
  CHECK(cut_everywhere(temp.path(""), without_syncs(events, true)).bad > 0);
  CHECK(cut_everywhere(temp.path(""), without_syncs(events, false)).bad > 0);
}

TEST_CASE("B19: a second cut while the sign writes again after the first costs nothing either") {
  const TempFolder temp(TempFolder::Memory::here);
  const Events events = recorded_writes(temp.path("state/kept"), {}, 1, 3);
  const Survivors survivors(temp.path(""));
  std::size_t cuts = 0, bad = 0;
  for (const DiskFiles& first : cut_everywhere(temp.path(""), events).left) {
    const TempFolder again(TempFolder::Memory::here);
    DiskFiles before;
    for (const auto& [path, content] : first) before[again.path("") + path.substr(temp.path("").size())] = content;
    lay_out_files(before, again.path(""), again.path(""));
    const std::uint64_t had = survivors.newest(first);
    const Events more = recorded_writes(again.path("state/kept"), before, 100, 101);
    const Survivors survivors_again(again.path(""));
    for_every_cut(before, more, [&](const DiskFiles& left, std::size_t mark) {
      ++cuts;
      const std::uint64_t found = survivors_again.newest(left);
      const bool good = mark == 0 ? found == had || found == 100 : found == mark || found == mark + 1;
      if (!good) ++bad;
    });
  }
  MESSAGE(cuts << " outcomes of two cuts");
  CHECK(cuts > 1000);
  CHECK(bad == 0);
}
