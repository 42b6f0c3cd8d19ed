// SPDX-License-Identifier: MIT
// The facts of a view: state, now, next, absent, elsewhere, freshness. Its words: view_words_test.cpp.
#include <doctest/doctest.h>

#include "view/sign_input.hpp"
#include "view/view_at.hpp"

using namespace placard;
using namespace std::chrono_literals;

namespace {

using Names = std::vector<std::string>;

std::string with_more(const SessionFacts& session, std::size_t more) {
  return session.title + (more > 0 ? " +" + std::to_string(more) : "");
}

// "gap, next Beta +1, absent Gone, elsewhere Lunch"
std::string facts(const View& view) {
  std::string line(name_of(view.state));
  if (view.now) line += ", now " + with_more(*view.now, view.also_now);
  if (view.next) line += ", next " + with_more(*view.next, view.also_next);
  for (const SessionFacts& session : view.absent) line += ", absent " + session.title;
  if (view.elsewhere) line += ", elsewhere " + view.elsewhere->title;
  return line;
}

struct Row {
  std::string at;
  std::string facts;
};

void check(const ViewInput& input, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.at);
    CHECK(facts(view_at(input, moment(row.at))) == row.facts);
  }
}

}  // namespace

TEST_CASE("the states of a room with sessions: gap, now, over") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 14:00 - 14:30 | Beta"});
  check(sign_of(schedule), {
                               {"11-03 13:15", "gap, next Alpha"},
                               {"12:59:59", "gap, next Alpha"},
                               {"13:00", "now, now Alpha, next Beta"},
                               {"13:29:59", "now, now Alpha, next Beta"},
                               {"13:30", "gap, next Beta"},
                               {"14:00", "now, now Beta"},
                               {"14:29:59", "now, now Beta"},
                               {"14:30", "over"},
                               {"11-05 13:15", "over"},
                           });
}

TEST_CASE("empty: this room has no session at all") {
  const Schedule schedule = programme({"Foyer | 13:00 - 13:30 | Alpha"});
  check(sign_of(schedule, {"Hall"}), {{"12:00", "empty"}, {"13:00", "empty"}, {"14:00", "empty"}});
  check(sign_of(Schedule{}, {"Hall"}), {{"12:00", "empty"}});
  // A session for every room is a session of this one.
  const Schedule lunch = programme({"* | 12:00 - 13:00 | Lunch"});
  check(sign_of(lunch, {"Hall"}), {{"11:59:59", "gap, next Lunch"}, {"12:00", "now, now Lunch"}, {"13:00", "over"}});
}

TEST_CASE("a room whose sessions are all cancelled is over, not empty") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Gone | cancelled"});
  check(sign_of(schedule), {{"12:00", "over, absent Gone"}, {"13:29:59", "over, absent Gone"}, {"13:30", "over"}});
}

TEST_CASE("unknown: nothing was ever read") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "Foyer | 13:00 - 13:30 | Beta"});
  ViewInput never_read = sign_of(schedule, {"Hall"}, {"Foyer"});
  never_read.evidence.age = NeverRead{};
  ViewInput nothing_there = sign_of(schedule, {"Hall"}, {"Foyer"});
  nothing_there.schedule = nullptr;
  ViewInput lost = read_once(nothing_there, moment("12:00"));
  for (const ViewInput& input : {never_read, nothing_there, lost}) {
    const View view = view_at(input, moment("13:00"));
    CHECK(facts(view) == "unknown");
    CHECK((view.freshness == Freshness::no_data));
    CHECK_FALSE(view.data_as_of.has_value());
    CHECK_FALSE(view.next_change.has_value());
  }
}

TEST_CASE("all names of a sign's room count; the first is shown") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "ANNEXE | 13:10 - 13:20 | Beta"});
  const ViewInput input = sign_of(schedule, {"Great Hall", "annexe", "hall"});
  check(input, {{"13:00", "now, now Alpha, next Beta"}, {"13:10", "now, now Beta +1"}});
  const View view = view_at(input, moment("13:10"));
  CHECK(view.room == "Great Hall");
  CHECK(view.now.value().room == "ANNEXE");
}

TEST_CASE("a session's facts are the feed's, with the end that counts") {
  Schedule schedule = programme({"Foyer, Hall | 13:00 - 13:00 | Alpha", "Hall | 13:40 - 14:00 | Beta"});
  Session& alpha = schedule.sessions.front();
  alpha.id = "a-1";
  alpha.track = "Water";
  alpha.labels = {"Deep", "Salt"};
  alpha.speakers = {"Ada"};
  const SessionFacts now = view_at(sign_of(schedule), moment("13:00")).now.value();
  CHECK(now.id == "a-1");
  CHECK(now.title == "Alpha");
  CHECK((now.start == moment("13:00")));
  CHECK((now.end == moment("13:40")));
  CHECK(now.room == "Hall");
  CHECK(now.track == "Water");
  CHECK((now.labels == Names{"Deep", "Salt"}));
  CHECK((now.speakers == Names{"Ada"}));
  CHECK_FALSE(now.cancelled);
  CHECK_FALSE(now.for_every_room);
}

TEST_CASE("a session for every room says so, and has no room of its own") {
  const Schedule schedule = programme({"* | 12:00 - 13:00 | Lunch", "Hall | 13:00 - 14:00 | Gone | cancelled"});
  const View view = view_at(sign_of(schedule), moment("12:00"));
  CHECK(view.now.value().for_every_room);
  CHECK(view.now.value().room.empty());
  CHECK(view.absent.at(0).cancelled);
}

TEST_CASE("rule 6: everywhere rooms fill elsewhere while nothing is on here, and touch nothing else") {
  const Schedule schedule = programme({
      "Hall  | 11:00 - 12:00 | Alpha",
      "Foyer | 11:30 - 13:00 | Lunch",
      "Hall  | 12:30 - 12:45 | Beta",
      "Foyer | 12:40 - 12:50 | Cake",
      "Foyer | 12:50 - 12:55 | Gone | cancelled",
      "Attic | 12:00 - 15:00 | Other",
  });
  check(sign_of(schedule, {"Hall"}, {"Foyer"}), {
                                                    {"10:59:59", "gap, next Alpha"},
                                                    {"11:30", "now, now Alpha, next Beta"},
                                                    {"11:59:59", "now, now Alpha, next Beta"},
                                                    {"12:00", "gap, next Beta, elsewhere Lunch"},
                                                    {"12:29:59", "gap, next Beta, elsewhere Lunch"},
                                                    {"12:30", "now, now Beta"},
                                                    {"12:45", "over, elsewhere Cake"},
                                                    {"12:50", "over, elsewhere Lunch"},
                                                    {"12:59:59", "over, elsewhere Lunch"},
                                                    {"13:00", "over"},
                                                });
  // A room of no sessions stays empty, whatever is on elsewhere.
  check(sign_of(schedule, {"Cellar"}, {"Foyer"}), {{"11:30", "empty, elsewhere Lunch"}, {"13:00", "empty"}});
  // On its own sign: by any of the sign's names, and though another room is everywhere too.
  check(sign_of(schedule, {"foyer"}, {"Foyer", "Attic"}),
        {{"12:00", "now, now Lunch, next Cake, absent Gone"}, {"13:00", "over"}});
  check(sign_of(schedule, {"Hall", "Attic"}, {"Foyer", "Attic"}), {{"12:45", "now, now Other"}, {"15:00", "over"}});
  check(sign_of(schedule, {"Attic"}, {"Foyer", "Attic"}), {{"11:30", "gap, next Other"}});
  check(sign_of(schedule, {"CELLAR"}, {"Foyer", "Cellar"}), {{"12:00", "empty"}});  // not in the feed today
  // Rooms the feed does not know are nowhere.
  check(sign_of(schedule, {"Hall"}, {"Cellar"}), {{"12:00", "gap, next Beta"}});
}

TEST_CASE("rule 6: a session for every room is on here, so it hides what is elsewhere") {
  const Schedule schedule = programme({"* | 12:00 - 12:30 | Bell", "Foyer | 12:00 - 13:00 | Lunch"});
  check(sign_of(schedule, {"Hall"}, {"Foyer"}), {{"12:00", "now, now Bell"}, {"12:30", "over, elsewhere Lunch"}});
}

TEST_CASE("a session held here and in an everywhere room is on here") {
  const Schedule schedule = programme({"Foyer, Hall | 12:00 - 13:00 | Lunch"});
  check(sign_of(schedule, {"Hall"}, {"Foyer"}), {{"11:59:59", "gap, next Lunch"}, {"12:00", "now, now Lunch"}});
  check(sign_of(schedule, {"Attic"}, {"Foyer"}), {{"12:00", "empty, elsewhere Lunch"}});
}

TEST_CASE("several everywhere rooms, sessions without ends: each ends by its own room, then rule 2 chooses") {
  const Schedule schedule = programme({
      "Foyer | 11:00 -       | Coffee",
      "Plaza | 11:10 - 11:20 | Speech",
      "Foyer | 11:40 - 11:45 | Bell",
      "Plaza | 12:00 -       | Market",
      "Foyer | 12:00 - 12:30 | Lunch",
  });
  check(sign_of(schedule, {"Hall"}, {"Foyer", "Plaza"}), {
                                                             {"10:59:59", "empty"},
                                                             {"11:00", "empty, elsewhere Coffee"},
                                                             {"11:10", "empty, elsewhere Speech"},
                                                             {"11:20", "empty, elsewhere Coffee"},
                                                             {"11:39:59", "empty, elsewhere Coffee"},
                                                             {"11:40", "empty, elsewhere Bell"},
                                                             {"11:45", "empty"},
                                                             {"12:00", "empty, elsewhere Lunch"},
                                                             {"12:30", "empty, elsewhere Market"},
                                                             {"12:59:59", "empty, elsewhere Market"},
                                                             {"13:00", "empty"},
                                                         });
}

TEST_CASE("elsewhere at the same time and of the same length: feed order, not the config's") {
  const Schedule schedule = programme({"Plaza | 12:00 - 13:00 | Market", "Foyer | 12:00 - 13:00 | Lunch"});
  check(sign_of(schedule, {"Hall"}, {"Foyer", "Plaza"}), {{"12:00", "empty, elsewhere Market"}});
}

TEST_CASE("what is known grows old: from then on nothing is claimed to be on, here or elsewhere") {
  const Schedule schedule = programme({
      "Hall  | 11-05 13:00 - 11-05 14:00 | Alpha",
      "Hall  | 11-05 13:10 - 11-05 13:50 | Gone | cancelled",
      "Hall  | 11-05 15:00 - 11-05 16:00 | Beta",
      "Foyer | 11-05 14:00 - 11-05 15:00 | Lunch",
  });
  const ViewInput input = read_once(sign_of(schedule, {"Hall"}, {"Foyer"}), moment("13:30"));
  struct Step {
    std::string at;
    std::string facts;
    std::string freshness;
  };
  const Step rows[] = {
      {"13:30", "gap, next Alpha", "live"},
      {"13:32", "gap, next Alpha", "live"},
      {"13:32:01", "gap, next Alpha", "aging"},
      {"13:45:01", "gap, next Alpha", "stale"},
      {"11-05 13:00", "now, now Alpha, next Beta, absent Gone", "stale"},
      {"11-05 13:30", "now, now Alpha, next Beta, absent Gone", "stale"},
      {"11-05 13:30:01", "gap, next Beta, absent Gone", "old"},
      {"11-05 14:00", "gap, next Beta", "old"},
      {"11-05 15:00", "over", "old"},
  };
  for (const Step& row : rows) {
    CAPTURE(row.at);
    const View view = view_at(input, moment(row.at));
    CHECK(facts(view) == row.facts);
    CHECK(std::string(name_of(view.freshness)) == row.freshness);
    CHECK((view.data_as_of == moment("13:30")));
  }
}

TEST_CASE("what counts as read now is as of the instant asked for, and live for ever") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha"});
  const View view = view_at(sign_of(schedule), moment("13:00"));
  CHECK((view.freshness == Freshness::live));
  CHECK((view.data_as_of == moment("13:00")));
}

TEST_CASE("the names of the states") {
  CHECK(name_of(RoomStatus::now) == "now");
  CHECK(name_of(RoomStatus::gap) == "gap");
  CHECK(name_of(RoomStatus::over) == "over");
  CHECK(name_of(RoomStatus::empty) == "empty");
  CHECK(name_of(RoomStatus::unknown) == "unknown");
}
