// SPDX-License-Identifier: MIT
#include "base/time/clock_time.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace placard;

namespace {

const TimeZone kZone = TimeZone::find("America/Los_Angeles").value();

Instant at(const std::string& text) {
  return kZone.instant(parse_time("2025-11-" + text).value());  // 4 November is a Tuesday
}

std::string words(Instant instant) {
  return kZone.format(instant).substr(8, 8);
}

}  // namespace

TEST_CASE("clock times as people write them") {
  struct Row {
    const char* text;
    int minutes;  // -1: none
    bool either;
  };
  const Row rows[] = {{"13:00", 780, false},
                      {"1:00", 60, true},
                      {"01:00", 60, false},
                      {"1pm", 780, false},
                      {"1 pm", 780, false},
                      {"1PM", 780, false},
                      {"1:00 PM", 780, false},
                      {"1:00pm", 780, false},
                      {"1:00 p.m.", 780, false},
                      {"1:00\u202fPM", 780, false},
                      {"1:00\u00a0PM", 780, false},
                      {" 3.30pm ", 930, false},
                      {"3:30p", 930, false},
                      {"12am", 0, false},
                      {"12:10am", 10, false},
                      {"12 AM", 0, false},
                      {"12pm", 720, false},
                      {"12:10 PM", 730, false},
                      {"0:10am", 10, false},
                      {"15:30 PM", 930, false},
                      {"noon", 720, false},
                      {"Midnight", 1440, false},
                      {"1310", 790, false},
                      {"0130", 90, false},
                      {"330", 210, true},
                      {"330pm", 930, false},
                      {"13.10", 790, false},
                      {"13h10", 790, false},
                      {"13h", 780, false},
                      {"9h", 540, false},
                      {"9 Uhr", 540, false},
                      {"9:30 Uhr", 570, false},
                      {"12:30", 750, true},
                      {"0:30", 30, false},
                      {"24:00", 1440, false},
                      {"2400", 1440, false},
                      {"11:59", 719, true},
                      {"23:59:00", 1439, false},
                      {"24:01", -1, false},
                      {"25:00", -1, false},
                      {"12:60", -1, false},
                      {"1:0", -1, false},
                      {"1:", -1, false},
                      {":30", -1, false},
                      {"13", -1, false},
                      {"1", -1, false},
                      {"", -1, false},
                      {"pm", -1, false},
                      {"13am", -1, false},
                      {"0pm", -1, false},
                      {"24pm", -1, false},
                      {"12345", -1, false},
                      {"1:00:00:00", -1, false},
                      {"-1:30", -1, false},
                      {"1:00 xm", -1, false},
                      {"lunch", -1, false},
                      {"9h pm", -1, false},
                      {"1.2.3", -1, false},
                      {"today", -1, false},
                      {"one pm", -1, false}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const auto clock = parse_clock_time(row.text);
    CHECK((clock ? clock->time.count() / 60 : -1) == row.minutes);
    if (clock) CHECK(clock->either_half == row.either);
  }
}

TEST_CASE("a day before or behind a clock time") {
  CHECK(parse_clock_time("tomorrow 9:00 AM")->days == 1);
  CHECK(parse_clock_time("9am tomorrow")->days == 1);
  CHECK(parse_clock_time("Today, 13:00")->days == 0);
  CHECK(parse_clock_time("yesterday at 5 PM")->days == -1);
  CHECK(parse_clock_time("Wednesday 10:00")->weekday == std::chrono::Wednesday);
  CHECK(parse_clock_time("10:00 on Wed")->weekday == std::chrono::Wednesday);
  CHECK(parse_clock_time("Tonight 00:15") == parse_clock_time("00:15"));
  CHECK_FALSE(parse_clock_time("someday 10:00"));
}

TEST_CASE("what a clock time means after an instant, on clocks of 24 and of 12 hours") {
  struct Row {
    const char* text;
    const char* after;
    const char* of_24;
    const char* of_12;
  };
  const Row rows[] = {
      {"1:00", "04T12:30", "05T01:00", "04T13:00"},          {"1:00", "04T13:00", "05T01:00", "05T01:00"},
      {"13:00", "04T12:30", "04T13:00", "04T13:00"},         {"01:00", "04T12:30", "05T01:00", "05T01:00"},
      {"3:30", "04T13:05", "05T03:30", "04T15:30"},          {"12:10", "04T23:50", "05T12:10", "05T00:10"},
      {"12:10", "04T11:50", "04T12:10", "04T12:10"},         {"12:10am", "04T11:50", "05T00:10", "05T00:10"},
      {"midnight", "04T23:59", "05T00:00", "05T00:00"},      {"24:00", "04T09:00", "05T00:00", "05T00:00"},
      {"9:00 tomorrow", "04T13:05", "05T09:00", "05T09:00"}, {"Thursday 9:00", "04T13:05", "06T09:00", "06T09:00"},
      {"Tuesday 15:00", "04T13:05", "04T15:00", "04T15:00"}, {"today 1:00", "04T13:05", "04T01:00", "04T13:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const ClockTime clock = parse_clock_time(row.text).value();
    CHECK(words(reading_after({kZone, false}, clock, at(row.after), at(row.after))) == row.of_24);
    CHECK(words(reading_after({kZone, true}, clock, at(row.after), at(row.after))) == row.of_12);
  }
}

TEST_CASE("the instants a clock time can mean on a day, earliest first") {
  const auto on = [](const char* text, bool twelve) {
    std::string out;
    for (const Instant one :
         readings_on({kZone, twelve}, parse_clock_time(text).value(), at("05T18:00"), at("04T12:00")))
      out += words(one) + ' ';
    return out;
  };
  CHECK(on("1:00", false) == "05T01:00 ");
  CHECK(on("1:00", true) == "05T01:00 05T13:00 ");
  CHECK(on("12:30", true) == "05T00:30 05T12:30 ");
  CHECK(on("1:00 PM", true) == "05T13:00 ");
  CHECK(on("today 1:00 PM", true) == "04T13:00 ");
}
