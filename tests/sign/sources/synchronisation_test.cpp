// SPDX-License-Identifier: MIT
#include "sign/sources/synchronisation.hpp"

#include <doctest/doctest.h>

#include "sign/sources/clock_trust.hpp"

using namespace placard;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr Instant kNoon{seconds(1'762'286'400)};
constexpr milliseconds kUp = 1h;  // at noon

// So long after noon, by a clock that is `off` from the truth.
Moment moment(milliseconds after, milliseconds off = 0ms, bool synchronised = false) {
  const auto now = kNoon + after + off;
  const Instant second = std::chrono::floor<seconds>(now);
  return {second, kUp + after, synchronised, now - second};
}

Moment synchronised(milliseconds after, milliseconds off = 0ms) {
  return moment(after, off, true);
}

// Noon, synchronised.
ClockTrust vouched_clock(ClockMode mode = ClockMode::checked) {
  ClockTrust clock(mode, kNoon - 24h * 30);
  clock.look(synchronised(0ms));
  return clock;
}

}  // namespace

TEST_CASE("once synchronised a clock is believed for a week while the kernel says nothing") {
  struct Row {
    milliseconds after;
    milliseconds off;
    bool trusted;
  };
  constexpr milliseconds kWeek = 24h * 7;
  const Row rows[] = {
      {1s, 0ms, true},     {8h + 53min, 0ms, true},   {9h, 0ms, true},           {14h, 0ms, true},
      {kWeek, 0ms, true},  {kWeek + 1ms, 0ms, false}, {kWeek + 24h, 0ms, false}, {1h, 2000ms, true},
      {1h, -2000ms, true}, {1h, 2001ms, false},       {1h, -2001ms, false},      {1h, 5min, false},
      {1h, -5min, false},  {1h, 5min + 1ms, true},    {1h, -5min - 1ms, true},   {1h, 24h, true},
      {kWeek, 24h, true},  {kWeek + 1ms, 24h, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.after.count());
    CAPTURE(row.off.count());
    ClockTrust clock = vouched_clock();
    const Moment at = moment(row.after, row.off);
    clock.look(at);
    CHECK(clock.trusted(at) == row.trusted);
    const bool held = row.trusted && std::chrono::abs(row.off) > 5min;
    CHECK(clock.now(at) == (held ? std::chrono::floor<seconds>(kNoon + row.after) : at.now));
    CHECK(clock.step(at).has_value() == held);
  }
}

TEST_CASE("a clock that was never synchronised in this boot is not believed for what goes on") {
  ClockTrust clock(ClockMode::checked, kNoon);
  clock.look(moment(0ms));
  CHECK_FALSE(clock.trusted(moment(1s)));
}

TEST_CASE("many small steps are a large one, and one that went astray is not believed again") {
  ClockTrust clock = vouched_clock();
  for (int step = 1; step <= 3; ++step) {
    clock.look(moment(step * 1min, step * 900ms));
    CHECK(clock.trusted(moment(step * 1min, step * 900ms)) == (step < 3));
  }
  CHECK_FALSE(clock.trusted(moment(1h)));
}

TEST_CASE("a time server that sets the clock by up to five minutes is followed") {
  for (const milliseconds off : {1500ms, 2001ms, -60'000ms, 300'000ms, -300'000ms}) {
    CAPTURE(off.count());
    ClockTrust clock = vouched_clock();
    clock.look(synchronised(1h, off));
    CHECK(clock.now(synchronised(1h, off)) == synchronised(1h, off).now);
    clock.look(moment(10h, off));
    CHECK(clock.trusted(moment(10h, off)));
    CHECK_FALSE(clock.step(moment(10h, off)));
  }
}

TEST_CASE("a step of more than five minutes counts only where a second source agrees") {
  struct Row {
    const char* name;
    ClockMode mode;
    std::vector<milliseconds> dates;  // how far a server's dates are off, a minute apart before the step
    milliseconds off;                 // the clock after the step, at 1 h
    bool follows;
  };
  const Row rows[] = {
      {"nobody", ClockMode::checked, {}, 2h, false},
      {"nobody, back", ClockMode::checked, {}, -2h, false},
      {"just over", ClockMode::rtc, {}, 5min + 1s, false},
      {"just five", ClockMode::rtc, {}, 5min, true},
      {"one answer is none", ClockMode::checked, {2h}, 2h, false},
      {"two that say the same", ClockMode::checked, {2h, 2h}, 2h, true},
      {"two that agree with the time before", ClockMode::checked, {0ms, 0ms}, 2h, false},
      {"two that know a third time", ClockMode::checked, {1h, 1h}, 2h, false},
      {"two, 30 s off", ClockMode::rtc, {2h - 30s, 2h - 30s}, 2h, true},
      {"two, 31 s off", ClockMode::rtc, {2h - 31s, 2h - 31s}, 2h, false},
      {"whoever watches over it", ClockMode::system, {}, 2h, true},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    ClockTrust clock = vouched_clock(row.mode);
    milliseconds heard = 0ms;
    for (const milliseconds off : row.dates) {
      clock.add_server_date({std::chrono::floor<seconds>(kNoon + heard + off), false}, moment(heard));
      heard += 1min;
    }
    const Moment at = synchronised(1h, row.off);
    clock.look(at);
    CHECK(clock.trusted(at));
    CHECK(clock.now(at) == (row.follows ? at.now : kNoon + 1h));
    const auto step = clock.step(at);
    const bool large = std::chrono::abs(row.off) > 5min;
    REQUIRE(step.has_value() == large);
    if (large) CHECK(*step == ClockStep{row.off, row.follows});
    // A followed step is news for a minute, one that is not for as long as it lasts.
    clock.look(synchronised(1h + 2min, row.off));
    CHECK(clock.step(synchronised(1h + 2min, row.off)).has_value() == !row.follows);
  }
}

TEST_CASE("a step counts as soon as servers agree with it, and is forgotten when it is taken back") {
  ClockTrust clock = vouched_clock();
  clock.look(synchronised(1h, 2h));
  CHECK(clock.now(synchronised(1h, 2h)) == kNoon + 1h);
  CHECK(clock.now(synchronised(1h + 1s)) == kNoon + 1h + 1s);
  CHECK_FALSE(clock.step(synchronised(1h + 1s)));
  clock.add_server_date({kNoon + 3h + 1min, false}, synchronised(1h + 1min, 2h));
  clock.add_server_date({kNoon + 3h + 2min, false}, synchronised(1h + 2min, 2h));
  clock.look(synchronised(1h + 3min, 2h));
  CHECK(clock.now(synchronised(1h + 3min, 2h)) == kNoon + 3h + 3min);
}

TEST_CASE("after a week without anybody who agrees the kernel's new time counts") {
  ClockTrust clock = vouched_clock();
  const Moment late = synchronised(24h * 7 + 1s, 2h);
  clock.look(late);
  CHECK(clock.trusted(late));
  CHECK(clock.now(late) == late.now);
}

TEST_CASE("an earlier process of this boot passes on what the kernel said") {
  struct Row {
    milliseconds rounded;  // the kept time is so much before the true one
    milliseconds off;
    milliseconds after;
    bool trusted;
  };
  const Row rows[] = {
      {0ms, 0ms, 9h, true},      {1999ms, 0ms, 9h, true},         {0ms, 4001ms, 9h, false}, {0ms, -2001ms, 9h, false},
      {0ms, 0ms, 24h * 7, true}, {0ms, 0ms, 24h * 7 + 1s, false}, {0ms, 1min, 9h, false},   {0ms, 24h, 9h, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.off.count());
    CAPTURE(row.rounded.count());
    ClockTrust clock(ClockMode::checked, kNoon - 24h);
    const Moment at = moment(row.after, row.off);
    clock.restore_synchronised(kNoon - kUp - row.rounded, kUp, at);
    clock.look(at);
    CHECK(clock.trusted(at) == row.trusted);
  }
}

TEST_CASE("\"rtc\": later than the build proves nothing where no clock chip says the same") {
  struct Row {
    ClockChip chip;
    seconds after_build;
    bool trusted;
  };
  const Row rows[] = {
      {ClockChip::none, 24h, false},   {ClockChip::differs, 24h, false}, {ClockChip::agrees, 24h, true},
      {ClockChip::agrees, 0s, false},  {ClockChip::agrees, -24h, false}, {ClockChip::unknown, 24h, true},
      {ClockChip::unknown, 0s, false},
  };
  for (const Row& row : rows) {
    CAPTURE(static_cast<int>(row.chip));
    Moment at = moment(row.after_build);
    at.chip = row.chip;
    CHECK(ClockTrust(ClockMode::rtc, kNoon).trusted(at) == row.trusted);
  }
}
