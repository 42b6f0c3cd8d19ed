// SPDX-License-Identifier: MIT
#include "schedule/feed_changes.hpp"

#include <doctest/doctest.h>

#include "schedule/announced_schedule.hpp"
#include "schedule/told_changes.hpp"

using namespace placard;
using namespace placard::test;

namespace {

const Lines kBefore = {"Hall | 13:00 - 13:30 | Alpha", "Hall | 14:00 - 14:30 | Beta", "Foyer | 13:00 - 13:30 | Gamma"};

struct Row {
  const char* name;
  Lines after;
  Lines told;
};

const Row kRows[] = {
    {"nothing", kBefore, {}},
    {"one is gone", {kBefore[0], kBefore[2]}, {"Beta from Hall vanished"}},
    {"another came", {kBefore[0], kBefore[1], kBefore[2], "Hall | 15:00 - 15:30 | Delta"}, {}},
    {"another room", {kBefore[0], "Foyer | 14:00 - 14:30 | Beta", kBefore[2]}, {"Beta from Hall moved to Foyer"}},
    {"another time", {kBefore[0], "Hall | 14:30 - 15:00 | Beta", kBefore[2]}, {"Beta from Hall now at 14:30"}},
    {"another end only", {kBefore[0], "Hall | 14:00 - 15:00 | Beta", kBefore[2]}, {}},
    {"room and time",
     {kBefore[0], "Foyer | 15:00 - 15:30 | Beta", kBefore[2]},
     {"Beta from Hall moved to Foyer, now at 15:00"}},
    {"a second room", {kBefore[0], "Hall, Foyer | 14:00 - 14:30 | Beta", kBefore[2]}, {}},
    {"cancelled: the feed says so itself", {kBefore[0], kBefore[1] + " | cancelled", kBefore[2]}, {}},
    {"for everybody now", {kBefore[0], "* | 14:00 - 14:30 | Beta", kBefore[2]}, {}},
    {"the room is renamed",
     {"Grand Hall | 13:00 - 13:30 | Alpha", "Grand Hall | 14:00 - 14:30 | Beta", kBefore[2]},
     {}},
    // A room whose sessions went to several places, or to another time, was not renamed.
    {"the room is given up for two new ones",
     {"Annexe | 13:00 - 13:30 | Alpha", "Tent | 14:00 - 14:30 | Beta", kBefore[2]},
     {"Alpha from Hall moved to Annexe", "Beta from Hall moved to Tent"}},
    {"the room is given up for a new one, at another time",
     {"Annexe | 13:00 - 13:30 | Alpha", "Annexe | 15:00 - 15:30 | Beta", kBefore[2]},
     {"Alpha from Hall moved to Annexe", "Beta from Hall moved to Annexe, now at 15:00"}},
    {"the room is given up for two at once",
     {"Annexe, Tent | 13:00 - 13:30 | Alpha", "Annexe, Tent | 14:00 - 14:30 | Beta", kBefore[2]},
     {"Alpha from Hall moved to Annexe", "Beta from Hall moved to Annexe"}},
    {"the room is given up for one that was there",
     {"Foyer | 13:00 - 13:30 | Alpha", "Foyer | 14:00 - 14:30 | Beta", kBefore[2]},
     {"Alpha from Hall moved to Foyer", "Beta from Hall moved to Foyer"}},
    {"the room is given up, and its talks are for everybody",
     {"* | 13:00 - 13:30 | Alpha", "* | 14:00 - 14:30 | Beta", kBefore[2]},
     {}},
};

}  // namespace

TEST_CASE("what an update took away, by the sessions' ids") {
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.name));
    CHECK(told(changes_to_announce({}, programme(kBefore), programme(row.after), moment("12:00"))) == row.told);
  }
}

TEST_CASE("rooms are renamed by their ids only when their names are gone") {
  Schedule before = programme(kBefore);
  before.rooms = {{"Hall", "1"}, {"Foyer", "2"}};
  Schedule renamed = before;
  renamed.rooms[0].name = "Grand Hall";
  CHECK(changes_to_announce({}, before, renamed, moment("12:00")).empty());
  // One id for two rooms says nothing.
  before.rooms[1].id = "1";
  CHECK(changes_to_announce({}, before, before, moment("12:00")).empty());
}

TEST_CASE("without ids, or with new ones, the title and the speakers tell") {
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.name));
    const Schedule before = without_ids(programme(kBefore));
    CHECK(told(changes_to_announce({}, before, without_ids(programme(row.after)), moment("12:00"))) == row.told);
    Schedule renumbered = programme(row.after);
    for (Session& session : renumbered.sessions) session.id = "new " + session.id;
    CHECK(told(changes_to_announce({}, programme(kBefore), renumbered, moment("12:00"))) == row.told);
  }
}

TEST_CASE("who leaves one of several rooms is told there alone; a room more is no change") {
  const Lines both = {"Hall, Foyer | 14:00 - 14:30 | Beta"};
  const Row rows[] = {
      {"into the one it keeps", {"Foyer | 14:00 - 14:30 | Beta"}, {"Beta from Hall moved to Foyer"}},
      {"for another", {"Foyer, Annexe | 14:00 - 14:30 | Beta"}, {"Beta from Hall moved to Foyer"}},
      {"one more", {"Hall, Foyer, Annexe | 14:00 - 14:30 | Beta"}, {}},
      {"out of both", {"Annexe | 14:00 - 14:30 | Beta"}, {"Beta from Hall+Foyer moved to Annexe"}},
      {"and later", {"Foyer | 15:00 - 15:30 | Beta"}, {"Beta from Hall moved to Foyer, now at 15:00"}},
      {"later in both", {"Hall, Foyer | 15:00 - 15:30 | Beta"}, {"Beta from Hall+Foyer now at 15:00"}},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    // Hall and Foyer are still there.
    Lines before = both, after = row.after;
    for (Lines* lines : {&before, &after}) {
      lines->insert(lines->end(), {"Hall | 09:00 - 09:30 | Alpha", "Foyer | 09:00 - 09:30 | Gamma"});
    }
    CHECK(told(changes_to_announce({}, programme(before), programme(after), moment("12:00"))) == row.told);
  }
}

TEST_CASE("another title with the same id is no change of place; another speaker at the same place neither") {
  const Schedule before = programme(kBefore);
  Schedule after = before;
  after.sessions[1].title = "Beta, revised";
  CHECK(changes_to_announce({}, before, after, moment("12:00")).empty());
  Schedule other_speaker = without_ids(before);
  other_speaker.sessions[1].speakers = {"A. Person"};
  CHECK(changes_to_announce({}, without_ids(before), other_speaker, moment("12:00")).empty());
}

TEST_CASE("what has begun does not vanish, and what is over does not change") {
  const Schedule gone = programme({kBefore[2]});
  struct Step {
    const char* at;
    Lines told;
  };
  const Step steps[] = {{"12:59:59", {"Alpha from Hall vanished", "Beta from Hall vanished"}},
                        {"13:00", {"Beta from Hall vanished"}},
                        {"13:59:59", {"Beta from Hall vanished"}},
                        {"14:00", {}}};
  for (const Step& step : steps) {
    CAPTURE(std::string(step.at));
    CHECK(told(changes_to_announce({}, programme(kBefore), gone, moment(step.at))) == step.told);
  }
  const Schedule moved = programme({"Foyer | 13:00 - 13:30 | Alpha", kBefore[1], kBefore[2]});
  CHECK(changes_to_announce({}, programme(kBefore), moved, moment("13:29:59")).size() == 1);
  CHECK(changes_to_announce({}, programme(kBefore), moved, moment("13:30")).empty());
}

TEST_CASE("breaks and sessions for every room are not missed") {
  Schedule before = programme({"Hall | 14:00 - 14:30 | Coffee", "* | 15:00 - 15:30 | Party"});
  before.sessions[0].is_break = true;
  CHECK(changes_to_announce({}, before, Schedule{}, moment("12:00")).empty());
}

TEST_CASE("update after update: told from where it was first and from where it stood since, until it is back there") {
  const Schedule first = programme(kBefore);
  const Schedule second = programme({kBefore[0], "Foyer | 14:00 - 14:30 | Beta", kBefore[2]});
  const Schedule third = programme({kBefore[0], "Annexe | 14:00 - 14:30 | Beta", kBefore[2]});
  const Schedule gone = programme({kBefore[0], kBefore[2]});
  const auto one = changes_to_announce({}, first, second, moment("12:00"));
  const auto two = changes_to_announce(one, second, third, moment("12:10"));
  CHECK(told(two) == Lines{"Beta from Hall moved to Annexe", "Beta from Foyer moved to Annexe"});
  CHECK(told(changes_to_announce(two, third, third, moment("12:20"))) == told(two));
  CHECK(told(changes_to_announce(two, third, gone, moment("12:20"))) ==
        Lines{"Beta from Hall vanished", "Beta from Foyer vanished", "Beta from Annexe vanished"});
  CHECK(told(changes_to_announce(two, third, first, moment("12:20"))) ==
        Lines{"Beta from Foyer moved to Hall", "Beta from Annexe moved to Hall"});
  CHECK(told(changes_to_announce(two, third, second, moment("12:20"))) ==
        Lines{"Beta from Hall moved to Foyer", "Beta from Annexe moved to Foyer"});
  CHECK(changes_to_announce(two, third, third, moment("14:30")).empty());
}

TEST_CASE("a speaker more does not make another talk of the only one of its title; other speakers do") {
  const auto edition = [](const char* room, std::vector<std::string> speakers) {
    Schedule schedule = programme({std::string(room) + " | 14:00 - 14:30 | Beta", "Hall | 16:00 - 16:30 | Delta"});
    for (Session& session : schedule.sessions) session.id.clear();
    schedule.sessions[0].speakers = std::move(speakers);
    return schedule;
  };
  const Schedule before = edition("Hall", {"Ada"});
  const auto after = [&](std::vector<std::string> speakers) {
    return told(changes_to_announce({}, before, edition("Foyer", std::move(speakers)), moment("12:00")));
  };
  CHECK(after({"ADA", "Bea"}) == Lines{"Beta from Hall moved to Foyer"});
  CHECK(after({"Bea"}) == Lines{"Beta from Hall vanished"});
}

TEST_CASE("what was told to be gone stays told until it would have ended, through updates of something else") {
  const Schedule first = programme(kBefore);
  const Schedule gone = programme({kBefore[0], kBefore[2]});
  const Schedule other = programme({kBefore[0], kBefore[2], "Hall | 16:00 - 16:30 | Delta"});
  const auto one = changes_to_announce({}, first, gone, moment("12:00"));
  CHECK(told(changes_to_announce(one, gone, other, moment("14:10"))) == Lines{"Beta from Hall vanished"});
  CHECK(changes_to_announce(one, gone, other, moment("14:30")).empty());
  // Back at another time, or elsewhere.
  CHECK(told(changes_to_announce(one, gone, programme({kBefore[0], kBefore[2], "Hall | 16:00 - 16:30 | Beta"}),
                                 moment("12:10"))) == Lines{"Beta from Hall now at 16:00"});
}

TEST_CASE("a room renamed again and again keeps what was told in it") {
  const Schedule first = programme(kBefore);
  const auto renamed = [](Lines lines, const std::string& name) {
    for (std::string& line : lines) {
      if (line.rfind("Hall", 0) == 0) line = name + line.substr(4);
    }
    return programme(lines);
  };
  const Lines gone = {kBefore[0], kBefore[2], "Hall | 16:00 - 16:30 | Delta"};
  const auto one = changes_to_announce({}, first, programme(gone), moment("12:00"));
  const auto two = changes_to_announce(one, programme(gone), renamed(gone, "Aula"), moment("12:05"));
  CHECK(told(two) == Lines{"Beta from Aula vanished"});
  const auto three = changes_to_announce(two, renamed(gone, "Aula"), renamed(gone, "Atrium"), moment("12:10"));
  CHECK(told(three) == Lines{"Beta from Atrium vanished"});
  CHECK(told(changes_to_announce(three, renamed(gone, "Atrium"), programme(gone), moment("12:15"))) == told(one));
}

TEST_CASE("of very many changes the soonest are told, in their order") {
  std::vector<FeedChange> changes(4);
  for (const std::size_t i : {0, 1, 2, 3})
    changes[i].before.start = moment("12:00") + seconds(i % 2 == 0 ? i : 100 + i);
  const auto kept = soonest(changes, 3);
  CHECK(kept == std::vector<FeedChange>{changes[0], changes[1], changes[2]});
  CHECK(soonest(changes, 4) == changes);
}

TEST_CASE("a note stands where each changed session was, and the times before on those at another time") {
  const Schedule before = programme(kBefore);
  const Schedule after = programme({kBefore[0], "Hall | 14:30 - 15:00 | Beta"});
  const Schedule told = with_changes_announced(after, changes_to_announce({}, before, after, moment("12:00")));
  REQUIRE(told.sessions.size() == 4);
  const Session& beta = told.sessions[1];
  CHECK(beta.retimed);
  CHECK(beta.printed_start == moment("14:00"));
  CHECK(beta.printed_end == moment("14:30"));
  CHECK(takes_place(beta));
  const Session& note = told.sessions[2];
  CHECK(note.announced);
  CHECK(note.start == moment("14:00"));
  CHECK(note.now_at == moment("14:30"));
  CHECK_FALSE(takes_place(note));
  const Session& gone = told.sessions[3];
  CHECK(gone.cancelled);
  CHECK(told.rooms[gone.rooms.at(0)].name == "Foyer");
}
