// SPDX-License-Identifier: MIT
// Rows of the catalogue about messages of staff, on virtual time.
#include <doctest/doctest.h>

#include "catalogue/dose.hpp"
#include "simulator/bench_sign.hpp"
#include "simulator/known_staff.hpp"
#include "simulator/state_folder.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

TEST_CASE("A13: a forgotten message is gone the second it ends, and not before") {
  const Dose timelines = dose("messages", 2000);
  static const std::vector<std::string> levels = {"notice", "warning", "takeover"};
  for (std::uint64_t seed = timelines.first; seed < timelines.first + timelines.count; ++seed) {
    CAPTURE(seed);
    Chance chance(seed);
    BenchSign sign;
    sign.device.now += milliseconds(chance.below(1000));
    sign.start();
    if (chance.one_in(2)) sign.hear(written(series(kSomeNoon - 1h, 40)));
    StaffEntry entry{"Lunch is late", chance.of(levels), {}, {}};
    const bool until = chance.one_in(2) || entry.level != "takeover";
    const Instant end = kSomeNoon + (until ? seconds(2 + chance.below(9 * 3600)) : seconds(1h));
    if (until) entry.until = end;
    sign.staff(written({entry}));
    CHECK(sign.view().messages.size() == 1);
    // Polls, failures and clock steps in between change nothing.
    if (chance.one_in(2)) sign.staff(written({entry}) + "\n");
    sign.device.now = TrueTime(end) - 1ms;
    CHECK(sign.view().messages.size() == 1);
    CHECK(sign.view().next_change == end);
    sign.device.now = end;
    CHECK(sign.view().messages.empty());
    CHECK(sign.view().texts.message.text.empty());
  }
}

TEST_CASE(
    "A13: a takeover without an end, kept over a restart with a wrong clock, is not lengthened by setting the clock") {
  const StateFolder folders;
  const CacheFolder folder(folders.fresh());
  BenchSign sign;
  sign.keep = [&](const std::string& name, CachedCopy copy) { folder.write(name, copy, Durable::no); };
  sign.start(folder);
  sign.staff(written({StaffEntry{"Leave by the west door", "takeover", {}, {}}}));
  CHECK(sign.view().messages.size() == 1);
  sign.device.lose_power(3h);
  sign.device.set_clock(TrueTime(20s));
  sign.start(folder);
  CHECK_FALSE(sign.state->knows_time(sign.device.moment()));
  sign.view();
  sign.device.synchronise();
  CHECK(sign.after(1s).messages.empty());
}
