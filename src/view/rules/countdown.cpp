// SPDX-License-Identifier: MIT
#include "view/rules/countdown.hpp"

#include <fmt/format.h>

namespace placard {
namespace {

using namespace std::chrono_literals;

Phase phase_of(Instant end, const TrackedInstant& at, const CountdownRules& rules) {
  if (at.reached(end - rules.danger)) return Phase::danger;
  return at.reached(end - rules.warning) ? Phase::warning : Phase::normal;
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

Countdown countdown_to_end(Instant start, Instant end, const TrackedInstant& at, const CountdownRules& rules) {
  const seconds left = end - at.untracked();
  const seconds gone = at.untracked() - start;
  return {true, left, countdown_text(rules.up ? gone : left), countdown_text(end - start), phase_of(end, at, rules)};
}

std::optional<Countdown> countdown_to_start(Instant start, const TrackedInstant& at) {
  if (!at.reached(start - 1h)) return std::nullopt;
  const std::string text = countdown_text(start - at.untracked());
  // An hour exactly is the one instant that needs more digits than all the rest; its neighbours do not make room for
  // it.
  const std::string widest = at.reached(start - 1h + 1s) ? "59:59" : text;
  return Countdown{false, start - at.untracked(), text, widest, Phase::normal};
}

}  // namespace placard
