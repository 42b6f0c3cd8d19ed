// SPDX-License-Identifier: MIT
// What is told of talks that are given more than once, or that share an id or a title.
#include <doctest/doctest.h>

#include "schedule/told_changes.hpp"

using namespace placard;
using namespace placard::test;

namespace {

struct Row {
  const char* name;
  Lines after;
  Lines told;
};

const Lines kDay = {"Hall | 13:00 - 13:30 | Alpha", "Hall | 14:00 - 14:30 | Beta", "Foyer | 13:00 - 13:30 | Gamma"};

}  // namespace

TEST_CASE("of a title that nobody speaks for, what is at the same time or in the same room is the same; else a doubt") {
  const Lines one = {"Hall | 14:00 - 14:30 | Open space"};
  const Lines two = {one[0], "Foyer | 15:00 - 15:30 | Open space"};
  struct Titled {
    const char* name;
    Lines before, after, told;
  };
  const Titled rows[] = {
      {"two new ones, one at the same time",
       one,
       {"Foyer | 14:00 - 14:30 | Open space", "Annexe | 15:00 - 15:30 | Open space"},
       {"Open space from Hall moved to Foyer"}},
      {"two new ones, one in the same room",
       one,
       {"Hall | 15:30 - 16:00 | Open space", "Annexe | 15:00 - 15:30 | Open space"},
       {"Open space from Hall now at 15:30"}},
      {"two new ones, both elsewhere",
       one,
       {"Foyer | 16:00 - 16:30 | Open space", "Annexe | 15:00 - 15:30 | Open space"},
       {}},
      {"two for two, nothing in common",
       two,
       {"Tent | 16:00 - 16:30 | Open space", "Annexe | 15:30 - 16:00 | Open space"},
       {}},
      {"fewer than before, nothing in common",
       two,
       {"Tent | 16:00 - 16:30 | Open space"},
       {"Open space from Hall vanished", "Open space from Foyer vanished"}},
      {"another speaker in the other room is another", {one[0], two[1]}, {two[1]}, {"Open space from Hall vanished"}},
  };
  for (const Titled& row : rows) {
    CAPTURE(std::string(row.name));
    const auto with_rooms = [](Lines lines) {
      lines.insert(lines.end(), {"Hall | 09:00 - 09:30 | Alpha", "Foyer | 09:00 - 09:30 | Gamma"});
      return without_ids(programme(lines));
    };
    CHECK(told(changes_to_announce({}, with_rooms(row.before), with_rooms(row.after), moment("12:00"))) == row.told);
  }
}

TEST_CASE("a slot that was there before is nobody's new place: what is gone is gone") {
  // As ids of their own, as one id, and without.
  const Lines twice = {"Hall | 13:00 - 13:30 | Alpha", "Foyer | 15:00 - 15:30 | Alpha", "Hall | 14:00 - 14:30 | Beta"};
  for (const char* ids : {"own", "one", "none"}) {
    CAPTURE(std::string(ids));
    Schedule before = programme(twice);
    for (std::size_t i = 0; i < before.sessions.size(); ++i) {
      if (std::string(ids) == "own") before.sessions[i].id += std::to_string(i);
      if (std::string(ids) == "none") before.sessions[i].id.clear();
    }
    for (const std::size_t gone : {0, 1}) {
      Schedule after = before;
      after.sessions.erase(after.sessions.begin() + static_cast<std::ptrdiff_t>(gone));
      const Lines expected = {gone == 0 ? "Alpha from Hall vanished" : "Alpha from Foyer vanished"};
      CHECK(told(changes_to_announce({}, before, after, moment("12:00"))) == expected);
      // An id given anew to the slot that stays moves nobody.
      Schedule renumbered = after;
      for (Session& session : renumbered.sessions) {
        if (session.title == "Alpha") session.id = before.sessions[gone].id;
      }
      CHECK(told(changes_to_announce({}, before, renumbered, moment("12:00"))) == expected);
    }
  }
}

TEST_CASE("an entry that stands there twice is one") {
  const Lines alone = {"Hall | 14:00 - 14:30 | Beta"};
  const Lines twice = {alone[0], alone[0]};
  const Lines moved = {"Foyer | 15:00 - 15:30 | Beta"};
  for (const bool ids : {true, false}) {
    CAPTURE(ids);
    const auto changes = [ids](const Lines& before, const Lines& after) {
      const Schedule was = programme(before);
      const Schedule is = programme(after);
      return told(changes_to_announce({}, ids ? was : without_ids(was), ids ? is : without_ids(is), moment("12:00")));
    };
    CHECK(changes(twice, alone).empty());
    CHECK(changes(alone, twice).empty());
    CHECK(changes(twice, {}) == Lines{"Beta from Hall vanished"});
    CHECK(changes(twice, moved) == Lines{"Beta from Hall moved to Foyer, now at 15:00"});
    CHECK(changes(twice, {moved[0], moved[0]}) == Lines{"Beta from Hall moved to Foyer, now at 15:00"});
  }
}

TEST_CASE(
    "a talk given more than once: what stands where it stood has not changed, the rest pairs by what differs least") {
  const Lines twice = {"Hall | 13:00 - 13:30 | Alpha", "Foyer | 15:00 - 15:30 | Alpha", "Hall | 14:00 - 14:30 | Beta",
                       "Foyer | 14:00 - 14:30 | Gamma"};
  const Row rows[] = {
      {"nothing", twice, {}},
      {"in another order", {twice[1], twice[0], twice[2], twice[3]}, {}},
      {"once only", {twice[0], twice[2], twice[3]}, {"Alpha from Foyer vanished"}},
      {"one of them later",
       {twice[0], "Foyer | 16:00 - 16:30 | Alpha", twice[2], twice[3]},
       {"Alpha from Foyer now at 16:00"}},
      {"one of them elsewhere",
       {twice[0], "Tent | 15:00 - 15:30 | Alpha", twice[2], twice[3]},
       {"Alpha from Foyer moved to Tent"}},
      {"both later",
       {"Hall | 13:30 - 14:00 | Alpha", "Foyer | 16:00 - 16:30 | Alpha", twice[2], twice[3]},
       {"Alpha from Hall now at 13:30", "Alpha from Foyer now at 16:00"}},
      {"the rooms exchanged",
       {"Foyer | 13:00 - 13:30 | Alpha", "Hall | 15:00 - 15:30 | Alpha", twice[2], twice[3]},
       {"Alpha from Hall moved to Foyer", "Alpha from Foyer moved to Hall"}},
      {"one gone, one later",
       {"Foyer | 16:00 - 16:30 | Alpha", twice[2], twice[3]},
       {"Alpha from Hall vanished", "Alpha from Foyer now at 16:00"}},
      {"one gone, one elsewhere and later",
       {"Tent | 16:00 - 16:30 | Alpha", twice[2], twice[3]},
       {"Alpha from Hall vanished", "Alpha from Foyer moved to Tent, now at 16:00"}},
      {"both elsewhere and later: in order of time",
       {"Tent | 17:00 - 17:30 | Alpha", "Annexe | 16:00 - 16:30 | Alpha", twice[2], twice[3]},
       {"Alpha from Hall moved to Annexe, now at 16:00", "Alpha from Foyer moved to Tent, now at 17:00"}},
      {"three times", {twice[0], twice[1], "Foyer | 17:00 - 17:30 | Alpha", twice[2], twice[3]}, {}},
      {"not at all", {twice[2], twice[3]}, {"Alpha from Hall vanished", "Alpha from Foyer vanished"}},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    CHECK(told(changes_to_announce({}, programme(twice), programme(row.after), moment("12:00"))) == row.told);
    // Without an id its speaker tells.
    Schedule before = without_ids(programme(twice));
    Schedule after = without_ids(programme(row.after));
    for (Schedule* schedule : {&before, &after}) {
      for (Session& session : schedule->sessions) session.speakers = {"A. Person"};
    }
    CHECK(told(changes_to_announce({}, before, after, moment("12:00"))) == row.told);
  }
  CHECK(changes_to_announce({}, programme({twice[0], twice[2], twice[3]}), programme(twice), moment("12:00")).empty());
}

TEST_CASE("twice in one room, and on several days") {
  const Lines days = {"Hall | 11-04 14:00 - 11-04 14:30 | Yoga", "Hall | 11-05 14:00 - 11-05 14:30 | Yoga",
                      "Hall | 11-06 14:00 - 11-06 14:30 | Yoga"};
  const Lines day = {"Hall | 13:00 - 13:30 | Yoga", "Hall | 16:30 - 17:00 | Yoga"};
  struct Given {
    const char* name;
    Lines before, after, told;
  };
  const Given rows[] = {
      {"the first gone", day, {day[1]}, {"Yoga from Hall vanished"}},
      {"the first later", day, {"Hall | 13:30 - 14:00 | Yoga", day[1]}, {"Yoga from Hall now at 13:30"}},
      {"the first past the second", day, {day[1], "Hall | 18:00 - 18:30 | Yoga"}, {"Yoga from Hall now at 18:00"}},
      {"both later",
       day,
       {"Hall | 14:00 - 14:30 | Yoga", "Hall | 17:00 - 17:30 | Yoga"},
       {"Yoga from Hall now at 14:00", "Yoga from Hall now at 17:00"}},
      {"one of both, later: the nearer one",
       day,
       {"Hall | 17:00 - 17:30 | Yoga"},
       {"Yoga from Hall vanished", "Yoga from Hall now at 17:00"}},
      {"one more", day, {day[0], day[1], "Hall | 15:00 - 15:30 | Yoga"}, {}},
      {"one day gone", days, {days[1], days[2]}, {"Yoga from Hall vanished"}},
      {"one day elsewhere",
       days,
       {"Tent | 11-04 14:00 - 11-04 14:30 | Yoga", days[1], days[2]},
       {"Yoga from Hall moved to Tent"}},
      {"all an hour later",
       days,
       {"Hall | 11-04 15:00 - 11-04 15:30 | Yoga", "Hall | 11-05 15:00 - 11-05 15:30 | Yoga",
        "Hall | 11-06 15:00 - 11-06 15:30 | Yoga"},
       {"Yoga from Hall now at 15:00", "Yoga from Hall now at 15:00", "Yoga from Hall now at 15:00"}},
  };
  for (const Given& row : rows) {
    CAPTURE(std::string(row.name));
    CHECK(told(changes_to_announce({}, programme(row.before), programme(row.after), moment("12:00"))) == row.told);
  }
}

TEST_CASE("an id that different talks share is no talk's own") {
  const auto shared = [](const Lines& lines) {
    Schedule schedule = programme(lines);
    for (Session& session : schedule.sessions) session.id = "0";
    return schedule;
  };
  const Schedule before = shared(kDay);
  CHECK(told(changes_to_announce({}, before, shared({kDay[0], kDay[2], "Hall | 15:00 - 15:30 | Delta"}),
                                 moment("12:00"))) == Lines{"Beta from Hall vanished"});
  CHECK(told(changes_to_announce({}, before, shared({kDay[0], kDay[2], "Hall | 15:00 - 15:30 | Beta"}),
                                 moment("12:00"))) == Lines{"Beta from Hall now at 15:00"});
}

TEST_CASE("one slot of a talk that changes again and again is told from where it was; the other stays as it is") {
  const Lines second = {"Hall | 16:00 - 16:30 | Alpha"};
  const auto with = [&second](const std::string& line) { return programme({line, second[0]}); };
  const Schedule one = with("Hall | 13:00 - 13:30 | Alpha");
  const Schedule two = with("Hall | 13:30 - 14:00 | Alpha");
  const Schedule three = with("Foyer | 14:00 - 14:30 | Alpha");
  const auto once = changes_to_announce({}, one, two, moment("12:00"));
  const auto twice = changes_to_announce(once, two, three, moment("12:10"));
  CHECK(told(once) == Lines{"Alpha from Hall now at 13:30"});
  CHECK(told(twice) == Lines{"Alpha from Hall moved to Foyer, now at 14:00"});
  CHECK(told(changes_to_announce(twice, three, programme(second), moment("12:20"))) ==
        Lines{"Alpha from Hall vanished", "Alpha from Foyer vanished"});
  CHECK(told(changes_to_announce(twice, three, one, moment("12:20"))) ==
        Lines{"Alpha from Foyer moved to Hall, now at 13:00"});
  CHECK(told(changes_to_announce(twice, three, programme({"Foyer | 14:00 - 14:30 | Alpha"}), moment("12:20"))) ==
        Lines{"Alpha from Hall moved to Foyer, now at 14:00", "Alpha from Hall vanished"});
}
