// SPDX-License-Identifier: MIT
// Rows of the catalogue about feeds that are dead, changed, shrunk or replayed, on virtual time.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "catalogue/dose.hpp"
#include "fetch/retry.hpp"
#include "simulator/bench_sign.hpp"
#include "simulator/state_folder.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

TEST_CASE("A1: the feed is dead for up to three days: the ladder, by the age of the data alone") {
  const Dose outages = dose("outages", 300);
  for (std::uint64_t seed = outages.first; seed < outages.first + outages.count; ++seed) {
    CAPTURE(seed);
    Chance chance(seed);
    BenchSign sign;
    sign.start();
    sign.hear(written(series(kSomeNoon - 1h, 200)));
    const milliseconds dead(chance.below(milliseconds(72h).count()));
    const View view = sign.after(dead);
    const Freshness expected = dead > 24h     ? Freshness::old
                               : dead > 15min ? Freshness::stale
                               : dead > 2min  ? Freshness::aging
                                              : Freshness::live;
    // Parts of a second count as a whole one.
    const bool at_a_step = std::min({std::chrono::abs(dead - 24h), std::chrono::abs(dead - milliseconds(15min)),
                                     std::chrono::abs(dead - milliseconds(2min))}) < 1s;
    if (!at_a_step) CHECK(view.freshness == expected);
    CHECK(view.now.has_value() == (view.freshness != Freshness::old));
    sign.fail();
    CHECK(sign.view().freshness == view.freshness);
  }
}

TEST_CASE("A6: a change in the feed is on the glass within one poll") {
  const Dose edits = dose("edits", 2000);
  Chance chance(edits.first);
  BenchSign sign;
  sign.start();
  std::vector<double> waits;
  double polled_at = 0;
  double edited_at = 1;
  std::uint64_t edit = 0;
  while (waits.size() < edits.count) {
    const double delay =
        std::chrono::duration<double>(next_delay({60s, 0, {}}, double(chance.below(1000)) / 1e3)).count();
    sign.device.now += milliseconds(static_cast<std::int64_t>(delay * 1000));
    polled_at += delay + 0.2;
    const bool edited = edited_at <= polled_at;
    if (edited) ++edit;
    sign.hear(written(series(kSomeNoon + 24h * 400, 3, "Edit " + std::to_string(edit))));
    REQUIRE(sign.view().next->title == "Edit " + std::to_string(edit) + " 1");
    if (!edited) continue;
    waits.push_back(polled_at - edited_at);
    edited_at = polled_at + static_cast<double>(chance.below(120'000)) / 1e3;
  }
  std::sort(waits.begin(), waits.end());
  const double p999 = waits[waits.size() * 999 / 1000];
  MESSAGE("p50 " << waits[waits.size() / 2] << " s, p99.9 " << p999 << " s, longest " << waits.back() << " s at 60 s");
  CHECK(waits.back() <= 60 * 1.1 + 2);
}

TEST_CASE("A8: 50 shrink patterns: held back for three polls, then taken, unless nothing of the room is left") {
  const Edition whole = series(kSomeNoon - 1h, 50);
  for (int pattern = 0; pattern < 50; ++pattern) {
    CAPTURE(pattern);
    Chance chance(static_cast<std::uint64_t>(pattern));
    Edition shrunk = whole;
    while (shrunk.talks.size() > static_cast<std::size_t>(pattern / 2)) {
      shrunk.talks.erase(shrunk.talks.begin() + static_cast<std::ptrdiff_t>(chance.below(shrunk.talks.size())));
    }
    BenchSign sign;
    sign.start();
    sign.hear(written(whole));
    const std::string before = sign.view().now->title;
    for (int poll = 1; poll <= 2; ++poll) {
      sign.device.now += 20s;
      const auto log = sign.hear(written(shrunk));
      CHECK(log.size() == (poll == 1 ? 1 : 0));
      CHECK(sign.view().now->title == before);
    }
    sign.device.now += 20s;
    const bool lost = shrunk.talks.empty();
    CHECK(sign.hear(written(shrunk)).size() == (lost ? 0 : 1));
    const View taken = sign.view();
    const bool kept =
        std::any_of(shrunk.talks.begin(), shrunk.talks.end(), [&](const Talk& talk) { return talk.title == before; });
    CHECK(taken.now.has_value() == (kept || lost));
    CHECK(taken.texts.header.room == kHall);
    CHECK((!taken.texts.main.headline.empty() || !taken.texts.main.status.empty()));
  }
}

TEST_CASE("A10: older copies come between newer ones: the newest stays") {
  const Dose replays = dose("replayed copies", 1000);
  Chance chance(replays.first);
  BenchSign sign;
  sign.start();
  std::vector<std::string> versions;
  std::uint64_t replayed = 0;
  while (replayed < replays.count) {
    Edition edition = series(kSomeNoon + 24h * 40, 8, "Version " + std::to_string(versions.size()));
    edition.generated_at = std::chrono::floor<seconds>(sign.device.now);
    versions.push_back(written(edition));
    sign.device.now += 60s;
    sign.hear(versions.back());
    std::set<std::size_t> olders;
    for (std::uint64_t i = chance.below(3); i > 0 && versions.size() > 3; --i) {
      const std::size_t older = chance.below(versions.size() - 1);
      if (!olders.insert(older).second) continue;
      sign.device.now += 60s;
      sign.hear(versions[older]);
      ++replayed;
      CHECK_FALSE(feeds_trouble(sign.state->knowledge()).empty());
    }
    REQUIRE(sign.view().next->title == "Version " + std::to_string(versions.size() - 1) + " 1");
  }
}

TEST_CASE("A1: a copy that was kept by a clock an hour ahead never becomes live by waiting") {
  const StateFolder folders;
  const CacheFolder folder(folders.fresh());
  BenchSign sign;
  sign.venue->settings.clock = ClockMode::system;
  sign.keep = [&](const std::string& name, CachedCopy copy) { folder.write(name, copy, Durable::no); };
  sign.device.set_clock(sign.device.now + 1h);
  sign.start(folder);
  sign.hear(written(series(kSomeNoon - 1h, 40)));
  CHECK(sign.view().freshness == Freshness::live);
  sign.device.lose_power(1min);
  sign.device.synchronise();
  sign.start(folder);
  for (int minute = 0; minute < 120; ++minute) CHECK(sign.after(1min).freshness == Freshness::old);
}

TEST_CASE("A8: a room that is gone keeps its last programme, ever older, until 12 hours after its last session") {
  BenchSign sign;
  sign.start();
  const Edition whole = series(kSomeNoon - 1h, 10);  // until four
  Edition without = series(kSomeNoon - 1h, 12, "Elsewhere");
  for (Talk& talk : without.talks) talk.room = kFoyer, talk.id = "f" + talk.id;
  Edition with = without;
  with.talks.insert(with.talks.end(), whole.talks.begin(), whole.talks.end());
  sign.hear(written(with));
  std::size_t lines = 0;
  for (int minute = 1; minute < 16 * 60; ++minute) {
    sign.device.now += 1min;
    lines += sign.hear(written(without)).size();
    const View view = sign.view();
    if (minute < 4 * 60) {
      CHECK(view.now->title == "Talk " + std::to_string(minute / 30 + 3));
    } else {
      CHECK(view.state == RoomStatus::over);
    }
    if (minute > 16) CHECK((view.freshness == Freshness::stale || view.freshness == Freshness::old));
  }
  CHECK(lines == 1);
  sign.device.now += 1min;
  CHECK(sign.hear(written(without)).size() == 2);  // that all is well, and that there is no such room
  CHECK(sign.view().state == RoomStatus::empty);
}
