// SPDX-License-Identifier: MIT
// A view promises when it will differ: `next_change` but for what ticks, `next_repaint` in anything. Here a sign is
// followed through time and every promise is held against what is shown.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/time/tracked_instant.hpp"
#include "view/sign_input.hpp"
#include "view/ticking.hpp"

using namespace placard;
using namespace std::chrono_literals;

namespace {

// All that is shown.
View shown(View view) {
  view.at = Instant{};
  view.data_as_of.reset();
  view.messages_as_of.reset();
  view.next_change.reset();
  view.next_repaint.reset();
  return view;
}

// All that is shown but the clock, the time left and the progress.
View steady(View view) {
  view.texts.header.clock.clear();
  view.texts.main.time_left.clear();
  view.texts.main.progress.reset();
  return shown(std::move(view));
}

struct Promise {
  const char* name;
  std::optional<Instant> View::*instant;
  View (*seen)(View);
};

constexpr Promise kPromises[] = {{"next_change", &View::next_change, steady},
                                 {"next_repaint", &View::next_repaint, shown}};

// What is wrong with a promise that `before` makes, judged at the instant of `after`; "" if it holds.
std::string broken(const ViewInput& input, const Promise& promise, const View& before, const View& after) {
  const auto promised = before.*promise.instant;
  const auto seen_before = promise.seen(before);
  if (!promised || *promised > after.at) {
    if (promise.seen(after) != seen_before) return "differs earlier";
    return after.*promise.instant == promised ? "" : "is put off";
  }
  if (*promised <= before.at) return "lies in the past";
  if (promise.seen(view_at(input, *promised)) == seen_before) return "nothing differs at it";
  return promise.seen(view_at(input, *promised - 1s)) == seen_before ? "" : "differs earlier, by a second";
}

// Looks at the sign every `step` from `from` to `to`. With a step of one second this leaves no gap; with a longer one
// each promise is judged at its instant, a second before, and at the steps.
void follow(const ViewInput& input, Instant from, Instant to, seconds step) {
  View before = view_at(input, from);
  int complaints = 0;
  for (Instant at = from + step; at <= to && complaints < 5; at += step) {
    View after = view_at(input, at);
    for (const Promise& promise : kPromises) {
      const std::string complaint = broken(input, promise, before, after);
      if (complaint.empty()) continue;
      ++complaints;
      FAIL_CHECK(promise.name, " of ", before.room, " at ", los_angeles().format(before.at), ": ", complaint);
    }
    before = std::move(after);
  }
  CHECK(complaints == 0);
}

}  // namespace

TEST_CASE("the Ray Summit's day, minute by minute, with the midnights around it") {
  for (const char* room : {"Golden Gate A", "Lightning Theater", "Rayground", "Gift Room", "No Such Room"}) {
    follow(shipped_sign(room), moment("11-03 23:30"), moment("11-05 00:30"), 1min);
  }
}

TEST_CASE("a session elsewhere that goes on for days is said with the day of its end") {
  const Schedule schedule =
      programme({"Hall | 11-02 09:00 - 11-02 10:00 | Alpha", "Foyer | 11-02 08:00 - 11-14 09:30 | Exhibition"});
  const ViewInput input = sign_of(schedule, {"Hall"}, {"Foyer"});
  CHECK(view_at(input, moment("11-12 12:00")).texts.main.elsewhere == "Foyer, until Friday 9:30 AM: Exhibition");
  CHECK(view_at(input, moment("11-12 12:00")).next_change == moment("11-13 04:00"));
  follow(input, moment("11-02 07:00"), moment("11-14 12:00"), 1h);
}

TEST_CASE("the Ray Summit's day, seconds around every boundary and every midnight") {
  for (const char* room : {"Golden Gate C1", "Yerba Buena Salon 10-12", "Keynote Session"}) {
    const ViewInput input = shipped_sign(room);
    std::vector<Instant> around = {moment("00:00"), moment("11-05 00:00")};
    for (const Session& session : input.schedule->sessions) around.push_back(session.start);
    std::sort(around.begin(), around.end());
    around.erase(std::unique(around.begin(), around.end()), around.end());
    for (const Instant instant : around) follow(input, instant - 3s, instant + 3s, 1s);
  }
}

TEST_CASE("the hour of lunch and first talks, second by second") {
  for (const char* room : {"Golden Gate A", "Lightning Theater", "Rayground"}) {
    follow(shipped_sign(room), moment("12:30"), moment("13:31"), 1s);
  }
}

TEST_CASE("a feed that was read once and never again: the steps of its age are changes too") {
  const ViewInput input = read_once(shipped_sign("Lightning Theater"), moment("12:40:17"));
  follow(input, moment("12:38"), moment("13:01"), 1s);
  follow(input, moment("12:00"), moment("11-06 00:30"), 1min);
  follow(input, moment("11-05 12:40"), moment("11-05 12:41"), 1s);
  ViewInput quick = input;
  quick.fresh = {20s, 40s, 61s};
  follow(quick, moment("12:40:10"), moment("12:42"), 1s);
}

TEST_CASE("starts and ends of odd seconds") {
  const Schedule schedule = programme({
      "Hall  | 13:00:30 - 13:20:15 | Alpha",
      "Hall  | 13:10:45 -          | Beta",
      "Hall  | 13:15:07 - 13:25    | Gone | cancelled",
      "*     | 13:40:20 - 13:45    | Bell",
      "Hall  | 15:10:50 - 15:40:50 | Gamma",
      "Foyer | 13:30:10 -          | Lunch",
  });
  follow(sign_of(schedule, {"Hall"}, {"Foyer"}), moment("12:58"), moment("15:42"), 1s);
  follow(read_once(sign_of(schedule, {"Hall"}, {"Foyer"}), moment("13:17:31")), moment("13:10"), moment("13:50"), 1s);
}

TEST_CASE("a session of several days: its time left is not said until the last of them") {
  const Schedule schedule = programme({"Hall | 11-03 12:00:20 - 11-05 12:00:40 | Exhibition"});
  follow(sign_of(schedule), moment("11-03 11:58"), moment("11-03 12:20"), 1s);
  follow(sign_of(schedule), moment("11-04 11:55"), moment("11-04 12:05"), 1s);
  follow(sign_of(schedule), moment("11-03 11:00"), moment("11-05 13:00"), 1min);
}

TEST_CASE("the days before: a date becomes a weekday, tomorrow, today") {
  const Schedule schedule = programme({"Hall | 13:00:30 - 14:00 | Alpha", "Hall | 11-06 09:00 - | Gone | cancelled",
                                       "Hall | 11-13 09:00 - 11-13 10:00 | Beta"});
  follow(sign_of(schedule), moment("10-20 00:30"), moment("11-15 00:30"), 1h);
  follow(read_once(sign_of(schedule), moment("11-04 09:00")), moment("11-03 00:30"), moment("11-08 00:30"), 20min);
}

TEST_CASE("when what is known is old, a day that had a session is still over at its midnight") {
  const Schedule schedule =
      programme({"Hall | 21:00 - 11-05 01:00 | Party", "Hall | 11-30 09:00 - 11-30 10:00 | Keynote"});
  const ViewInput input = read_once(sign_of(schedule), moment("10-20 09:00"));
  follow(input, moment("20:00"), moment("11-08 00:00"), 10min);
}

TEST_CASE("the nights the clocks change") {
  const Schedule spring =
      programme({"Hall | 2025-03-09 01:45 - 2025-03-09 03:30 | Watch", "Hall | 2025-03-10 09:00 - | Talk"});
  follow(sign_of(spring), moment("2025-03-08 22:00"), moment("2025-03-10 01:00"), 1min);
  const Schedule autumn =
      programme({"Hall | 2025-11-02 00:45 - 2025-11-02 01:30-08:00 | Watch", "Hall | 2025-11-03 09:00 - | Talk"});
  follow(sign_of(autumn), moment("2025-11-01 22:00"), moment("2025-11-03 01:00"), 1min);
  follow(sign_of(autumn), moment("2025-11-02 01:58-07:00"), moment("2025-11-02 01:02-08:00"), 1s);
}

TEST_CASE("next_change is null when nothing will ever differ; next_repaint goes on with the clock") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha"});
  const View over = view_at(sign_of(schedule), moment("14:00:20"));
  CHECK_FALSE(over.next_change.has_value());
  CHECK((over.next_repaint == moment("14:01")));
  const View empty = view_at(sign_of(schedule, {"Attic"}), moment("14:00:59"));
  CHECK_FALSE(empty.next_change.has_value());
  CHECK((empty.next_repaint == moment("14:01")));
  CHECK((view_at(sign_of(schedule), moment("13:29:59")).next_change == moment("13:30")));
}

TEST_CASE("the next tick: the clock's minute, or the minute of the deadline that is said") {
  const Schedule schedule = programme({"Hall | 13:00:30 - 13:20:15 | Alpha", "Hall | 14:00:40 - | Beta"});
  struct Row {
    std::string at;
    std::string tick;
  };
  const Row rows[] = {
      {"12:58:00", "12:58:30"}, {"12:58:29", "12:58:30"}, {"12:58:30", "12:59:00"}, {"13:00:29", "13:00:30"},
      {"13:00:30", "13:01:00"}, {"13:01:00", "13:01:15"}, {"13:01:15", "13:02:00"}, {"13:20:14", "13:20:15"},
      {"13:20:15", "13:20:40"}, {"14:00:39", "14:00:40"}, {"15:00:40", "15:01:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.at);
    CHECK((next_tick(view_at(sign_of(schedule), moment(row.at))) == moment(row.tick)));
  }
}

TEST_CASE("without what ticks, two views between which only clock, time left and progress moved are equal") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha"});
  const auto still = [&schedule](const std::string& at) {
    return without_ticking(view_at(sign_of(schedule), moment(at)));
  };
  CHECK((still("13:00") == still("13:29:59")));
  CHECK((still("12:59:59") != still("13:00")));
  CHECK((still("12:00") == still("12:59:59")));
  View view = view_at(sign_of(schedule), moment("13:00"));
  view.texts.main.headline += "!";
  CHECK((without_ticking(view) != still("13:00")));
}

TEST_CASE("where answers flip for ever and the view never differs, looking for its next change comes to an end") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha"});
  ViewInput input = sign_of(schedule);
  input.open = OpenHours{8h, 22h};
  input.at_night = Night::none;
  CHECK((view_at(input, moment("14:00")).next_change > moment("14:00")));
}

TEST_CASE("an instant that is asked about knows until when its answers hold") {
  const TrackedInstant at(moment("13:00"));
  CHECK(at.reached(moment("12:59:59")));
  CHECK(at.reached(moment("13:00")));
  CHECK((at.valid_until() == Instant::max()));
  CHECK_FALSE(at.reached(moment("13:30")));
  CHECK((at.valid_until() == moment("13:30")));
  CHECK(at.is_within(moment("13:00"), moment("13:20")));
  CHECK((at.valid_until() == moment("13:20")));
  CHECK_FALSE(at.is_within(moment("13:25"), moment("13:10")));
  CHECK((at.valid_until() == moment("13:20")));
  CHECK_FALSE(at.is_within(moment("12:00"), moment("13:00")));
  CHECK((at.valid_until() == moment("13:20")));
}
