// SPDX-License-Identifier: MIT
// Rows of the catalogue about clocks and counters, on virtual time.
#include <doctest/doctest.h>

#include "catalogue/dose.hpp"
#include "simulator/bench_sign.hpp"
#include "simulator/state_folder.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

bool claims_now(const View& view) {
  return view.now || view.next || view.countdown || view.texts.main.shows_session || !view.texts.main.time_left.empty();
}

// What is on by the series alone.
std::optional<std::string> title_at(const Edition& edition, Instant at) {
  for (const Talk& talk : edition.talks) {
    if (talk.start <= at && at < *talk.end) return talk.title;
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("A2: boot with a wrong clock: the day's list without NOW, healed within a second of the right time") {
  const Dose boots = dose("boots with each of four clocks", 250);
  const StateFolder folders;
  const CacheFolder folder(folders.fresh());
  const Edition edition = series(kSomeNoon - 3h, 12);
  BenchSign before(kSomeNoon - 2h);
  before.keep = [&](const std::string& name, CachedCopy copy) { folder.write(name, copy, Durable::no); };
  before.start();
  before.hear(written(edition));
  const Instant clocks[] = {Instant(20s), Instant(16'071 * 24h), kSomeBuild - 24h, kSomeNoon + 24h * 3652};
  for (const Instant clock : clocks) {
    for (std::uint64_t seed = boots.first; seed < boots.first + boots.count; ++seed) {
      CAPTURE(clock.time_since_epoch().count());
      CAPTURE(seed);
      Chance chance(seed);
      BenchSign sign(kSomeNoon - 2h + seconds(60 + chance.below(4 * 3600)));
      sign.venue->settings.clock = chance.one_in(2) ? ClockMode::checked : ClockMode::feed;
      sign.venue->sign->layout = chance.one_in(2) ? Layout::countdown : Layout::room;
      sign.device.boots = 2;
      sign.device.set_clock(clock);
      sign.start(folder);
      for (int look = 0; look < 3; ++look) {
        const View view = sign.after(seconds(chance.below(300)));
        REQUIRE(view.freshness == Freshness::no_clock);
        REQUIRE_FALSE(claims_now(view));
        REQUIRE(view.texts.header.room == kHall);
        REQUIRE_FALSE(view.texts.list.sessions.empty());
        REQUIRE(view.texts.header.clock.empty());
      }
      sign.device.synchronise();
      const View healed = sign.after(1s);
      REQUIRE(healed.freshness != Freshness::no_clock);
      REQUIRE(healed.now.has_value());
      REQUIRE(healed.now->title == title_at(edition, healed.at));
    }
  }
}

TEST_CASE("A3: clock steps of a second to two days: everything is told by the new time at once") {
  const Dose steps = dose("clock steps", 1000);
  static const std::vector<seconds> spans = {1s, 29s, 31s, 1min, 59min, 1h, 90min, 24h, 48h};
  const Edition edition = series(kSomeNoon - 96h, 400);
  for (const Layout layout : {Layout::room, Layout::countdown}) {
    Chance chance(steps.first);
    BenchSign sign;
    sign.venue->settings.clock = ClockMode::system;
    sign.venue->sign->layout = layout;
    sign.start();
    for (std::uint64_t i = 0; i < steps.count / 2; ++i) {
      CAPTURE(i);
      sign.device.now += milliseconds(chance.below(60'000));
      if (i % 3 == 0) sign.hear(written(edition));
      const View before = sign.view();
      const seconds by = chance.of(spans);
      Instant to = before.at + (chance.one_in(2) ? by : -by);
      if (std::chrono::abs(to - kSomeNoon) > 90h) to = kSomeNoon;
      sign.device.set_clock(to);
      const View view = sign.view();
      REQUIRE(view.at == to);
      REQUIRE(view.freshness == before.freshness);
      REQUIRE((view.now ? std::optional(view.now->title) : std::nullopt) == title_at(edition, to));
      REQUIRE(view.next_repaint.value() > to);
      if (layout == Layout::countdown) REQUIRE(view.countdown->left == view.now->end - to);
    }
  }
}

TEST_CASE("A17: outside the days of the event nothing is on") {
  const Edition edition = series(kSomeNoon, 8);
  for (const seconds off : {-24h * 60, -24h * 7, -25h, -1h, 4h, 24h, 24h * 7, 24h * 60}) {
    CAPTURE(off.count());
    BenchSign sign(kSomeNoon + off);
    sign.start();
    sign.hear(written(edition));
    const View view = sign.view();
    CHECK_FALSE(view.now);
    CHECK(view.texts.main.progress == std::nullopt);
    CHECK(view.state == (off < 0s ? RoomStatus::gap : RoomStatus::over));
    CHECK(view.freshness == (off < 0s ? Freshness::live : Freshness::old));
    CHECK((view.next ? view.next->title : "") == (off < 0s ? "Talk 1" : ""));
  }
}

TEST_CASE("A16: two signs of one room change on the same second, whenever they polled") {
  const Edition edition = series(kSomeNoon, 12);
  Chance chance(1);
  for (int pair = 0; pair < 200; ++pair) {
    BenchSign left(kSomeNoon - 10min);
    BenchSign right(kSomeNoon - 10min);
    left.start();
    right.start();
    left.device.now += milliseconds(chance.below(60'000));
    right.device.now += milliseconds(chance.below(60'000));
    left.hear(written(edition));
    right.hear(written(edition));
    const TrueTime look = kSomeNoon + milliseconds(chance.below(5 * 3'600'000));
    left.device.now = right.device.now = look;
    left.hear(written(edition));
    right.hear(written(edition));
    CHECK(left.view() == right.view());
  }
}

TEST_CASE("B36: 24.8 days, 49.7 days and 2038 pass without a trace") {
  const Dose crossings = dose("crossings of each", 100);
  struct Row {
    const char* name;
    Instant at;
    milliseconds uptime;
  };
  const Row rows[] = {{"24.8 days", kSomeNoon, milliseconds(std::int64_t{1} << 31)},
                      {"49.7 days", kSomeNoon, milliseconds(std::int64_t{1} << 32)},
                      {"2038", Instant(seconds(std::int64_t{1} << 31)), milliseconds(24h)},
                      {"2106", Instant(seconds(std::int64_t{1} << 32)), milliseconds(24h)}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    const Edition edition = series(row.at - 1h, 6);
    for (std::uint64_t seed = crossings.first; seed < crossings.first + crossings.count; ++seed) {
      Chance chance(seed);
      BenchSign sign(row.at - 2min);
      sign.venue->sign->layout = chance.one_in(2) ? Layout::countdown : Layout::room;
      sign.device.booted = TrueTime(row.at) - row.uptime;
      sign.device.now += milliseconds(chance.below(60'000));
      sign.start();
      sign.hear(written(edition));
      const TrueTime heard = sign.device.now;
      while (sign.device.now < row.at + 2min) {
        const View view = sign.after(milliseconds(1 + chance.below(9000)));
        REQUIRE(view.now->title == title_at(edition, view.at));
        REQUIRE(view.data_as_of <= std::chrono::floor<seconds>(heard));
        REQUIRE(view.data_as_of >= std::chrono::floor<seconds>(heard) - 1s);
        REQUIRE(view.next_change.value() > view.at);
      }
    }
  }
}

TEST_CASE("A3: a clock half a minute from the servers' is right or wrong, and does not waver within a second") {
  for (const milliseconds off : {28'500ms, 29'500ms, 30'500ms, 31'500ms}) {
    for (const ClockMode mode : {ClockMode::checked, ClockMode::feed}) {
      CAPTURE(off.count());
      BenchSign sign;
      sign.venue->settings.clock = mode;
      sign.device.set_clock(sign.device.now + off);
      sign.start();
      for (int poll = 0; poll < 3; ++poll) {
        FetchResult update;
        update.outcome = Fetched(written(series(kSomeNoon - 1h, 20)));
        FeedUpdate heard = to_feed_update(0, update, sign.venue->settings);
        sign.device.now += 60s;
        heard.date = ServerDate{std::chrono::floor<seconds>(sign.device.now), true};
        sign.state->apply(heard, sign.device.moment());
      }
      const auto believed = [&sign] { return sign.state->now(sign.device.moment()) - sign.device.now; };
      const auto first = believed();
      const bool trusted = sign.state->knows_time(sign.device.moment());
      for (int look = 0; look < 40; ++look) {
        sign.device.now += 130ms;
        CHECK(std::chrono::abs(believed() - first) <= 1s);
        CHECK(sign.state->knows_time(sign.device.moment()) == trusted);
      }
    }
  }
}

TEST_CASE("A2: a kept feed dated in the future does not take a clock chip's word away") {
  const StateFolder folders;
  const CacheFolder folder(folders.fresh());
  BenchSign sign;
  sign.venue->settings.clock = ClockMode::rtc;
  sign.device.synchronised = false;
  sign.keep = [&](const std::string& name, CachedCopy copy) { folder.write(name, copy, Durable::no); };
  sign.start(folder);
  Edition edition = series(kSomeNoon - 1h, 8);
  edition.generated_at = kSomeNoon + 24h * 400;
  sign.hear(written(edition));
  CHECK(sign.view().now.has_value());
  sign.device.lose_power(2min);
  sign.start(folder);
  CHECK(sign.view().now.has_value());
}

TEST_CASE("A2: one start with a clock years ahead takes NOW away from no right start after it") {
  const StateFolder folders;
  const CacheFolder folder(folders.fresh());
  const Edition edition = series(kSomeNoon - 1h, 48);
  BenchSign sign;
  sign.venue->settings.clock = ClockMode::rtc;
  sign.device.synchronised = false;
  sign.keep = [&](const std::string& name, CachedCopy copy) { folder.write(name, copy, Durable::no); };
  const auto begin = [&](seconds ahead) {
    sign.device.lose_power(2min);
    sign.device.clock_off = ahead;
    sign.start(folder);
    sign.hear(written(edition));
    return sign.view();
  };
  CHECK(begin(0s).now.has_value());
  CHECK_FALSE(begin(24h * 3652).now.has_value());
  for (int right = 0; right < 5; ++right) CHECK(begin(0s).now.has_value());
  // A chip that stood still is told from the starts before.
  CHECK(begin(-6h).freshness == Freshness::no_clock);
}

TEST_CASE(
    "A2: a night without network: the clock that was right in the evening tells NOW all night and in the morning") {
  const StateFolder folders;
  const CacheFolder folder(folders.fresh());
  const Edition edition = series(kSomeNoon - 1h, 60);
  BenchSign sign;
  sign.keep = [&](const std::string& name, CachedCopy copy) { folder.write(name, copy, Durable::no); };
  sign.start(folder);
  sign.hear(written(edition));
  REQUIRE(sign.view().now.has_value());
  int without_now = 0;
  for (milliseconds passed = 0s; passed < 14h; passed += 60s) {
    // The kernel takes its word back; a restart in the small hours knows what the process before it knew.
    if (passed >= 8h + 53min) sign.device.synchronised = false;
    if (passed == 11h) sign.start(folder);
    const View view = sign.after(60s);
    if (!view.now || view.now->title != title_at(edition, view.at)) ++without_now;
  }
  CHECK(without_now == 0);
}

TEST_CASE("A3: after a time server set the clock, a large step that no other server agrees with changes nothing") {
  const Edition edition = series(kSomeNoon - 1h, 20);
  for (const seconds by : {seconds(301), seconds(-301), seconds(7h), seconds(-48h)}) {
    CAPTURE(by.count());
    BenchSign sign;
    sign.start();
    sign.hear(written(edition));
    REQUIRE(sign.view().now.has_value());
    sign.device.clock_off = by;  // the kernel says that it is right all the same
    const View view = sign.after(10min);
    CHECK(view.at == std::chrono::floor<seconds>(sign.device.now));
    CHECK(view.now.has_value());
    CHECK(view.now->title == title_at(edition, view.at));
    CHECK(view.freshness == Freshness::aging);
  }
}
