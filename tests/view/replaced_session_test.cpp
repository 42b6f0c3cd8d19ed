// SPDX-License-Identifier: MIT
// What became of a session is told also where another one stands in its slot.
#include <doctest/doctest.h>

#include "view/sign_input.hpp"

using namespace placard;

namespace {

SignTexts words(const Schedule& schedule, const std::string& at) {
  return view_at(sign_of(schedule), moment(at)).texts;
}

}  // namespace

TEST_CASE("beside its replacement a cancelled session is told, and pressing only while nothing is on") {
  const Schedule schedule = programme({"Hall | 09:30 - 10:15 | Gone | cancelled", "Hall | 09:30 - 10:15 | Instead"});
  struct Row {
    const char* at;
    const char* absent;
    bool is_near;
    bool matters_now;
  };
  for (const Row& row :
       {Row{"07:29:59", "", false, false}, Row{"07:30", "Cancelled: 9:30 AM, Gone", true, false},
        Row{"09:00", "Cancelled: 9:30 AM, Gone", true, true}, Row{"09:30", "Cancelled: 9:30 AM, Gone", true, false},
        Row{"10:14:59", "Cancelled: 9:30 AM, Gone", true, false}, Row{"10:15", "", false, false}}) {
    CAPTURE(std::string(row.at));
    const SignTexts texts = words(schedule, row.at);
    CHECK(texts.main.absent == row.absent);
    CHECK(texts.main.absent_is_near == row.is_near);
    CHECK(texts.main.absent_matters_now == row.matters_now);
  }
}

TEST_CASE("a session that was moved away is told beside its replacement too") {
  Schedule schedule = programme({"Hall | 09:30 - 10:15 | Gone", "Hall | 09:30 - 10:15 | Instead"});
  schedule.sessions.front().moved_to = "Arena";
  CHECK(words(schedule, "09:45").main.absent == "Moved to Arena: 9:30 AM, Gone");
}

TEST_CASE("of several the one whose start is nearest is told first") {
  const Schedule schedule =
      programme({"Hall | 09:00 - 12:00 | Long | cancelled", "Hall | 10:00 - 10:30 | Soon | cancelled",
                 "Hall | 11:00 - 11:30 | Later | cancelled", "Hall | 09:00 - 12:00 | Instead"});
  struct Row {
    const char* at;
    const char* absent;
  };
  for (const Row& row :
       {Row{"08:30", "Cancelled: 9:00 AM, Long (+1 more)"}, Row{"09:00", "Cancelled: 9:00 AM, Long (+2 more)"},
        Row{"09:29:59", "Cancelled: 9:00 AM, Long (+2 more)"}, Row{"09:30", "Cancelled: 10:00 AM, Soon (+2 more)"},
        Row{"10:30", "Cancelled: 11:00 AM, Later (+1 more)"}, Row{"11:30", "Cancelled: 9:00 AM, Long"}}) {
    CAPTURE(std::string(row.at));
    CHECK(words(schedule, row.at).main.absent == row.absent);
  }
  CHECK((view_at(sign_of(schedule), moment("09:10")).next_change == moment("09:30")));
}
