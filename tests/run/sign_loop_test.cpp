// SPDX-License-Identifier: MIT
// The loop of a sign from its start to its end, turn by turn.
#include "run/sign_loop.hpp"

#include <doctest/doctest.h>

#include "run/running_sign.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

TEST_CASE("a sign starts, and is showing with the first frame that was presented") {
  const TempFolder disk;
  FakeSystemd systemd;
  RunningSign sign(disk, config(), without_setup_lines());
  CHECK(sign.state() == SignLoop::State::starting);
  CHECK(sign.display.presents == 0);
  CHECK(sign.turn(at(0s)) == std::nullopt);
  CHECK(sign.state() == SignLoop::State::showing);
  CHECK(sign.display.shown == picture(config(), {}, at(0s)));
  CHECK(sign.first_frames == 1);
  CHECK(systemd.take("READY=1") == 1);
}

TEST_CASE("it is ready once in its run, whatever comes later") {
  const TempFolder disk;
  const CapturedLog log;
  FakeSystemd systemd;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn(at(0s));
  sign.changed = config("https://other.example/feed.json");
  sign.turn_after(titled("Keynote"), at(1s));
  sign.display.fails = true;
  sign.turn_after(titled("Other"), at(2s));
  sign.display.fails = false;
  sign.turn(at(3s));
  CHECK(systemd.take("READY=1") == 1);
  CHECK(sign.first_frames == 1);
}

TEST_CASE("a first frame that fails is ready when it is presented after all") {
  const TempFolder disk;
  FakeSystemd systemd;
  const CapturedLog log;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.display.fails = true;
  sign.turn(at(0s));
  CHECK(sign.state() == SignLoop::State::failing);
  CHECK(sign.first_frames == 0);
  CHECK(systemd.take("READY=1") == 0);
  sign.display.fails = false;
  sign.turn(at(1s));
  CHECK(sign.state() == SignLoop::State::showing);
  CHECK(sign.first_frames == 1);
  CHECK(systemd.take("READY=1") == 1);
}

TEST_CASE("without a schedule from the disk it polls at once, and the first update is waited for") {
  const TempFolder disk;
  for (const char* feed : {"feed.json", "https://venue.example/feed.json"}) {
    RunningSign sign(disk, config(feed), without_setup_lines());
    CHECK(sign.loop->start() == 150ms);
    CHECK(sign.polls_started == 1);
    sign.turn(at(0s));
    sign.turn(at(1s));
    CHECK(sign.polls_started == 1);
  }
}

TEST_CASE("a schedule from the disk is shown first, then it polls") {
  const TempFolder disk;
  RunningSign(disk, config(), without_setup_lines()).turn_after(titled("Keynote"), at(0s));
  RunningSign sign(disk, config(), without_setup_lines(), at(60s));
  CHECK(sign.loop->start() == 0ms);
  CHECK(sign.polls_started == 0);
  sign.turn(at(60s));
  CHECK(sign.display.shown != picture(config(), {}, at(60s)));
  CHECK(sign.polls_started == 1);
  sign.turn(at(61s));
  CHECK(sign.polls_started == 1);
}

TEST_CASE("a file is read sooner than its copy is drawn, so it is polled at once all the same") {
  const TempFolder disk;
  RunningSign(disk, config("feed.json"), without_setup_lines()).turn_after(titled("Keynote"), at(0s));
  RunningSign sign(disk, config("feed.json"), without_setup_lines(), at(60s));
  CHECK(sign.loop->start() == 150ms);
  CHECK(sign.polls_started == 1);
}

TEST_CASE("an update is on the glass after the next turn; one that changes nothing is not presented") {
  const TempFolder disk;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn(at(0s));
  sign.turn_after(titled("Keynote"), at(1s));
  CHECK(sign.display.shown == picture(config(), {{titled("Keynote"), at(1s)}}, at(1s)));
  CHECK(sign.display.presents == 2);
  sign.turn_after(titled("Keynote"), at(2s));
  sign.turn_after(unchanged(0), at(3s));
  sign.turn(at(4s));
  CHECK(sign.display.presents == 2);
}

TEST_CASE("what the display may have lost is presented again") {
  const TempFolder disk;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn(at(0s));
  Wake exposed = wake(at(1s));
  exposed.display.redraw = true;
  sign.turn(exposed);
  CHECK(sign.display.presents == 2);
  sign.turn(at(2s));
  CHECK(sign.display.presents == 2);
}

TEST_CASE("it naps until the next repaint, but never over a second") {
  const TempFolder disk;
  const std::vector<Timed> came = {{titled("Keynote"), at(10s)}};
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn_after(titled("Keynote"), at(10s));
  REQUIRE(next_repaint(config(), came, at(10s)) == kNoon + 60s);
  CHECK(sign.loop->nap(at(10s)) == 1000ms);
  CHECK(sign.loop->nap(at(59s)) == 1000ms);
  CHECK(sign.loop->nap(at(59'400ms)) == 600ms);
  CHECK(sign.loop->nap(at(60s)) == 0ms);
  CHECK(sign.loop->nap(at(61s)) == 0ms);
}

TEST_CASE("of a pretended clock that is fast, it naps a part of that, rounded up") {
  const TempFolder disk;
  KnowledgeRules rules = without_setup_lines();
  rules.speed = 60;
  RunningSign sign(disk, config(), rules);
  sign.turn_after(titled("Keynote"), at(10s));
  CHECK(sign.loop->nap(at(30s)) == 500ms);
  CHECK(sign.loop->nap(at(59'950ms)) == 1ms);
}

TEST_CASE("while a window is set up or moved its events are asked for often") {
  const TempFolder disk;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn(at(0s));
  CHECK(sign.loop->nap(at(499ms)) == 20ms);
  CHECK(sign.loop->nap(at(500ms)) == 1000ms);
  Wake moved = wake(at(5s));
  moved.display.any = true;
  sign.turn(moved);
  CHECK(sign.loop->nap(at(5'499ms)) == 20ms);
  CHECK(sign.loop->nap(at(5'500ms)) == 1000ms);
}

TEST_CASE("a clock that becomes known changes the frame without another update") {
  const TempFolder disk;
  const CapturedLog log;
  RunningSign sign(disk, config(), {}, at_of_unknown_clock(0s));
  const std::vector<Timed> came = {{titled("Keynote"), at_of_unknown_clock(21s)}};
  sign.turn_after(titled("Keynote"), at_of_unknown_clock(21s));
  CHECK(sign.display.shown == picture(config(), came, at_of_unknown_clock(21s)));
  sign.turn(at(22s));
  CHECK(sign.display.shown == picture(config(), came, at(22s)));
  CHECK(sign.display.shown != picture(config(), came, at_of_unknown_clock(22s)));
  CHECK(sign.display.presents == 2);
}

TEST_CASE("while the clock is not known the servers are asked at most four times more, five seconds apart") {
  const TempFolder disk;
  const CapturedLog log;
  RunningSign sign(disk, config(), {}, at_of_unknown_clock(0s));
  sign.polled = {file_source(disk.write("feed.json", "{}"))};
  sign.turn(at_of_unknown_clock(0s));
  CHECK(reaches(sign.answers, 1));
  for (int asked = 1; asked <= 4; ++asked) {
    sign.turn(at_of_unknown_clock(asked * 5s - 1ms));
    CHECK(reaches(sign.answers, asked));
    sign.turn(at_of_unknown_clock(asked * 5s));
    CHECK(reaches(sign.answers, asked + 1));
  }
  sign.turn(at_of_unknown_clock(1h));
  CHECK(reaches(sign.answers, 5));
}

TEST_CASE("a signal, and a clock that was set, have the sources read at once") {
  const TempFolder disk;
  RunningSign sign(disk, config(), {});
  sign.polled = {file_source(disk.write("feed.json", "{}"))};
  sign.turn(at(0s));
  CHECK(reaches(sign.answers, 1));
  Wake signalled = wake(at(1s));
  signalled.polls_asked = true;
  sign.turn(signalled);
  CHECK(reaches(sign.answers, 2));
  Wake set = wake(at(2s));
  set.clock_set = true;
  sign.turn(set);
  CHECK(reaches(sign.answers, 3));
}
