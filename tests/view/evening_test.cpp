// SPDX-License-Identifier: MIT
// Nights as people count them: until four in the morning it is still the evening before.
#include <doctest/doctest.h>

#include "view/sign_input.hpp"

using namespace placard;
using namespace std::chrono_literals;

namespace {

struct Row {
  const char* at;
  const char* status;
  const char* time;
};

void check(const Schedule& schedule, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.at));
    const SignTexts texts = view_at(sign_of(schedule), moment(row.at)).texts;
    CHECK(texts.main.status == row.status);
    CHECK(texts.main.time == row.time);
  }
}

std::string status_at(const Schedule& schedule, const std::string& at) {
  return view_at(sign_of(schedule), moment(at)).texts.main.status;
}

}  // namespace

TEST_CASE("after an evening session one past midnight is next, and tonight; the morning after is another day") {
  check(programme({"Hall | 20:00 - 22:00 | Concert", "Hall | 11-05 00:15 - 11-05 02:00 | Dance",
                   "Hall | 11-05 08:00 - 11-05 09:00 | Run"}),
        {{"18:00", "First today", "8:00 – 10:00 PM"},
         {"22:05", "Next", "Tonight 12:15 – 2:00 AM"},
         {"23:59:59", "Next", "Tonight 12:15 – 2:00 AM"},
         {"11-05 00:00", "Next", "12:15 – 2:00 AM"},
         {"11-05 00:05", "Next", "12:15 – 2:00 AM"},
         {"11-05 00:15", "Now", "12:15 – 2:00 AM"},
         {"11-05 02:00", "No more sessions tonight", "Wednesday 8:00 – 9:00 AM"},
         {"11-05 03:59:59", "No more sessions tonight", "Wednesday 8:00 – 9:00 AM"},
         {"11-05 04:00", "First today", "8:00 – 9:00 AM"}});
}

TEST_CASE("a session past midnight is never the first of a day, whatever was on before it") {
  check(programme({"Hall | 11-05 00:15 - 11-05 02:00 | Dance"}),
        {{"11-03 22:00", "No sessions today", "Tomorrow night 12:15 – 2:00 AM"},
         {"12:00", "Next", "Tonight 12:15 – 2:00 AM"},
         {"11-05 00:05", "Next", "12:15 – 2:00 AM"}});
}

TEST_CASE("without a session this evening the night before a morning says so") {
  check(programme({"Hall | 11-05 08:00 - 11-05 09:00 | Run"}),
        {{"22:00", "No sessions today", "Tomorrow 8:00 – 9:00 AM"},
         {"11-05 01:00", "No sessions tonight", "Wednesday 8:00 – 9:00 AM"},
         {"11-05 04:00", "First today", "8:00 – 9:00 AM"}});
}

TEST_CASE("the sign wakes at midnight and at four for what it then says otherwise") {
  const Schedule schedule = programme({"Hall | 20:00 - 22:00 | Concert", "Hall | 11-05 08:00 - 11-05 09:00 | Run"});
  CHECK((view_at(sign_of(schedule), moment("22:05")).next_change == moment("11-05 00:00")));
  CHECK((view_at(sign_of(schedule), moment("11-05 00:00")).next_change == moment("11-05 04:00")));
}

TEST_CASE("on the nights the clocks change the evening lasts until four by the venue's clock") {
  const Schedule autumn = programme({"Hall | 2025-11-01 22:00 - 2025-11-01 23:00 | Concert",
                                     "Hall | 2025-11-02 01:30-08:00 - 2025-11-02 02:30 | Dance",
                                     "Hall | 2025-11-02 09:00 - 2025-11-02 10:00 | Run"});
  check(autumn, {{"2025-11-01 23:30", "Next", "Tonight 1:30 – 2:30 AM"},
                 {"2025-11-02 01:30-07:00", "Next", "1:30 – 2:30 AM"},
                 {"2025-11-02 03:59:59", "No more sessions tonight", "Sunday 9:00 – 10:00 AM"},
                 {"2025-11-02 04:00", "First today", "9:00 – 10:00 AM"}});
  const Schedule spring = programme(
      {"Hall | 2025-03-08 22:00 - 2025-03-08 23:00 | Concert", "Hall | 2025-03-09 03:15 - 2025-03-09 03:45 | Dance"});
  check(spring,
        {{"2025-03-08 23:30", "Next", "Tonight 3:15 – 3:45 AM"}, {"2025-03-09 01:59", "Next", "3:15 – 3:45 AM"}});
}

TEST_CASE("what today had: a session that ran past midnight counts, a cancelled one does not") {
  const Schedule party = programme({"Hall | 22:00 - 11-05 01:00 | Party", "Hall | 11-05 09:00 - 11-05 10:00 | Talk",
                                    "Hall | 11-06 09:00 - 11-06 10:00 | Last"});
  CHECK(status_at(party, "11-05 01:00") == "No more sessions tonight");
  CHECK(status_at(party, "11-05 04:00") == "First today");
  CHECK(status_at(party, "11-05 10:00") == "No more sessions today");
  const Schedule to_midnight = programme({"Hall | 22:00 - 11-05 00:00 | Party", "Hall | 11-05 09:00 - | Talk"});
  CHECK(status_at(to_midnight, "11-05 00:00") == "No more sessions tonight");
  const Schedule to_breakfast = programme({"Hall | 22:00 - 11-05 04:30 | Party", "Hall | 11-05 09:00 - | Talk"});
  CHECK(status_at(to_breakfast, "11-05 04:30") == "Next");
  const Schedule gone = programme({"Hall | 09:00 - 10:00 | Gone | cancelled", "Hall | 13:00 - 14:00 | Talk"});
  CHECK(status_at(gone, "11:00") == "First today");
}
