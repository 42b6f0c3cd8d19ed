// SPDX-License-Identifier: MIT
#include "sign/sources/clock_trust.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace placard;
using namespace std::chrono_literals;

namespace {

constexpr Instant kNoon{seconds(1'762'286'400)};
constexpr Instant kBuilt = kNoon - 24h * 30;

// The device at true noon and so long after; its clock is `off` from the truth.
Moment device(seconds after, seconds off = 0s, bool synchronised = false) {
  return {kNoon + after + off, 1h + after, synchronised};
}

ServerDate told(seconds after, bool verified = true) {
  return {kNoon + after, verified};
}

const ClockMode kModes[] = {ClockMode::checked, ClockMode::system, ClockMode::rtc, ClockMode::feed};

}  // namespace

TEST_CASE("who is believed without any server") {
  struct Row {
    ClockMode mode;
    seconds off;
    bool synchronised;
    bool trusted;
  };
  const seconds to_1970 = Instant{} - kNoon;
  const seconds before_build = -24h * 31;
  const Row rows[] = {
      {ClockMode::checked, 0s, false, false},  {ClockMode::checked, 0s, true, true},
      {ClockMode::system, 0s, false, true},    {ClockMode::system, to_1970, false, true},
      {ClockMode::rtc, 0s, false, true},       {ClockMode::rtc, before_build, false, false},
      {ClockMode::rtc, to_1970, false, false}, {ClockMode::rtc, to_1970, true, true},
      {ClockMode::feed, 0s, false, false},     {ClockMode::feed, 0s, true, true},
  };
  for (const Row& row : rows) {
    CAPTURE(static_cast<int>(row.mode));
    CAPTURE(row.off.count());
    CHECK(ClockTrust(row.mode, kBuilt).trusted(device(0s, row.off, row.synchronised)) == row.trusted);
  }
}

TEST_CASE("a clock chip is believed only when it is later than everything ever seen") {
  ClockTrust clock(ClockMode::rtc, kBuilt);
  clock.note_lower_bound(kNoon - 1h);
  CHECK(clock.trusted(device(0s)));
  CHECK_FALSE(clock.trusted(device(0s, -1h)));
  CHECK(clock.trusted(device(0s, -1h + 1s)));
  clock.note_lower_bound(kNoon - 2h);
  CHECK_FALSE(clock.trusted(device(0s, -90min)));
}

TEST_CASE("a clock that nobody vouched for raises the bound once two boots saw the time") {
  struct Row {
    const char* name;
    std::vector<std::pair<const char*, seconds>> seen;  // in which boot, so long after noon
    seconds last_refused;                               // so long after noon the clock is still not believed
  };
  constexpr seconds kYears = 24h * 3652;
  constexpr seconds kBuild = kBuilt - kNoon;
  const Row rows[] = {
      {"nothing", {}, kBuild},
      {"one start, years ahead", {{"a", kYears}}, kBuild},
      {"one start, seen often", {{"a", kYears}, {"a", kYears + 1h}, {"a", kYears + 2h}}, kBuild},
      {"a right one after it", {{"a", kYears}, {"b", 0s}}, 0s},
      {"the right one first", {{"b", 0s}, {"a", kYears}}, 0s},
      {"two right ones after it", {{"a", kYears}, {"b", 0s}, {"c", 1h}}, 1h},
      {"two that agree", {{"a", kYears}, {"b", kYears + 60s}}, kYears},
      {"boots that cannot be told apart", {{"", kYears}, {"", kYears}}, kBuild},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    ClockTrust clock(ClockMode::rtc, kBuilt);
    for (const auto& [boot, after] : row.seen) clock.note_seen(kNoon + after, boot);
    CHECK_FALSE(clock.trusted(device(0s, row.last_refused)));
    CHECK(clock.trusted(device(0s, row.last_refused + 1s)));
  }
}

TEST_CASE("two dates of a server that proved itself, in agreement with the clock, make it believed") {
  struct Row {
    const char* name;
    std::vector<std::pair<seconds, ServerDate>> dates;  // heard so long after noon
    seconds off;
    bool trusted;
  };
  const Row rows[] = {
      {"one", {{0s, told(0s)}}, 0s, false},
      {"two", {{0s, told(0s)}, {60s, told(60s)}}, 0s, true},
      {"two, the clock 30 s off", {{0s, told(0s)}, {60s, told(60s)}}, 30s, true},
      {"two, the clock 31 s off", {{0s, told(0s)}, {60s, told(60s)}}, 31s, false},
      {"two, the clock of yesterday", {{0s, told(0s)}, {60s, told(60s)}}, -24h, false},
      {"two that nobody vouches for", {{0s, told(0s, false)}, {60s, told(60s, false)}}, 0s, false},
      {"one of each", {{0s, told(0s)}, {60s, told(60s, false)}}, 0s, false},
      {"a proxy's copy, twice", {{0s, told(0s)}, {20s, told(0s)}}, 0s, false},
      {"two that differ", {{0s, told(0s)}, {60s, told(200s)}}, 0s, false},
      {"two, then one that differs", {{0s, told(0s)}, {60s, told(60s)}, {90s, told(900s)}}, 0s, false},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    ClockTrust clock(ClockMode::checked, kBuilt);
    for (const auto& [after, heard] : row.dates) clock.add_server_date(heard, device(after, row.off));
    CHECK(clock.trusted(device(100s, row.off)) == row.trusted);
    CHECK(clock.now(device(100s, row.off)) == kNoon + 100s + row.off);
  }
}

TEST_CASE("a step of the clock counts at once, in both directions") {
  ClockTrust clock(ClockMode::checked, kBuilt);
  clock.add_server_date(told(0s), device(0s));
  clock.add_server_date(told(60s), device(60s));
  CHECK(clock.trusted(device(61s)));
  CHECK_FALSE(clock.trusted(device(62s, 1h)));
  CHECK(clock.trusted(device(63s)));
  CHECK_FALSE(clock.trusted(device(64s, -1h)));
}

TEST_CASE("with \"feed\" the server sets the clock right, also over plain http, when it is more than 30 s off") {
  for (const seconds off : {0s, 30s, -30s, 31s, -31s, 3600s, -86'400s}) {
    CAPTURE(off.count());
    ClockTrust clock(ClockMode::feed, kBuilt);
    clock.add_server_date(told(0s, false), device(0s, off));
    CHECK_FALSE(clock.trusted(device(1s, off)));
    CHECK(clock.now(device(1s, off)) == kNoon + 1s + off);
    clock.add_server_date(told(60s, false), device(60s, off));
    const bool corrected = std::chrono::abs(off) > 30s;
    CHECK(clock.trusted(device(100s, off)));
    CHECK(clock.now(device(100s, off)) == kNoon + 100s + (corrected ? 0s : off));
    // It goes on by uptime when the clock is set meanwhile.
    CHECK(clock.now(device(200s, off + 2h)) == kNoon + 200s);
  }
}

TEST_CASE("other modes are told how far they are off, and corrected by nobody") {
  for (const ClockMode mode : kModes) {
    ClockTrust clock(mode, kBuilt);
    CHECK_FALSE(clock.behind(device(0s)));
    clock.add_server_date(told(0s), device(0s, -100s));
    CHECK(clock.behind(device(50s, -100s)) == 100s);
    CHECK(clock.behind(device(50s, 100s)) == -100s);
    if (mode != ClockMode::feed) CHECK(clock.now(device(50s, -100s)) == kNoon - 50s);
  }
}

TEST_CASE("what was heard under another config is not lost") {
  ClockTrust before(ClockMode::checked, kBuilt);
  before.add_server_date(told(0s), device(0s));
  before.add_server_date(told(60s), device(60s));
  before.note_lower_bound(kNoon);
  ClockTrust clock(ClockMode::rtc, kBuilt);
  clock.adopt(before);
  CHECK(clock.trusted(device(61s)));
  CHECK_FALSE(clock.trusted(device(61s, -2h)));
}
