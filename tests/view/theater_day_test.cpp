// SPDX-License-Identifier: MIT
// The Lightning Theater's whole day, second by second, in both directions, against a statement of rule 8 of its own:
// only the printed starts and ends of the feed and arithmetic on seconds since midnight.
#include <doctest/doctest.h>

#include <cstdio>
#include <set>

#include "view/sign_input.hpp"

using namespace placard;
using namespace std::chrono_literals;

namespace {

struct Slot {
  long start;  // seconds since the venue's midnight
  long end;
};

struct Expected {
  std::string to;  // "end", "start" or "" for no countdown
  long seconds = 0;
  std::string text;
  std::string phase = "normal";
};

std::vector<Slot> theater_slots(Instant midnight) {
  std::vector<Slot> slots;
  const Schedule schedule = ray_summit();
  for (const Session& session : schedule.sessions) {
    if (schedule.rooms[session.rooms.front()].name != "Lightning Theater") continue;
    slots.push_back({(session.start - midnight).count(), (*session.end - midnight).count()});
  }
  return slots;
}

std::string digits(long span) {
  char text[32];
  if (span >= 3600) {
    std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", span / 3600, span / 60 % 60, span % 60);
  } else {
    std::snprintf(text, sizeof text, "%ld:%02ld", span / 60, span % 60);
  }
  return text;
}

Expected expected_at(const std::vector<Slot>& slots, long second, bool up) {
  for (const Slot& slot : slots) {
    if (second < slot.start || second >= slot.end) continue;
    const long left = slot.end - second;
    return {"end", left, digits(up ? second - slot.start : left),
            left <= 60    ? "danger"
            : left <= 180 ? "warning"
                          : "normal"};
  }
  long ahead = 0;
  for (const Slot& slot : slots) {
    if (slot.start > second && (ahead == 0 || slot.start - second < ahead)) ahead = slot.start - second;
  }
  if (ahead == 0 || ahead > 3600) return {};
  return {"start", ahead, digits(ahead), "normal"};
}

void walk_day(bool up) {
  ViewInput input = shipped_sign("Lightning Theater");
  input.layout = Layout::countdown;
  input.countdown.up = up;
  const Instant midnight = moment("00:00");
  const auto slots = theater_slots(midnight);
  REQUIRE(slots.size() == 18);
  long wrong = 0;
  long repaints_missed = 0;
  std::set<std::string> phases;
  std::string previous;
  for (long second = 0; second < 86'400; ++second) {
    const View view = view_at(input, midnight + seconds(second));
    const Expected expected = expected_at(slots, second, up);
    const bool same = view.countdown.has_value() == !expected.to.empty() &&
                      (!view.countdown ||
                       ((view.countdown->to_end ? "end" : "start") == expected.to &&
                        view.countdown->left.count() == expected.seconds && view.countdown->text == expected.text &&
                        view.texts.count.number == expected.text && name_of(view.countdown->phase) == expected.phase));
    if (!same && ++wrong < 5) FAIL_CHECK("at second " << second << " expected " << expected.text);
    if (view.countdown) {
      phases.insert(std::string(name_of(view.countdown->phase)));
      // No second missing and none twice: the number differs from the one before, and the next is due in a second.
      CHECK_MESSAGE(view.countdown->text != previous, "twice at second " << second);
      if (view.next_repaint != view.at + 1s) ++repaints_missed;
    }
    previous = view.countdown ? view.countdown->text : "";
  }
  CHECK(wrong == 0);
  CHECK(repaints_missed == 0);
  CHECK(phases == std::set<std::string>{"normal", "warning", "danger"});
}

}  // namespace

TEST_CASE("the Lightning Theater's day, downwards") {
  walk_day(false);
}

TEST_CASE("the Lightning Theater's day, upwards") {
  walk_day(true);
}

TEST_CASE("back to back, the next talk's countdown begins in the same second") {
  ViewInput input = shipped_sign("Lightning Theater");
  input.layout = Layout::countdown;
  const View last = view_at(input, moment("11:59:59"));
  CHECK(last.texts.count.number == "0:01");
  CHECK(last.texts.count.phase_text == "▲ Last minute");
  const View first = view_at(input, moment("12:00:00"));
  CHECK(first.texts.count.number == "15:00");
  CHECK(first.texts.count.label == "Time left");
  CHECK(first.texts.count.phase_text.empty());
}

TEST_CASE("far from anything the theater says when, and after the last talk it says goodbye") {
  ViewInput input = shipped_sign("Lightning Theater");
  input.layout = Layout::countdown;
  const View morning = view_at(input, moment("10:00"));
  CHECK_FALSE(morning.countdown);
  CHECK(morning.texts.count.label == "Next talk at");
  CHECK(morning.texts.count.number == "11:45 AM");
  CHECK(morning.next_change == moment("10:45"));
  const View evening = view_at(input, moment("18:50"));
  CHECK_FALSE(evening.countdown);
  CHECK(evening.texts.count.number.empty());
  CHECK(evening.texts.main.headline == "That was the last session here");
}

TEST_CASE("with old data nothing is counted down to") {
  ViewInput input = shipped_sign("Lightning Theater");
  input.layout = Layout::countdown;
  input.evidence.age = AsOf{moment("11-03 12:00")};
  CHECK_FALSE(view_at(input, moment("13:37")).countdown);
}
