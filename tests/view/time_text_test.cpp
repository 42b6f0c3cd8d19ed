// SPDX-License-Identifier: MIT
#include "view/time_text.hpp"

#include <doctest/doctest.h>

#include "schedule/programme.hpp"

using namespace placard;
using namespace std::chrono_literals;

namespace {

TimeStyle twelve() {
  return {los_angeles(), true};
}

TimeStyle twenty_four() {
  return {los_angeles(), false};
}

}  // namespace

TEST_CASE("a time of day") {
  struct Row {
    std::string at;
    std::string twelve;
    std::string twenty_four;
  };
  const Row rows[] = {
      {"00:00", "12:00 AM", "00:00"},
      {"00:59:59", "12:59 AM", "00:59"},
      {"01:05", "1:05 AM", "01:05"},
      {"09:30", "9:30 AM", "09:30"},
      {"11:59:59", "11:59 AM", "11:59"},
      {"12:00", "12:00 PM", "12:00"},
      {"12:59", "12:59 PM", "12:59"},
      {"13:00", "1:00 PM", "13:00"},
      {"22:05", "10:05 PM", "22:05"},
      {"23:59:59", "11:59 PM", "23:59"},
      // The hour that happens twice is said the same twice; the skipped one never.
      {"2025-11-02 01:30-07:00", "1:30 AM", "01:30"},
      {"2025-11-02 01:30-08:00", "1:30 AM", "01:30"},
      {"2025-03-09 01:59:59-08:00", "1:59 AM", "01:59"},
      {"2025-03-09 02:00:00-08:00", "3:00 AM", "03:00"},
      // The venue's clock, wherever the time was written.
      {"2025-11-05T06:00+09:00", "1:00 PM", "13:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.at);
    CHECK(time_of_day(twelve(), moment(row.at)) == row.twelve);
    CHECK(time_of_day(twenty_four(), moment(row.at)) == row.twenty_four);
  }
}

TEST_CASE("from when to when") {
  struct Row {
    std::string start;
    std::string end;
    std::string twelve;
    std::string twenty_four;
  };
  const Row rows[] = {
      {"13:00", "13:30", "1:00 – 1:30 PM", "13:00 – 13:30"},
      {"09:30", "11:30", "9:30 – 11:30 AM", "09:30 – 11:30"},
      {"11:45", "12:00", "11:45 AM – 12:00 PM", "11:45 – 12:00"},
      {"12:00", "13:00", "12:00 – 1:00 PM", "12:00 – 13:00"},
      {"00:00", "00:30", "12:00 – 12:30 AM", "00:00 – 00:30"},
      {"00:00", "11:59", "12:00 – 11:59 AM", "00:00 – 11:59"},
      // An end of the same day as people count them, until four in the morning, needs no day.
      {"21:00", "11-05 00:00", "9:00 PM – 12:00 AM", "21:00 – 00:00"},
      {"23:00", "11-05 01:00", "11:00 PM – 1:00 AM", "23:00 – 01:00"},
      {"23:00", "11-05 04:00", "11:00 PM – 4:00 AM", "23:00 – 04:00"},
      {"23:00", "11-05 04:01", "11:00 PM – Wed 4:01 AM", "23:00 – Wed 04:01"},
      {"21:00", "11-05 10:00", "9:00 PM – Wed 10:00 AM", "21:00 – Wed 10:00"},
      {"01:00", "05:00", "1:00 – 5:00 AM", "01:00 – 05:00"},
      {"01:00", "11-05 00:30", "1:00 AM – Wed 12:30 AM", "01:00 – Wed 00:30"},
      {"01:00", "11-05 01:00", "1:00 AM – Wed 1:00 AM", "01:00 – Wed 01:00"},
      {"01:00", "11-05 02:00", "1:00 AM – Wed 2:00 AM", "01:00 – Wed 02:00"},
      {"13:00", "11-06 02:00", "1:00 PM – Thu 2:00 AM", "13:00 – Thu 02:00"},
      // The nights the clocks change.
      {"2025-03-09 01:30", "2025-03-09 03:30", "1:30 – 3:30 AM", "01:30 – 03:30"},
      {"2025-11-02 00:30", "2025-11-02 01:15-08:00", "12:30 – 1:15 AM", "00:30 – 01:15"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.start);
    CAPTURE(row.end);
    CHECK(time_range(twelve(), moment(row.start), moment(row.end)) == row.twelve);
    CHECK(time_range(twenty_four(), moment(row.start), moment(row.end)) == row.twenty_four);
  }
}

TEST_CASE("the day of a time, as said on Tuesday, November 4") {
  struct Row {
    std::string day;
    std::string twelve;
    std::string twenty_four;
  };
  const Row rows[] = {
      {"11-04 04:00", "", ""},
      {"11-04 23:59:59", "", ""},
      {"11-05 04:00", "Tomorrow", "Tomorrow"},
      {"11-05 23:59:59", "Tomorrow", "Tomorrow"},
      {"11-06 00:00", "Tomorrow night", "Tomorrow night"},
      {"11-06 03:59:59", "Tomorrow night", "Tomorrow night"},
      {"11-06 04:00", "Thursday", "Thursday"},
      {"11-07 00:15", "Thursday night", "Thursday night"},
      {"11-07 09:00", "Friday", "Friday"},
      {"11-08 09:00", "Saturday", "Saturday"},
      {"11-09 09:00", "Sunday", "Sunday"},
      {"11-10 23:59:59", "Monday", "Monday"},
      {"11-11 03:59:59", "Monday night", "Monday night"},
      {"11-11 04:00", "Tue, Nov 11", "Tue 11 Nov"},
      {"12-01 09:00", "Mon, Dec 1", "Mon 1 Dec"},
      {"2026-02-28 09:00", "Sat, Feb 28", "Sat 28 Feb"},
      {"11-04 03:59:59", "last night", "last night"},
      {"11-04 00:00", "last night", "last night"},
      {"11-03 23:59:59", "yesterday", "yesterday"},
      {"11-03 04:00", "yesterday", "yesterday"},
      {"11-03 00:00", "Mon, Nov 3", "Mon 3 Nov"},
      {"11-02 23:59:59", "Sun, Nov 2", "Sun 2 Nov"},
      {"10-30 09:00", "Thu, Oct 30", "Thu 30 Oct"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.day);
    for (const char* now : {"11-04 04:00", "11-04 13:00", "11-04 23:59:59"}) {
      CAPTURE(std::string(now));
      CHECK(day_word(twelve(), moment(row.day), moment(now)) == row.twelve);
      CHECK(day_word(twenty_four(), moment(row.day), moment(now)) == row.twenty_four);
    }
  }
}

TEST_CASE("past midnight it is still the evening before; the morning to come is called by its weekday") {
  struct Row {
    std::string day;
    std::string said_before;  // at 22:05 on Tuesday, November 4
    std::string said_after;   // at 00:05 and at 03:59:59
  };
  const Row rows[] = {
      {"11-05 00:15", "Tonight", ""},
      {"11-05 03:59:59", "Tonight", ""},
      {"11-04 20:00", "", ""},
      {"11-04 04:00", "", ""},
      {"11-05 04:00", "Tomorrow", "Wednesday"},
      {"11-05 10:00", "Tomorrow", "Wednesday"},
      {"11-06 00:15", "Tomorrow night", "Wednesday night"},
      {"11-06 10:00", "Thursday", "Thursday"},
      {"11-04 02:00", "last night", "Tue, Nov 4"},
      {"11-03 20:00", "yesterday", "Mon, Nov 3"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.day);
    CHECK(day_word(twelve(), moment(row.day), moment("22:05")) == row.said_before);
    CHECK(day_word(twelve(), moment(row.day), moment("11-05 00:05")) == row.said_after);
    CHECK(day_word(twelve(), moment(row.day), moment("11-05 03:59:59")) == row.said_after);
  }
  CHECK_FALSE(is_past_midnight(twelve(), moment("23:59:59")));
  CHECK(is_past_midnight(twelve(), moment("11-05 00:00")));
  CHECK(is_past_midnight(twelve(), moment("11-05 03:59:59")));
  CHECK_FALSE(is_past_midnight(twelve(), moment("11-05 04:00")));
}

TEST_CASE("who asks for the day of a time learns when it is called otherwise") {
  struct Row {
    std::string day;
    std::string at;
    std::string until;
  };
  const Row rows[] = {
      {"11-11 10:00", "11-04 13:00", "11-05 04:00"},  // a date becomes a weekday
      {"11-05 10:00", "11-04 03:00", "11-04 04:00"},  // a weekday becomes tomorrow
      {"11-05 10:00", "11-04 13:00", "11-05 00:00"},  // tomorrow becomes a weekday
      {"11-05 10:00", "11-05 00:05", "11-05 04:00"},  // and that today
      {"11-05 00:15", "11-04 22:05", "11-05 00:00"},  // tonight becomes today
      {"11-04 20:00", "11-04 22:05", "11-05 04:00"},  // today becomes yesterday
      {"11-04 20:00", "11-05 13:00", "11-06 00:00"},  // yesterday becomes a date
  };
  for (const Row& row : rows) {
    CAPTURE(row.day);
    CAPTURE(row.at);
    const TrackedInstant at(moment(row.at));
    CHECK(day_word(twelve(), moment(row.day), at) != day_word(twelve(), moment(row.day), moment(row.until)));
    CHECK((at.valid_until() == moment(row.until)));
  }
}

TEST_CASE("tomorrow is the venue's next day, also over days of 23 and 25 hours and where UTC's day is another") {
  CHECK(day_word(twelve(), moment("2025-03-10 00:30"), moment("2025-03-09 04:00")) == "Tonight");
  CHECK(day_word(twelve(), moment("2025-03-10 04:00"), moment("2025-03-09 04:00")) == "Tomorrow");
  CHECK(day_word(twelve(), moment("2025-11-03 04:00"), moment("2025-11-02 04:00")) == "Tomorrow");
  CHECK(day_word(twelve(), moment("2025-11-02 23:30"), moment("2025-11-02 04:30")).empty());
  CHECK(day_word(twelve(), moment("11-04 23:00"), moment("11-04 15:00")).empty());
  CHECK(day_word(twelve(), moment("2025-11-05T11:59:59Z"), moment("11-04 09:00")) == "Tonight");
  CHECK(day_word(twelve(), moment("2025-11-05T12:00:00Z"), moment("11-04 09:00")) == "Tomorrow");
  // The hour that comes twice, and the night that lacks one, belong to the evening before.
  for (const char* now : {"2025-11-02 01:30-07:00", "2025-11-02 01:30-08:00", "2025-11-02 03:59"}) {
    CHECK(day_word(twelve(), moment("2025-11-01 23:00"), moment(now)).empty());
    CHECK(day_word(twelve(), moment("2025-11-02 10:00"), moment(now)) == "Sunday");
  }
  CHECK(day_word(twelve(), moment("2025-03-09 03:30"), moment("2025-03-08 22:00")) == "Tonight");
  CHECK(day_word(twelve(), moment("2025-03-09 10:00"), moment("2025-03-09 03:30")) == "Sunday");
}

TEST_CASE("the minutes a person has: rounded up, in minutes, then in hours") {
  struct Row {
    seconds span;
    std::string left;
    std::string until;
  };
  const Row rows[] = {
      {-1s, "", ""},
      {0s, "", ""},
      {1s, "1 min left", "in 1 min"},
      {60s, "1 min left", "in 1 min"},
      {61s, "2 min left", "in 2 min"},
      {90s, "2 min left", "in 2 min"},
      {25min, "25 min left", "in 25 min"},
      {59min, "59 min left", "in 59 min"},
      {59min + 1s, "1 h left", "in 60 min"},
      {60min, "1 h left", "in 60 min"},
      {60min + 1s, "1 h 01 min left", ""},
      {65min, "1 h 05 min left", ""},
      {119min + 1s, "2 h left", ""},
      {2h, "2 h left", ""},
      {2h + 1s, "2 h 01 min left", ""},
      {23h + 59min + 1s, "24 h left", ""},
      {24h, "24 h left", ""},
      {24h + 1s, "", ""},
      {240h, "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.span.count());
    CHECK(time_left(row.span) == row.left);
    CHECK(time_until(row.span) == row.until);
  }
}

TEST_CASE("whole minutes, rounded up") {
  CHECK(minutes_up(0s) == 0);
  CHECK(minutes_up(1s) == 1);
  CHECK(minutes_up(60s) == 1);
  CHECK(minutes_up(61s) == 2);
  CHECK(minutes_up(-1s) == 0);
}
