// SPDX-License-Identifier: MIT
// The names of states, steps, phases and levels: `describe` and the config use them, and others rely on them.
#include <doctest/doctest.h>

#include "overrides/staff_message.hpp"
#include "view/rules/countdown.hpp"
#include "view/rules/freshness.hpp"
#include "view/rules/layout_choice.hpp"
#include "view/rules/night.hpp"
#include "view/view_at.hpp"

using namespace placard;

TEST_CASE("states") {
  CHECK(name_of(RoomStatus::now) == "now");
  CHECK(name_of(RoomStatus::gap) == "gap");
  CHECK(name_of(RoomStatus::over) == "over");
  CHECK(name_of(RoomStatus::empty) == "empty");
  CHECK(name_of(RoomStatus::unknown) == "unknown");
}

TEST_CASE("steps of freshness") {
  CHECK(name_of(Freshness::live) == "live");
  CHECK(name_of(Freshness::aging) == "aging");
  CHECK(name_of(Freshness::stale) == "stale");
  CHECK(name_of(Freshness::old) == "old");
  CHECK(name_of(Freshness::no_clock) == "no-clock");
  CHECK(name_of(Freshness::no_data) == "no-data");
}

TEST_CASE("phases of a countdown") {
  CHECK(name_of(Phase::normal) == "normal");
  CHECK(name_of(Phase::warning) == "warning");
  CHECK(name_of(Phase::danger) == "danger");
}

TEST_CASE("levels of messages") {
  CHECK(name_of(MessageLevel::notice) == "notice");
  CHECK(name_of(MessageLevel::warning) == "warning");
  CHECK(name_of(MessageLevel::takeover) == "takeover");
}

TEST_CASE("layouts") {
  CHECK(name_of(Layout::room) == "room");
  CHECK(name_of(Layout::countdown) == "countdown");
  CHECK(name_of(Layout::automatic) == "auto");
}

TEST_CASE("nights; by day there is none to name") {
  CHECK(name_of(Night::dim) == "dim");
  CHECK(name_of(Night::blank) == "blank");
  CHECK(name_of(Night::none).empty());
}
