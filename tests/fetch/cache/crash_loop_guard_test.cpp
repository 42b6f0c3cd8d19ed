// SPDX-License-Identifier: MIT
// Row B34: what ended lives, and whom the next start blames.
#include "fetch/cache/crash_loop_guard.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <functional>
#include <thread>

#include "fetch/cache/crash_device.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

using Document = CrashLoopGuard::Document;

const Document kFeed{"feed", "the feed https://venue.example/feed.json"};
const Document kMessages{"messages", "the messages /etc/placard/overrides.json"};
const Document kOther{"other", "the feed https://other.example/"};

// A life up to its end, on a device that tells when it died.
using Life = std::function<void(CrashLoopGuard&, CrashDevice&)>;

void dies_reading(CrashLoopGuard& guard, CrashDevice& device) {
  const CrashMark mark = guard.may_read(kFeed, Doing::reading, 1s);
  if (mark) device.die();
}
void dies_restoring(CrashLoopGuard& guard, CrashDevice& device) {
  const CrashMark mark = guard.may_read(kFeed, Doing::restoring, 1s);
  if (mark) device.die();
}
void dies_painting(CrashLoopGuard& guard, CrashDevice& device) {
  guard.use({kFeed});
  const CrashMark mark = guard.paint();
  device.die();
}
void paints(CrashLoopGuard& guard, std::vector<Document> documents, std::chrono::milliseconds now = 1s) {
  guard.use(documents);
  guard.paint();
  guard.painted(now);
}
// The messages were painted before the feed came.
void dies_painting_what_came(CrashLoopGuard& guard, CrashDevice& device) {
  paints(guard, {kMessages});
  guard.use({kFeed, kMessages});
  const CrashMark mark = guard.paint();
  device.die();
}
void dies_painting_two(CrashLoopGuard& guard, CrashDevice& device) {
  guard.use({kFeed, kMessages});
  const CrashMark mark = guard.paint();
  device.die();
}
void dies_unmarked(CrashLoopGuard& guard, CrashDevice& device) {
  static_cast<void>(guard.may_read(kFeed, Doing::reading, 1s));
  paints(guard, {kFeed, kMessages});
  device.die();
}
Life ends(Ending ending) {
  return [ending](CrashLoopGuard& guard, CrashDevice& device) {
    const CrashMark reading = guard.may_read(kFeed, Doing::reading, 1s);
    const CrashMark painting = guard.careful() ? CrashMark(true) : guard.paint();
    guard.end(ending);
    device.die();
  };
}
void fails_to_paint(CrashLoopGuard& guard, CrashDevice& device) {
  guard.use({kFeed});
  try {
    const CrashMark mark = guard.paint();
    throw std::bad_alloc();
  } catch (const std::bad_alloc&) {
  }
  guard.end(Ending::nothing_shown);
  device.die();
}

void live(CrashDevice& device, const Life& life, int times = 1) {
  for (int i = 0; i < times; ++i) life(device.begin(), device);
}

bool passes_over(CrashLoopGuard& guard, const Document& document, std::chrono::milliseconds now = 1s) {
  return !guard.may_read(document, Doing::reading, now);
}

}  // namespace

TEST_CASE("B34: who is blamed after so many lives, and what the log says of the last") {
  const std::string kUnmarked =
      "The last run ended without a word while nothing was being read or drawn: killed from outside, out of memory or "
      "power; nothing is blamed.";
  struct Row {
    const char* what;
    Life life;
    int times;
    bool feed;      // is passed over
    bool messages;  // are
    std::string says;
  };
  const Row rows[] = {
      {"signal", ends(Ending::signal), 20, false, false, ""},
      {"closed", ends(Ending::window_closed), 20, false, false, ""},
      {"display lost", ends(Ending::display_lost), 20, false, false, ""},
      {"nothing shown", ends(Ending::nothing_shown), 20, false, false, ""},
      {"killed", dies_unmarked, 20, false, false, kUnmarked},
      {"reading", dies_reading, 1, false, false,
       "The last run ended without a word while it read the feed https://venue.example/feed.json: if so 3 runs in a "
       "row "
       "end, it is passed over for an hour. This was 1 of 3."},
      {"reading", dies_reading, 2, false, false, "This was 2 of 3."},
      {"reading", dies_reading, 3, true, false, "is passed over for an hour, or until it is another one."},
      {"restoring", dies_restoring, 2, false, false, "while it read the kept copy of the feed https://venue.example/"},
      {"restoring", dies_restoring, 3, true, false, "is passed over for an hour, or until it is another one."},
      {"painting", dies_painting, 2, false, false, "while it drew the feed https://venue.example/feed.json: if so 3"},
      {"painting", dies_painting, 3, true, false, "while it drew the feed https://venue.example/feed.json: it is"},
      {"what came last", dies_painting_what_came, 3, true, false, "it drew the feed"},
      {"two at once", dies_painting_two, 1, false, false, "several may be at fault"},
      {"no memory to paint", fails_to_paint, 3, true, false, "while it drew the feed"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.what));
    CAPTURE(row.times);
    CrashDevice device;
    live(device, row.life, row.times);
    CrashLoopGuard& guard = device.begin();
    CHECK(guard.last_end().find(row.says) != std::string::npos);
    CHECK(guard.last_end().empty() == row.says.empty());
    CHECK(passes_over(guard, kFeed) == row.feed);
    CHECK(passes_over(guard, kMessages) == row.messages);
    CHECK_FALSE(passes_over(guard, kOther));
    CHECK(guard.sentence().empty() != (row.feed || row.messages));
  }
}

TEST_CASE("B34: other ends between begin the count anew; being painted for ten seconds does too") {
  const Life between[] = {dies_unmarked, ends(Ending::signal), ends(Ending::display_lost),
                          [](CrashLoopGuard& guard, CrashDevice& device) {
                            paints(guard, {kFeed});
                            guard.settle(11s);
                            const CrashMark mark = guard.may_read(kOther, Doing::reading, 12s);
                            device.die();
                          }};
  for (const Life& life : between) {
    CrashDevice device;
    for (int round = 0; round < 4; ++round) {
      live(device, dies_reading, 2);
      live(device, life);
    }
    CHECK_FALSE(passes_over(device.begin(), kFeed));
  }
}

TEST_CASE("B34: what was painted for less than ten seconds counts on, also between ends by another document") {
  CrashDevice device;
  const Life dies_late = [](CrashLoopGuard& guard, CrashDevice& it) {
    paints(guard, {kFeed});
    guard.settle(10'999ms);
    const CrashMark mark = guard.paint();
    it.die();
  };
  live(device, dies_late, 2);
  live(device, [](CrashLoopGuard& guard, CrashDevice& it) {
    const CrashMark mark = guard.may_read(kOther, Doing::reading, 1s);
    it.die();
  });
  live(device, dies_late);
  CHECK(passes_over(device.begin(), kFeed));
  CHECK_FALSE(passes_over(device.begin(), kOther));
}

TEST_CASE("B34: passed over for an hour, over starts that end well; if it ends the program again, at once") {
  CrashDevice device;
  live(device, dies_reading, 3);
  for (const auto now : {0ms, 1'000ms, 60'000ms}) {
    CrashLoopGuard& guard = device.begin(now);
    CHECK(passes_over(guard, kFeed, now));
    paints(guard, {kOther}, now);
    guard.settle(now + 20s);
    guard.end(Ending::signal);
    device.die();
  }
  CrashLoopGuard& guard = device.begin(61s);
  CHECK(passes_over(guard, kFeed, kPassedOver - 1ms));
  CHECK_FALSE(passes_over(guard, kFeed, kPassedOver));
  {
    const CrashMark mark = guard.may_read(kFeed, Doing::reading, kPassedOver);
    device.die();
  }
  CHECK(passes_over(device.begin(kPassedOver + 1s), kFeed, kPassedOver + 2s));
}

TEST_CASE("B34: what was passed over and then did no harm counts as anything else") {
  CrashDevice device;
  live(device, dies_reading, 3);
  CrashLoopGuard& guard = device.begin();
  paints(guard, {kFeed}, kPassedOver);
  guard.settle(kPassedOver + 10s);
  device.die();
  live(device, dies_reading, 2);
  CHECK_FALSE(passes_over(device.begin(), kFeed));
}

TEST_CASE("B34: of several that may be at fault the next life finds which: it has one mark at a time") {
  CrashDevice device;
  live(device, dies_painting_two);
  CrashLoopGuard& guard = device.begin();
  CHECK(guard.careful());
  auto first = std::make_unique<CrashMark>(guard.may_read(kFeed, Doing::reading, 1s));
  std::atomic<bool> got = false;
  std::thread other([&] {
    const CrashMark second = guard.may_read(kMessages, Doing::reading, 1s);
    got = true;
  });
  std::this_thread::sleep_for(20ms);
  CHECK_FALSE(got);
  first.reset();
  other.join();
  CHECK(got);
  paints(guard, {kFeed, kMessages});
  guard.settle(11s);
  CHECK_FALSE(guard.careful());
}

TEST_CASE("B34: several threads read at once; two deaths of that kind blame nobody, but the next lives are careful") {
  CrashDevice device;
  live(device, [](CrashLoopGuard& guard, CrashDevice& it) {
    const CrashMark feed = guard.may_read(kFeed, Doing::reading, 1s);
    std::thread([&] {
      const CrashMark messages = guard.may_read(kMessages, Doing::reading, 1s);
      it.die();
    }).join();
  });
  CrashLoopGuard& guard = device.begin();
  CHECK(guard.last_end().find("it read several documents at once") != std::string::npos);
  CHECK(guard.careful());
  CHECK_FALSE(passes_over(guard, kFeed));
}

TEST_CASE("B34: what ends the program in a later frame: the newest goes first, and comes back if it was no help") {
  CrashDevice device;
  const auto lives_until_it_stays = [&device](const Document& poison) {
    for (int lives = 0;; ++lives) {
      CrashLoopGuard& guard = device.begin();
      std::vector<Document> used;
      for (const Document& one : {kFeed, kMessages}) {
        if (!guard.may_read(one, Doing::restoring, 1s)) continue;
        used.push_back(one);
        paints(guard, used);
      }
      const bool ends =
          std::any_of(used.begin(), used.end(), [&](const auto& one) { return one.digest == poison.digest; });
      if (!ends) return lives;
      const CrashMark mark = guard.paint();
      device.die();
    }
  };
  SUBCASE("the messages") {
    CHECK(lives_until_it_stays(kMessages) == 4);
    CHECK(passes_over(device.begin(), kMessages));
    CHECK_FALSE(passes_over(device.begin(), kFeed));
  }
  SUBCASE("the feed, while the messages were harmless") {
    CHECK(lives_until_it_stays(kFeed) == 7);
    CHECK(passes_over(device.begin(), kFeed));
    CHECK_FALSE(passes_over(device.begin(), kMessages));
  }
}

TEST_CASE("power cuts are no fault of what was read, and nothing is known of the run before") {
  CrashDevice device;
  for (const char* boot : {"1", "2", "3", "4", "5"}) {
    device.boot = boot;
    CrashLoopGuard& guard = device.begin();
    CHECK(guard.last_end().empty());
    CHECK_FALSE(passes_over(guard, kFeed));
    dies_reading(guard, device);
  }
}

TEST_CASE("without a place for the record nothing is counted, and everything is read") {
  for (int life = 0; life < 10; ++life) {
    CrashLoopGuard guard({nullptr, false, "boot", ""}, 0ms);
    CHECK_FALSE(passes_over(guard, kFeed));
    CHECK(guard.sentence().empty());
  }
}

TEST_CASE("on a disk a frame of what is known to be harmless is not written") {
  CrashDevice device;
  device.on_disk = true;
  CrashLoopGuard& guard = device.begin();
  paints(guard, {kFeed});
  guard.settle(11s);
  const auto bytes = [&device] {
    std::ifstream file(device.path(), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  };
  const std::string before = bytes();
  {
    const CrashMark mark = guard.paint();
    CHECK(bytes() == before);
  }
  guard.use({kFeed, kMessages});
  const CrashMark mark = guard.paint();
  CHECK(bytes() != before);
}

TEST_CASE("a damaged record of any kind is as good as none, and counts on") {
  for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6, 7, 8}) {
    CrashDevice device;
    live(device, dies_reading, 3);
    device.begin();
    std::string bytes(seed * 3'001, static_cast<char>(0xA5));
    std::ofstream(device.path(), std::ios::binary | std::ios::in) << bytes;
    CHECK_FALSE(passes_over(device.begin(), kFeed));
    live(device, dies_reading, 3);
    CHECK(passes_over(device.begin(), kFeed));
  }
}
