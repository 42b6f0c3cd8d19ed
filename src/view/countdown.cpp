// SPDX-License-Identifier: MIT
#include "view/countdown.hpp"

#include <fmt/format.h>

namespace placard {
namespace {

using namespace std::chrono_literals;

Phase phase_of(seconds left, const CountdownRules& rules) {
  if (left <= rules.danger) return Phase::danger;
  return left <= rules.warning ? Phase::warning : Phase::normal;
}

}  // namespace

std::string_view name_of(Phase phase) {
  switch (phase) {
    case Phase::danger:
      return "danger";
    case Phase::warning:
      return "warning";
    case Phase::normal:
      break;
  }
  return "normal";
}

std::string countdown_text(seconds span) {
  const std::chrono::hh_mm_ss time{span};
  if (span < 1h) return fmt::format("{}:{:02}", time.minutes().count(), time.seconds().count());
  return fmt::format("{}:{:02}:{:02}", time.hours().count(), time.minutes().count(), time.seconds().count());
}

Countdown countdown_to_end(Instant start, Instant end, Instant at, const CountdownRules& rules) {
  const seconds left = end - at;
  return {true, left, countdown_text(rules.up ? at - start : left), countdown_text(end - start), phase_of(left, rules)};
}

std::optional<Countdown> countdown_to_start(Instant start, Instant at) {
  const seconds left = start - at;
  if (left > 1h) return std::nullopt;
  // An hour exactly is the one instant that needs more digits than all the rest; its neighbours do not make room for
  // it.
  return Countdown{false, left, countdown_text(left), left == 1h ? countdown_text(left) : "59:59", Phase::normal};
}

}  // namespace placard
