// SPDX-License-Identifier: MIT
// A config that changes while the sign runs.
#include <doctest/doctest.h>

#include "run/running_sign.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

LoadedVenue light_config() {
  LoadedVenue light = config();
  light.venue->sign->theme = ThemeName::light;
  return light;
}

LoadedVenue config_without_sign() {
  LoadedVenue none = config();
  none.venue->sign.reset();
  none.venue->sentence = "The config has no sign for this device.";
  return none;
}

}  // namespace

TEST_CASE("another look is on the glass in the same turn, and what is known of the same feed stays") {
  const TempFolder disk;
  RunningSign sign(disk, config(), without_setup_lines());
  const std::vector<Timed> came = {{titled("Keynote"), at(1s)}};
  sign.turn_after(titled("Keynote"), at(1s));
  sign.changed = light_config();
  sign.turn(at(2s));
  CHECK(sign.display.shown == picture(light_config(), came, at(2s)));
  CHECK(sign.display.shown != picture(config(), came, at(2s)));
  CHECK(sign.polls_started == 2);  // by the new config
}

TEST_CASE("another size is asked of the display, and the next frame has it") {
  const TempFolder disk;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn(at(0s));
  CHECK(sign.display.sizes_asked.empty());  // it was opened with the first
  LoadedVenue larger = config();
  larger.venue->sign->size = {480, 320};
  sign.changed = larger;
  sign.turn(at(1s));
  CHECK(sign.display.sizes_asked == std::vector<PixelSize>{{480, 320}});
  CHECK(sign.display.shown == picture(larger, {}, at(1s), {480, 320}));
}

TEST_CASE("a config that comes before the first frame is asked its size too") {
  const TempFolder disk;
  RunningSign sign(disk, config(), without_setup_lines());
  LoadedVenue larger = config();
  larger.venue->sign->size = {480, 320};
  sign.changed = larger;
  sign.turn(at(0s));
  CHECK(sign.display.shown == picture(larger, {}, at(0s), {480, 320}));
}

TEST_CASE("the lines for whoever hangs the sign are there for 20 s of the run, not of the config") {
  const TempFolder disk;
  RunningSign sign(disk, config(), {});
  sign.turn(at(0s));
  CHECK(sign.display.shown != picture(config(), {}, at(0s)));
  sign.turn(at(19'900ms));
  CHECK(sign.display.shown != picture(config(), {}, at(19'900ms)));
  sign.turn(at(20s));
  CHECK(sign.display.shown == picture(config(), {}, at(20s)));
  sign.changed = light_config();
  sign.turn(at(24s));
  CHECK(sign.display.shown == picture(light_config(), {}, at(24s)));
}

TEST_CASE("a broken config, or one without this sign, changes nothing") {
  const TempFolder disk;
  RunningSign sign(disk, config(), without_setup_lines());
  const std::vector<Timed> came = {{titled("Keynote"), at(1s)}, {titled("Other"), at(4s)}};
  sign.turn_after(titled("Keynote"), at(1s));
  for (const LoadedVenue& useless : {broken_config(), config_without_sign()}) {
    sign.changed = useless;
    sign.turn(at(2s));
  }
  CHECK(sign.display.presents == 1);
  CHECK(sign.polls_started == 1);
  sign.turn_after(titled("Other"), at(4s));
  CHECK(sign.display.shown == picture(config(), came, at(4s)));
}

TEST_CASE("a device without a sign says so, and becomes one when the config knows it") {
  for (const LoadedVenue& useless : {broken_config(), config_without_sign()}) {
    const TempFolder disk;
    RunningSign sign(disk, useless, without_setup_lines());
    CHECK(sign.loop->start() == 0ms);
    sign.turn(at(0s));
    CHECK(sign.state() == SignLoop::State::showing);
    CHECK(sign.display.presents == 1);
    CHECK(sign.polls_started == 0);
    sign.changed = config();
    sign.turn(at(1s));
    CHECK(sign.display.shown == picture(config(), {}, at(1s)));
    CHECK(sign.polls_started == 1);
  }
}

TEST_CASE("what the old poller still says while the config is read is dropped, but not what became of copies") {
  const TempFolder disk;
  const CapturedLog log;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn(at(0s));
  const LoadedVenue other = config("https://other.example/feed.json");
  sign.changed = other;
  sign.while_reading = [&sign] {
    sign.mailbox.post(titled("Of the old feed"));
    sign.mailbox.post(CacheWriteResult{"feed", "The copy could not be written."});
  };
  sign.turn(at(1s));
  sign.turn(at(2s));
  CHECK(sign.display.shown == picture(other, {}, at(2s)));
  CHECK(log.lines() == Lines{"The copy could not be written."});
  sign.turn_after(titled("Of the new feed"), at(3s));
  CHECK(sign.display.shown == picture(other, {{titled("Of the new feed"), at(3s)}}, at(3s)));
}

TEST_CASE("a config whose turn fails is applied by the next one that goes well") {
  const TempFolder disk;
  const CapturedLog log;
  RunningSign sign(disk, config(), without_setup_lines());
  const std::vector<Timed> came = {{titled("Keynote"), at(0s)}};
  sign.turn_after(titled("Keynote"), at(0s));
  sign.display.fails = true;
  sign.changed = light_config();
  sign.turn(at(1s));
  CHECK(sign.state() == SignLoop::State::failing);
  CHECK(sign.display.shown == picture(config(), came, at(0s)));
  sign.display.fails = false;
  sign.turn(at(2s));
  CHECK(sign.display.shown == picture(light_config(), came, at(2s)));
}
