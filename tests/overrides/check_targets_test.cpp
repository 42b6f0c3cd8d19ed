// SPDX-License-Identifier: MIT
#include "overrides/check_targets.hpp"

#include <doctest/doctest.h>

#include "overrides/known.hpp"

using namespace placard;
using namespace placard::test;

namespace {

std::vector<std::string> complaints(const std::vector<std::string>& entries, bool with_feed = true) {
  static const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "Foyer | 13:00 - 13:30 | Beta"});
  const KnownTargets known_ones{
      {"hall", "foyer"}, {"Hall", "Foyer"}, with_feed ? &schedule : nullptr, los_angeles(), [](Instant instant) {
        return los_angeles().format(instant).substr(11, 5);
      }};
  Overrides overrides;
  for (const LoadedOverride& one : known(entries)) overrides.push_back(one.entry);
  std::vector<std::string> out;
  for (const Problem& problem : check_targets(overrides, known_ones, "overrides.json")) {
    CHECK(problem.severity == Severity::warning);
    CHECK(problem.line > 0);
    out.push_back(problem.what);
  }
  return out;
}

}  // namespace

TEST_CASE("what nobody knows is named, with the nearest name") {
  struct Row {
    std::string entry;
    std::string complaint;  // "": none
  };
  const Row rows[] = {
      {R"({"signs": ["hal"], "message": "x", "level": "notice"})", "No sign is called \"hal\". Did you mean \"hall\"?"},
      {R"({"signs": ["h*"], "message": "x", "level": "notice"})", ""},
      {R"({"signs": ["x*"], "message": "x", "level": "notice"})", "No sign is called \"x*\"."},
      {R"({"rooms": ["Foyerr"], "full": true})", "No room is called \"Foyerr\". Did you mean \"Foyer\"?"},
      {R"({"rooms": ["FOYER"], "delay_minutes": 5})", ""},
      {R"({"session": {"id": "Alphas"}, "full": true})", "No session has the id \"Alphas\". Did you mean \"Alpha\"?"},
      {R"({"session": {"title": "Betta"}, "full": true})", "No session is called \"Betta\". Did you mean \"Beta\"?"},
      {R"({"session": {"title": "beta"}, "full": true})", ""},
      {R"({"session": {"title": "Beta", "room": "Foyer"}, "full": true})", ""},
      {R"({"session": {"title": "Beta", "room": "Hall"}, "full": true})",
       "\"Beta\" is not in \"Hall\". It is in Foyer at 13:00."},
      {R"({"session": {"title": "Beta", "start": "2025-11-04T14:00"}, "full": true})",
       "\"Beta\" is not at 14:00. It is in Foyer at 13:00."},
      {R"({"session": {"title": "alph"}, "full": true})", "No session is called \"alph\". Did you mean \"Alpha\"?"},
      {R"({"session": {"room": "Hal", "start": "2025-11-04T13:00"}, "full": true})",
       "No room is called \"Hal\". Did you mean \"Hall\"?"},
      {R"({"session": {"room": "Hall", "start": "2025-11-04T13:05"}, "full": true})",
       "No session was published for \"Hall\" at 13:05. The nearest starts at 13:00."},
      {R"({"session": {"id": "Alpha"}, "move_to": "Foyeur"})", "No room is called \"Foyeur\". Did you mean \"Foyer\"?"},
      {R"({"session": {"id": "Alpha"}, "move_to": "foyer"})", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.entry);
    const auto found = complaints({row.entry});
    CHECK(found == (row.complaint.empty() ? std::vector<std::string>{} : std::vector<std::string>{row.complaint}));
  }
}

TEST_CASE("without the whole feed rooms and sessions are not checked, signs are") {
  CHECK(complaints({R"({"session": {"id": "Alphas"}, "full": true})"}, false).empty());
  CHECK(complaints({R"({"session": {"id": "Alpha"}, "move_to": "Foyeur"})"}, false).empty());
  CHECK(complaints({R"({"rooms": ["Other House"], "full": true})"}, false).empty());
  CHECK(complaints({R"({"signs": ["hal"], "message": "x", "level": "notice"})"}, false).size() == 1);
}

TEST_CASE("an id used twice is named at the second entry") {
  const auto found = complaints({R"({"id": "a", "message": "x", "level": "notice"})",
                                 R"({"id": "a", "message": "y", "level": "notice"})",
                                 R"({"message": "z", "level": "notice"})", R"({"message": "z", "level": "notice"})"});
  CHECK(found == std::vector<std::string>{"Another entry has the id \"a\" too."});
}

TEST_CASE("a title or an id that several sessions have is named with them; room and start tell which") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Quiz", "Foyer | 13:00 - 13:30 | Quiz",
                                       "Foyer | 15:00 - 15:30 | Quiz", "* | 12:00 - 13:00 | Lunch"});
  const KnownTargets targets{{}, {"Hall", "Foyer"}, &schedule, los_angeles(), [](Instant instant) {
                               return los_angeles().format(instant).substr(11, 5);
                             }};
  const auto told = [&targets](const std::string& target) {
    Overrides overrides;
    for (const LoadedOverride& one : known({R"({"session": )" + target + R"(, "cancelled": true})"})) {
      overrides.push_back(one.entry);
    }
    const Problems problems = check_ambiguous(overrides, targets, "overrides.json");
    return problems.empty() ? "" : problems.front().what;
  };
  const std::string three = "3 sessions are meant by \"Quiz\": in Hall at 13:00, in Foyer at 13:00, in Foyer at 15:00.";
  CHECK(told(R"({"title": "Quiz"})") == three);
  CHECK(told(R"({"id": "Quiz"})") == three);
  CHECK(told(R"({"title": "Quiz", "room": "Hall"})").empty());
  CHECK(told(R"({"title": "Lunch"})").empty());
  CHECK(told(R"({"title": "Dinner"})").empty());
}
