// SPDX-License-Identifier: MIT
#include "view/rules/now_next.hpp"

#include <doctest/doctest.h>

#include "schedule/programme.hpp"

using namespace placard;

namespace {

using Names = std::vector<std::string>;

std::string with_more(const PlannedSession& planned, std::size_t more) {
  return planned.session->title + (more > 0 ? " +" + std::to_string(more) : "");
}

// "now Alpha +1, next Beta, absent Gamma"; what there is not is not said.
std::string told(const NowNext& chosen) {
  Names parts;
  if (chosen.now != nullptr) parts.push_back("now " + with_more(*chosen.now, chosen.also_now));
  if (chosen.next != nullptr) parts.push_back("next " + with_more(*chosen.next, chosen.also_next));
  std::string absent;
  for (const PlannedSession* planned : chosen.absent) absent += " " + planned->session->title;
  if (!absent.empty()) parts.push_back("absent" + absent);
  std::string line;
  for (const std::string& part : parts) line += (line.empty() ? "" : ", ") + part;
  return line.empty() ? "nothing" : line;
}

struct Row {
  std::string at;
  std::string said;
};

// What the sign of the Hall says of a programme at several instants.
void check(const Names& lines, const std::vector<Row>& rows) {
  const Schedule schedule = programme(lines);
  const RoomPlan plan = plan_room(schedule, rooms_named(schedule, {"Hall"}));
  for (const Row& row : rows) {
    CAPTURE(row.at);
    CHECK(told(now_next(plan, moment(row.at))) == row.said);
  }
}

}  // namespace

TEST_CASE("rule 1: on from the start, inclusive, to the end, exclusive") {
  check({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:30 - 14:00 | Beta", "Hall | 14:15 - 14:45 | Gamma"},
        {
            {"00:00", "next Alpha"},
            {"12:59:59", "next Alpha"},
            {"13:00", "now Alpha, next Beta"},
            {"13:00:01", "now Alpha, next Beta"},
            {"13:29:59", "now Alpha, next Beta"},
            {"13:30", "now Beta, next Gamma"},
            {"13:59:59", "now Beta, next Gamma"},
            {"14:00", "next Gamma"},
            {"14:14:59", "next Gamma"},
            {"14:15", "now Gamma"},
            {"14:44:59", "now Gamma"},
            {"14:45", "nothing"},
            {"11-05 13:15", "nothing"},
            {"11-03 13:15", "next Alpha"},
        });
}

TEST_CASE("a room without sessions says nothing") {
  check({}, {{"13:00", "nothing"}});
  check({"Foyer | 13:00 - 13:30 | Alpha"}, {{"12:59:59", "nothing"}, {"13:00", "nothing"}});
}

TEST_CASE("rule 2: of several on, the latest start wins; the others are counted") {
  check({"Hall | 13:00 - 15:00 | Workshop", "Hall | 13:30 - 14:00 | Talk", "Hall | 13:45 - 13:50 | Demo"},
        {
            {"13:29:59", "now Workshop, next Talk"},
            {"13:30", "now Talk +1, next Demo"},
            {"13:44:59", "now Talk +1, next Demo"},
            {"13:45", "now Demo +2"},
            {"13:49:59", "now Demo +2"},
            {"13:50", "now Talk +1"},
            {"13:59:59", "now Talk +1"},
            {"14:00", "now Workshop"},
            {"15:00", "nothing"},
        });
}

TEST_CASE("rule 2: of several on since the same time, the shorter wins, then feed order") {
  check({"Hall | 13:00 - 14:00 | Long", "Hall | 13:00 - 13:30 | Short", "Hall | 13:00 - 13:30 | Twin"},
        {
            {"12:59:59", "next Short +2"},
            {"13:00", "now Short +2"},
            {"13:29:59", "now Short +2"},
            {"13:30", "now Long"},
        });
  check({"Hall | 13:00 - 13:30 | Twin", "Hall | 13:00 - 13:30 | Short"}, {{"13:00", "now Twin +1"}});
  // A session without end counts with the end of rule 4: 40 minutes here.
  check({"Hall | 13:00 - | Open", "Hall | 13:00 - 13:41 | Longer", "Hall | 13:40 - 14:00 | Next"},
        {{"13:00", "now Open +1, next Next"}, {"13:40", "now Next +1"}, {"13:41", "now Next"}});
}

TEST_CASE("rule 2: the latest start wins, however long it is and wherever it stands in the feed") {
  check({"Hall | 13:01 - 18:00 | Later", "Hall | 13:00 - 13:05 | Earlier"},
        {{"13:00", "now Earlier, next Later"}, {"13:01", "now Later +1"}, {"13:05", "now Later"}});
}

TEST_CASE("rule 2: an entry of no length marks a moment: it goes behind every other that is on") {
  check({"Hall | 11:00 - 11:00 | Doors", "Hall | 11:00 - 12:30 | Talk"},
        {{"10:59", "next Talk +1"}, {"11:00", "now Talk +1"}, {"11:59:59", "now Talk +1"}, {"12:00", "now Talk"}});
  check({"Hall | 10:00 - 12:00 | Talk", "Hall | 11:00 - 11:00 | Photo"},
        {{"10:59:59", "now Talk, next Photo"}, {"11:00", "now Talk +1"}, {"11:59:59", "now Talk +1"}});
  check({"Hall | 11:00 - 11:00 | Doors", "* | 10:30 - 12:00 | Plenary"}, {{"11:00", "now Plenary +1"}});
  check({"Hall | 11:00 - 11:00 | Doors", "Hall | 11:10 - 11:10 | Gong"},
        {{"11:00", "now Doors, next Gong"}, {"11:10", "now Gong"}, {"12:09:59", "now Gong"}, {"12:10", "nothing"}});
}

TEST_CASE("rule 3: next is the earliest start after the instant; others of the same start are counted") {
  check({"Hall | 15:00 - 15:30 | Late", "Hall | 14:00 - 15:00 | Long", "Hall | 14:00 - 14:30 | Short",
         "Hall | 14:00 - 14:30 | Twin", "Hall | 14:00:01 - 14:00:02 | Second"},
        {
            {"13:59:59", "next Short +2"},
            {"14:00", "now Short +2, next Second"},
            {"14:00:01", "now Second +3, next Late"},
            {"14:00:02", "now Short +2, next Late"},
            {"15:00", "now Late"},
        });
}

TEST_CASE("rule 3: at the same start a session of the room goes before one for every room, however short that is") {
  check({"* | 14:00 - 14:05 | Bell", "Hall | 14:00 - 15:00 | Talk"},
        {{"13:59:59", "next Talk +1"}, {"14:00", "now Talk +1"}, {"14:05", "now Talk"}});
  check({"* | 14:00 - 15:00 | Tea", "* | 14:00 - 14:30 | Bell", "* | 14:00 - 14:30 | Gong"},
        {{"13:59:59", "next Bell +2"}, {"14:00", "now Bell +2"}});
  // An earlier start goes first, of whichever kind it is.
  check({"Hall | 14:00 - 15:00 | Talk", "* | 13:59:59 - 15:00 | Tea"},
        {{"13:59:58", "next Tea"}, {"13:59:59", "now Tea, next Talk"}, {"14:00", "now Talk +1"}});
}

TEST_CASE("rule 6: a session for every room is on here too, but one of the room goes before it") {
  check({"Hall | 11:00 - 12:30 | Talk", "* | 12:00 - 13:00 | Lunch", "Foyer | 12:00 - 13:00 | Other"},
        {
            {"10:59:59", "next Talk"},
            {"11:59:59", "now Talk, next Lunch"},
            {"12:00", "now Talk +1"},
            {"12:29:59", "now Talk +1"},
            {"12:30", "now Lunch"},
            {"12:59:59", "now Lunch"},
            {"13:00", "nothing"},
        });
}

TEST_CASE("rule 5: a cancelled session is only absent: from two hours ahead to its end, and while it is before next") {
  check({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:30 - 14:00 | Gone | cancelled", "Hall | 14:00 - 14:30 | Beta",
         "Hall | 14:30 - 15:00 | Lost | cancelled", "Hall | 14:30 - 15:00 | Gamma",
         "Hall | 15:30 - 16:00 | Late | cancelled", "Hall | 17:00 - 18:00 | Last | cancelled"},
        {
            {"11:29:59", "next Alpha"},
            {"11:30", "next Alpha, absent Gone"},
            {"12:29:59", "next Alpha, absent Gone"},
            {"12:30", "next Alpha, absent Gone Lost"},
            {"13:00", "now Alpha, next Beta, absent Gone Lost"},
            {"13:29:59", "now Alpha, next Beta, absent Gone Lost"},
            {"13:30", "next Beta, absent Gone Lost Late"},
            {"13:59:59", "next Beta, absent Gone Lost Late"},
            {"14:00", "now Beta, next Gamma, absent Lost Late"},
            {"14:30", "now Gamma, absent Lost Late Last"},
            {"15:00", "absent Late Last"},
            {"15:29:59", "absent Late Last"},
            {"15:59:59", "absent Late Last"},
            {"16:00", "absent Last"},
            {"17:59:59", "absent Last"},
            {"18:00", "nothing"},
        });
}

TEST_CASE("a change is told beside its replacement, before and while that is on") {
  const Names lines = {"Hall | 09:00 - 09:30 | Opening", "Hall | 09:30 - 10:15 | Gone | cancelled",
                       "Hall | 09:30 - 10:15 | Instead", "Hall | 10:15 - 11:00 | Last"};
  check(lines, {{"07:29:59", "next Opening"},
                {"07:30", "next Opening, absent Gone"},
                {"09:10", "now Opening, next Instead, absent Gone"},
                {"09:30", "now Instead, next Last, absent Gone"},
                {"10:14:59", "now Instead, next Last, absent Gone"},
                {"10:15", "now Last"}});
  // The replacement came early, and stays longer.
  check({"Hall | 09:00 - 11:00 | Instead", "Hall | 09:30 - 10:15 | Gone | cancelled"},
        {{"08:00", "next Instead, absent Gone"}, {"09:30", "now Instead, absent Gone"}, {"10:15", "now Instead"}});
}

TEST_CASE("a session that stands in the feed twice, once cancelled, is not said to be cancelled while it is shown") {
  check({"Hall | 09:30 - 10:15 | Talk | cancelled", "Hall | 09:30 - 10:15 | Talk"},
        {{"09:00", "next Talk"}, {"09:30", "now Talk"}});
}

TEST_CASE("rule 5: cancelled sessions are counted nowhere, and may be for every room or without end") {
  check({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:00 - 13:20 | Gone | cancelled", "* | 13:10 - | Tea | cancelled",
         "Hall | 13:00 - 13:05 | Lost | cancelled"},
        {
            {"10:59:59", "next Alpha"},
            {"11:00", "next Alpha, absent Gone Lost"},
            {"12:59:59", "next Alpha, absent Gone Lost Tea"},
            {"13:00", "now Alpha, absent Gone Lost Tea"},
            {"13:05", "now Alpha, absent Gone Tea"},
            {"13:20", "now Alpha, absent Tea"},
            {"14:09:59", "absent Tea"},
            {"14:10", "nothing"},
        });
}

TEST_CASE("sessions over midnight, and the day after") {
  check({"Hall | 23:30 - 11-05 00:30 | Party", "Hall | 11-05 09:00 - 11-05 10:00 | Keynote"},
        {
            {"23:29:59", "next Party"},
            {"23:59:59", "now Party, next Keynote"},
            {"11-05 00:00", "now Party, next Keynote"},
            {"11-05 00:29:59", "now Party, next Keynote"},
            {"11-05 00:30", "next Keynote"},
            {"11-05 09:00", "now Keynote"},
        });
}

TEST_CASE("the night the clock springs forward: 01:30 to 03:30 is one hour") {
  check({"Hall | 2025-03-09 01:30 - 2025-03-09 03:30 | Watch", "Hall | 2025-03-09 03:30 - | Relief"},
        {
            {"2025-03-09 01:59:59", "now Watch, next Relief"},
            {"2025-03-09 03:00", "now Watch, next Relief"},
            {"2025-03-09 03:29:59", "now Watch, next Relief"},
            {"2025-03-09 03:30", "now Relief"},
            {"2025-03-09 04:30", "nothing"},
        });
}

TEST_CASE("the night the clock falls back: the hour from one to two happens twice, each with its own sessions") {
  check({"Hall | 2025-11-02 01:00-07:00 - 2025-11-02 01:30-07:00 | First",
         "Hall | 2025-11-02 01:00-08:00 - 2025-11-02 01:30-08:00 | Second"},
        {
            {"2025-11-02 01:00-07:00", "now First, next Second"},
            {"2025-11-02 01:29:59-07:00", "now First, next Second"},
            {"2025-11-02 01:30-07:00", "next Second"},
            {"2025-11-02 01:59:59-07:00", "next Second"},
            {"2025-11-02 01:00-08:00", "now Second"},
            {"2025-11-02 01:30-08:00", "nothing"},
        });
}

TEST_CASE("starts of odd seconds count to the second") {
  check({"Hall | 13:00:30 - 13:10:15 | Alpha", "Hall | 13:10:15 - 13:20 | Beta"}, {{"13:00:29", "next Alpha"},
                                                                                   {"13:00:30", "now Alpha, next Beta"},
                                                                                   {"13:10:14", "now Alpha, next Beta"},
                                                                                   {"13:10:15", "now Beta"}});
}

TEST_CASE("everything later is listed, next first, cancelled ones left out") {
  const Schedule schedule =
      programme({"Hall | 15:00 - 16:00 | Delta", "* | 14:00 - 14:10 | Bell", "Hall | 14:00 - 15:00 | Gamma",
                 "Hall | 14:30 - 15:00 | Gone | cancelled", "Hall | 13:00 - 13:30 | Alpha"});
  const RoomPlan plan = plan_room(schedule, rooms_named(schedule, {"Hall"}));
  const auto upcoming = [&plan](const std::string& at) {
    std::string titles;
    for (const PlannedSession* planned : now_next(plan, moment(at)).upcoming) titles += planned->session->title + " ";
    return titles;
  };
  CHECK(upcoming("12:59:59") == "Alpha Gamma Bell Delta ");
  CHECK(upcoming("13:00") == "Gamma Bell Delta ");
  CHECK(upcoming("14:00") == "Delta ");
  CHECK(upcoming("15:00").empty());
}

TEST_CASE("with skip_breaks a talk goes before a break in what comes next; what is on is what is on") {
  Schedule schedule = programme({"Hall | 12:00 - 13:00 | Lunch", "Hall | 13:00 - 13:30 | Alpha",
                                 "Hall | 13:30 - 14:00 | Coffee", "Hall | 14:00 - 14:30 | Tea"});
  for (const std::size_t i : {0U, 2U, 3U}) schedule.sessions[i].is_break = true;
  const RoomPlan plan = plan_room(schedule, {0});
  struct Row {
    const char* at;
    bool skip;
    const char* now;
    const char* next;
    std::size_t upcoming;
  };
  for (const Row& row : {Row{"11:00", false, "", "Lunch", 4}, Row{"11:00", true, "", "Alpha", 1},
                         Row{"12:30", true, "Lunch", "Alpha", 1}, Row{"13:10", false, "Alpha", "Coffee", 2},
                         Row{"13:10", true, "Alpha", "Coffee", 2}}) {  // nothing but breaks: they count
    CAPTURE(std::string(row.at));
    const NowNext chosen = now_next(plan, moment(row.at), row.skip ? NextRule::talks_first : NextRule::any);
    CHECK((chosen.now == nullptr ? "" : chosen.now->session->title) == std::string(row.now));
    CHECK(chosen.next->session->title == row.next);
    CHECK(chosen.upcoming.size() == row.upcoming);
  }
}
