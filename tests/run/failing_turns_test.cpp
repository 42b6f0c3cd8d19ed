// SPDX-License-Identifier: MIT
// Turns that fail, the last turn, and what a supervisor and the next start are told of them.
#include <doctest/doctest.h>

#include "cli/exit_status.hpp"
#include "run/running_sign.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

TEST_CASE("a failing turn leaves the picture before, tells it once, and is tried again each second") {
  const TempFolder disk;
  const CapturedLog log;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn_after(titled("Before"), at(10s));
  const Pixels before = sign.display.shown;
  sign.display.fails = true;
  CHECK(sign.turn_after(titled("After"), at(11s)) == std::nullopt);
  CHECK(sign.turn(at(12s)) == std::nullopt);
  CHECK(sign.state() == SignLoop::State::failing);
  CHECK(sign.display.shown == before);
  CHECK(sign.loop->nap(at(59'900ms)) == 1000ms);
  CHECK(log.lines() == Lines{"The sign could not be brought up to date (std::bad_alloc): the picture before stays."});
  sign.display.fails = false;
  CHECK(sign.turn(at(13s)) == std::nullopt);
  CHECK(sign.state() == SignLoop::State::showing);
  CHECK(sign.display.shown == picture(config(), {{titled("Before"), at(10s)}, {titled("After"), at(11s)}}, at(13s)));
}

TEST_CASE("an event whose turn fails is applied by the next, before what came later") {
  const TempFolder disk;
  const CapturedLog log;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn(at(0s));
  sign.copies_fail = true;
  sign.turn_after(titled("First"), at(1s));
  CHECK(sign.state() == SignLoop::State::failing);
  CHECK(sign.display.presents == 1);
  sign.copies_fail = false;
  sign.turn_after(titled("Second"), at(2s));
  CHECK(sign.state() == SignLoop::State::showing);
  CHECK(sign.display.shown == picture(config(), {{titled("First"), at(2s)}, {titled("Second"), at(2s)}}, at(2s)));
}

TEST_CASE("when nothing can be shown for 30 s a new start may help") {
  const TempFolder disk;
  const CapturedLog log;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn(at(10s));
  sign.display.fails = true;
  sign.mailbox.post(titled("Keynote"));
  for (milliseconds now = 11s; now < 40s; now += 1s) REQUIRE(sign.turn(at(now)) == std::nullopt);
  CHECK(sign.turn(at(40s)) == kTryAgain);
}

TEST_CASE("a turn that goes well begins the 30 s anew") {
  const TempFolder disk;
  const CapturedLog log;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn(at(0s));
  sign.copies_fail = true;
  CHECK(sign.turn_after(titled("Keynote"), at(29s)) == std::nullopt);
  sign.copies_fail = false;
  CHECK(sign.turn(at(30s)) == std::nullopt);
  sign.copies_fail = true;
  CHECK(sign.turn_after(titled("Other"), at(59s)) == std::nullopt);
  CHECK(sign.turn(at(60s)) == kTryAgain);
}

TEST_CASE("a display that is lost ends the run, to be tried again") {
  const TempFolder disk;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn(at(0s));
  sign.display.lost = true;
  CHECK(sign.turn_after(titled("Keynote"), at(1s)) == kTryAgain);
}

TEST_CASE("a signal or a closed window ends the run well") {
  const TempFolder disk;
  Wake asked = wake(at(1s));
  asked.end_asked = true;
  Wake closed = wake(at(1s));
  closed.display.close = true;
  for (const Wake& last : {asked, closed}) {
    FakeSystemd systemd;
    RunningSign sign(disk, config(), without_setup_lines());
    sign.turn(at(0s));
    CHECK(sign.turn(last) == kAllIsWell);
    CHECK(sign.state() == SignLoop::State::ending);
    CHECK(systemd.take("STOPPING=1") == 1);
  }
}

TEST_CASE(
    "B34: how a run ended is what the next one is told; frames that could not be made are to blame, lost ones not") {
  Wake asked = wake(at(1s));
  asked.end_asked = true;
  const struct {
    Wake last;
    bool lost;
    bool fails;
    const char* told;
  } rows[] = {{asked, false, false, ""},
              {wake(at(1s)), true, false, ""},
              {wake(at(40s)), false, true, ""},
              {wake(at(1s)), false, false, "nothing was being read or drawn"}};
  for (const auto& row : rows) {
    const TempFolder disk;
    const CapturedLog log;
    {
      RunningSign sign(disk, config(), without_setup_lines());
      sign.turn_after(titled("Keynote"), at(0s));
      sign.display.lost = row.lost;
      sign.display.fails = row.fails;
      if (row.lost || row.fails) sign.mailbox.post(titled("Other"));
      sign.turn(row.last);
    }
    const RunningSign next(disk, config(), without_setup_lines());
    CHECK((*row.told == '\0' ? next.guard.last_end().empty()
                             : next.guard.last_end().find(row.told) != std::string::npos));
  }
}

TEST_CASE("systemd hears that the sign lives while it shows and the fetch thread beats") {
  const TempFolder disk;
  const CapturedLog log;
  FakeSystemd systemd;
  const milliseconds real = std::chrono::duration_cast<milliseconds>(steady_now().time_since_epoch());
  const auto later = [real](milliseconds span) { return TurnTime{after(span), real + span}; };
  RunningSign sign(disk, config(), without_setup_lines(), later(0s));
  sign.polled = {file_source(disk.write("feed.json", "{}"))};
  sign.turn(later(0s));
  CHECK(reaches(sign.answers, 1));
  systemd.take("WATCHDOG=1");
  for (const milliseconds now : {1s, 2s, 3s}) sign.turn(later(now));
  CHECK(systemd.take("WATCHDOG=1") == 3);
  sign.display.fails = true;
  sign.turn_after(titled("Keynote"), later(4s));
  CHECK(systemd.take("WATCHDOG=1") == 0);
  sign.display.fails = false;
  sign.turn(later(5s));
  CHECK(systemd.take("WATCHDOG=1") == 1);
  sign.turn(later(90s));  // the real thread has not got that far
  CHECK(systemd.take("WATCHDOG=1") == 0);
}

TEST_CASE("a display that is gone ends the sign with 75, in order and with one sentence") {
  for (const bool told : {true, false}) {
    CAPTURE(told);
    const TempFolder disk;
    const CapturedLog log;
    RunningSign sign(disk, config(), without_setup_lines());
    sign.turn(at(0s));
    Wake woken = wake(at(1s));
    woken.display.lost = told;
    woken.display.redraw = true;
    sign.display.lost = !told;
    CHECK(sign.turn(woken) == kTryAgain);
    CHECK(sign.state() == SignLoop::State::ending);
    CHECK(log.lines() == Lines{"The display went away."});
  }
}

TEST_CASE("no thread to poll with: what to do is said, and 75") {
  const TempFolder disk;
  const CapturedLog log;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.no_threads = true;
  CHECK(sign.turn(at(0s)) == kTryAgain);
  CHECK(log.lines() ==
        Lines{"This device has no memory, threads or open files left (no thread): raise the service's limits "
              "(MemoryMax, TasksMax, LimitNOFILE), or end other programs."});
}
