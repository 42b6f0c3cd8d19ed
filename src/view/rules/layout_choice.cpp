// SPDX-License-Identifier: MIT
#include "view/rules/layout_choice.hpp"

namespace placard {
namespace {

constexpr std::chrono::minutes kLongestSlot{15};
constexpr int kShortestSeries = 3;

bool is_slot(const PlannedSession& planned) {
  return planned.own && takes_place(*planned.session) && !planned.end_assumed &&
         planned.end - planned.start <= kLongestSlot;
}

}  // namespace

std::string_view name_of(Layout layout) {
  switch (layout) {
    case Layout::countdown:
      return "countdown";
    case Layout::automatic:
      return "auto";
    case Layout::room:
      break;
  }
  return "room";
}

Layout layout_in_effect(Layout wanted, const RoomPlan& plan, const TrackedInstant& at) {
  if (wanted != Layout::automatic) return wanted;
  int slots = 0;
  Instant begin;
  Instant end;
  for (const PlannedSession& planned : plan) {
    if (!is_slot(planned)) continue;
    const bool follows = slots > 0 && planned.start == end;
    slots = follows ? slots + 1 : 1;
    if (!follows) begin = planned.start;
    end = planned.end;
    // A longer series begins no later, so the first stretch of it that holds `at` decides.
    if (slots >= kShortestSeries && at.is_within(begin, end)) return Layout::countdown;
  }
  return Layout::room;
}

}  // namespace placard
