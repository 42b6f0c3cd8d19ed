// SPDX-License-Identifier: MIT
#include "commands/findings.hpp"

#include <doctest/doctest.h>

#include "layout/layout.hpp"
#include "layout/type/fake_measure.hpp"
#include "view/sign_input.hpp"

using namespace placard;
using namespace placard::test;

namespace {

using Lines = std::vector<std::string>;

Lines found(const Schedule& schedule, const Lines& shown = {}, const Lines& everywhere = {}) {
  FakeMeasure measure;
  measure.missing = U"🎉☃";
  Lines out;
  for (const Finding& finding : schedule_findings(schedule, shown, everywhere, measure)) out.push_back(finding.what);
  return out;
}

// What a frame of one session with this title gives to look at.
Lines found_on_glass(const std::string& title, std::optional<double> distance, int width = 800, int height = 480) {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | " + title});
  const View view = view_at(sign_of(schedule), moment("13:05"));
  const Panel panel{width, height, 153.0};
  const FakeMeasure measure;
  Lines out;
  for (const Finding& finding : frame_findings(view, lay_out(view, panel, dark_theme(), measure), panel, distance)) {
    out.push_back(finding.what);
  }
  return out;
}

}  // namespace

TEST_CASE("sessions of one room at the same time; back to back, elsewhere or cancelled they are none") {
  CHECK(found(programme(
            {"Hall | 13:00 - 13:31 | Alpha", "Hall | 13:30 - 14:00 | Beta", "Hall | 13:45 - 14:30 | Gamma"})) ==
        Lines{"In Hall \"Beta\" begins before \"Alpha\" has ended.",
              "In Hall \"Gamma\" begins before \"Beta\" has ended."});
  CHECK(found(programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:30 - 14:00 | Beta", "Foyer | 13:00 - 13:30 | Gamma",
                         "Hall | 13:10 - 13:40 | Delta | cancelled"}))
            .empty());
  // An end nobody wrote contradicts nothing; a start within a written one does, whatever its own end.
  CHECK(found(programme({"Hall, Foyer | 13:00 - | Alpha", "Foyer | 13:05 - 13:06 | Beta", "Hall | 13:10 - | Gamma"}))
            .empty());
  CHECK(found(programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:20 - | Beta"})) ==
        Lines{"In Hall \"Beta\" begins before \"Alpha\" has ended."});
  // A short one within a long one does not hide what follows.
  CHECK(found(programme(
            {"Hall | 13:00 - 15:00 | Long", "Hall | 13:10 - 13:20 | Short", "Hall | 14:00 - 14:30 | Third"})) ==
        Lines{"In Hall \"Short\" begins before \"Long\" has ended.",
              "In Hall \"Third\" begins before \"Long\" has ended.",
              "In Hall \"Long\" lasts 2 h 00 min and outlasts several later sessions, as \"Short\" and \"Third\". See "
              "whether its end is right."});
}

TEST_CASE(
    "what outlasts several later sessions of its room is told; one, cancelled ones or other rooms' are no reason") {
  const auto told = [](std::vector<std::string> sessions) {
    const Lines all = found(programme(sessions));
    return std::any_of(all.begin(), all.end(),
                       [](const std::string& what) { return what.find("outlasts several") != std::string::npos; });
  };
  CHECK(told({"Hall | 10:00 - 23:00 | Long", "Hall | 11:00 - 12:00 | A", "Hall | 12:00 - 23:00 | B"}));
  CHECK_FALSE(told({"Hall | 10:00 - 13:00 | Long", "Hall | 11:00 - 12:00 | A", "Hall | 12:30 - 14:00 | B"}));
  CHECK_FALSE(told({"Hall | 10:00 - 13:00 | Long", "Hall | 11:00 - 12:00 | A", "Foyer | 12:00 - 13:00 | B"}));
  CHECK_FALSE(
      told({"Hall | 10:00 - 13:00 | Long", "Hall | 11:00 - 12:00 | A", "Hall | 12:00 - 13:00 | B | cancelled"}));
  CHECK_FALSE(told({"Hall | 10:00 - 12:00 | Long", "Hall | 10:00 - 11:00 | A", "Hall | 10:00 - 11:30 | B"}));
}

TEST_CASE("hours without a session between two of a day; a night, a lunch for all, a room for all is no gap") {
  CHECK(found(programme(
            {"Hall | 10:00 - 11:00 | Alpha", "Hall | 13:30 - 14:00 | Beta", "Hall | 16:00 - 16:30 | Gamma"})) ==
        Lines{"In Hall nothing is planned for 2 h 30 min before \"Beta\"."});
  const auto gap = programme({"Hall | 10:00 - 11:00 | Lunch", "Hall | 15:00 - 15:30 | Party"});
  CHECK(found(gap).size() == 1);
  CHECK(found(gap, {}, {"Hall"}).empty());
  CHECK(found(programme({"Hall | 10:00 - 11:00 | Alpha", "Hall | 18:00 - 18:30 | Beta"})).empty());
  CHECK(found(programme({"Hall | 10:00 - 11:00 | Alpha", "* | 12:00 - 13:00 | Lunch", "Hall | 13:30 - 14:00 | Beta"}))
            .empty());
}

TEST_CASE("names that a person may have meant to be one") {
  struct Row {
    const char* a;
    const char* b;
    bool near;
  };
  const Row rows[] = {{"Golden Gate A", "Golden Gate B", false},
                      {"Golden Gate A", "Golden Gate  a", false},  // the same name
                      {"Golden Gate A", "Golden-Gate A", true},
                      {"Room 2-3", "Room 2–3", true},
                      {"Room 21", "Room 22", false},
                      {"Machine Learning", "Machine Learing", true},
                      {"Machine Learning", "Deep Learning", false},
                      {"LLMs", "vLLM", false},
                      {"Hall", "Halls", false},  // too short to tell
                      {"Auditorium", "Auditorum", true},
                      {"Auditorium One", "Auditorum Two", false}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.a));
    CAPTURE(std::string(row.b));
    CHECK(nearly_match(row.a, row.b) == row.near);
    CHECK(nearly_match(row.b, row.a) == row.near);
  }
  Schedule schedule = programme({"Auditorium | 13:00 - 13:30 | Alpha", "Auditorum | 13:00 - 13:30 | Beta"});
  schedule.sessions[0].track = "Reinforcement";
  schedule.sessions[1].track = "Re-inforcement";
  CHECK(found(schedule) == Lines{"Two rooms are nearly the same: \"Auditorium\" and \"Auditorum\".",
                                 "Two tracks are nearly the same: \"Re-inforcement\" and \"Reinforcement\"."});
}

TEST_CASE("characters that no face has are named once, with the session") {
  Schedule schedule = programme({"Hall | 13:00 - 13:30 | Party 🎉 now ☃", "Hall | 14:00 - 14:30 | Another 🎉"});
  CHECK(found(schedule) == Lines{"No installed font has ☃ U+2603 🎉 U+1F389, as in \"Party 🎉 now ☃\"; it is left out."});
}

TEST_CASE("rooms that no sign shows") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "Foyer | 13:00 - 13:30 | Beta"});
  CHECK(found(schedule, {"hall"}) == Lines{"No sign shows the room \"Foyer\"."});
  CHECK(found(schedule, {"hall", "Foyer"}).empty());
}

TEST_CASE("titles cut short, and titles that don't reach as far as they should") {
  const std::string longest(40, 'W');
  std::string many;
  for (int i = 0; i < 12; ++i) many += longest + " ";
  CHECK(found_on_glass("Alpha", std::nullopt).empty());
  REQUIRE(found_on_glass(many, std::nullopt).size() == 1);
  CHECK(found_on_glass(many, std::nullopt).front().starts_with("The title is cut short: \"WWWW"));
  CHECK(found_on_glass("Alpha", 0.7).empty());
  // By its smallest: the times are smaller than the room's name, and that than the title.
  CHECK(found_on_glass("Alpha", 0.8) == Lines{"The times read from 0.7 m, not from 0.8 m."});
  CHECK(found_on_glass("Alpha", 9.0) == Lines{"The title reads from 1.8 m, not from 9.0 m: \"Alpha\".",
                                              "The room's name reads from 1.0 m, not from 9.0 m.",
                                              "The times read from 0.7 m, not from 9.0 m."});
}
