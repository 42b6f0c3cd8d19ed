// SPDX-License-Identifier: MIT
// Ends that nobody wrote are no facts: the glass says neither when such a session ends nor how much of it is left.
#include <doctest/doctest.h>

#include "view/alt_text.hpp"
#include "view/sign_input.hpp"

using namespace placard;
using namespace std::chrono_literals;

namespace {

Schedule without_ends() {
  return programme({"Hall | 09:00 - | Opening", "Hall | 09:40:30 - | Talk", "Hall | 13:00 - 14:00 | Written",
                    "Foyer | 15:00 - | Cake"});
}

}  // namespace

TEST_CASE("what is on without a written end says since when, and nothing of its end") {
  const Schedule schedule = without_ends();
  const View view = view_at(sign_of(schedule), moment("09:10"));
  CHECK(view.now->end_assumed);
  CHECK(view.texts.main.is_on);
  CHECK(view.texts.main.time == "since 9:00 AM");
  CHECK(view.texts.main.time_left.empty());
  CHECK_FALSE(view.texts.main.progress.has_value());
  CHECK(alt_text(view.texts) == "Hall, 9:10 AM. Now: Opening, since 9:00 AM. Next: 9:40 AM Talk.");
  CHECK((view.next_change == moment("09:40:30")));
  CHECK((view.next_repaint == moment("09:11")));
  const View written = view_at(sign_of(schedule), moment("13:10"));
  CHECK(written.texts.main.time == "1:00 – 2:00 PM");
  CHECK(written.texts.main.progress.has_value());
}

TEST_CASE("in a gap the start stands alone, with the minutes until then") {
  const Schedule schedule = without_ends();
  const View view = view_at(sign_of(schedule), moment("08:50"));
  CHECK(view.texts.main.time == "9:00 AM");
  CHECK(view.texts.main.time_left == "in 10 min");
  CHECK(view_at(sign_of(schedule), moment("11-03 10:00")).texts.main.time == "Tomorrow 9:00 AM");
}

TEST_CASE("a theater counts to no end that nobody wrote: it says when the next talk is, or what any room says") {
  const Schedule schedule = without_ends();
  ViewInput input = sign_of(schedule);
  input.layout = Layout::countdown;
  const View on = view_at(input, moment("09:10"));
  CHECK_FALSE(on.countdown.has_value());
  CHECK(on.texts.count.label == "Next talk at");
  CHECK(on.texts.count.number == "9:40 AM");
  const View before = view_at(input, moment("08:50"));
  CHECK(before.countdown.value().text == "10:00");
  CHECK(view_at(input, moment("13:10")).countdown.value().to_end);
  const Schedule last = programme({"Hall | 09:00 - | Only"});
  input.schedule = borrowed(last);
  const View alone = view_at(input, moment("09:10"));
  CHECK_FALSE(alone.countdown.has_value());
  CHECK(alone.texts.count.number.empty());
}

TEST_CASE("talks without ends are no series of short ones") {
  const Schedule schedule = programme({"Hall | 09:00 - | A", "Hall | 09:10 - | B", "Hall | 09:20 - | C"});
  ViewInput input = sign_of(schedule);
  input.layout = Layout::automatic;
  CHECK(view_at(input, moment("09:05")).layout == Layout::room);
}

TEST_CASE("what is elsewhere is not said to last until an end that nobody wrote") {
  const Schedule schedule = without_ends();
  CHECK(view_at(sign_of(schedule, {"Hall"}, {"Foyer"}), moment("15:10")).texts.main.elsewhere == "Foyer: Cake");
}

TEST_CASE("of a session at another time its printed start stands alone too") {
  Schedule schedule = without_ends();
  Session& opening = schedule.sessions.front();
  opening.printed_start = opening.start - 10min;
  opening.printed_end = opening.start + 30min;
  CHECK(view_at(sign_of(schedule), moment("09:10")).texts.main.printed == "was 8:50 AM");
  // Only its end is another one, and nobody wrote that.
  opening.printed_start = opening.start;
  CHECK(view_at(sign_of(schedule), moment("09:10")).texts.main.printed.empty());
  // An end of rule 4 that is kept, because what decided it has changed, is no fact either.
  opening.end = opening.start + 45min;
  opening.end_assumed = true;
  CHECK(view_at(sign_of(schedule), moment("09:10")).texts.main.time == "since 9:00 AM");
}

TEST_CASE("an end that staff or an update add says nothing of one published before") {
  Schedule schedule = programme({"Hall | 09:00 - 10:30 | Opening"});
  Session& session = schedule.sessions[0];
  session.printed_start = session.start;
  session.printed_end = moment("10:00");
  session.printed_end_assumed = true;
  CHECK(view_at(sign_of(schedule), moment("09:10")).texts.main.printed.empty());
  session.printed_start = moment("08:50");
  CHECK(view_at(sign_of(schedule), moment("09:10")).texts.main.printed == "was 8:50 AM");
  session.printed_end_assumed = false;
  CHECK(view_at(sign_of(schedule), moment("09:10")).texts.main.printed == "was 8:50 – 10:00 AM");
}
