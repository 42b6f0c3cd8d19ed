// SPDX-License-Identifier: MIT
#include "schedule/room_renames.hpp"

#include <doctest/doctest.h>

#include "schedule/programme.hpp"

using namespace placard;

namespace {

using Lines = std::vector<std::string>;

const Lines kBefore = {"Hall | 13:00 - 13:30 | Alpha", "Hall | 14:00 - 14:30 | Beta", "Foyer | 13:00 - 13:30 | Gamma"};

Lines in_place_of_hall(const std::string& name) {
  Lines lines = kBefore;
  for (std::string& line : lines) {
    if (line.rfind("Hall", 0) == 0) line = name + line.substr(4);
  }
  return lines;
}

// "hall=Aula"
Lines told(const RoomRenames& renamed) {
  Lines lines;
  for (const auto& [name, now] : renamed) lines.push_back(name + "=" + now);
  return lines;
}

}  // namespace

TEST_CASE("a room is closed, not renamed, where most of its sessions are gone") {
  const Schedule before = programme({"Hall | 10:00 - 10:30 | A", "Hall | 11:00 - 11:30 | B", "Hall | 12:00 - 12:30 | C",
                                     "Foyer | 10:00 - 10:30 | D"});
  const auto after = [](Lines lines) {
    lines.push_back("Foyer | 10:00 - 10:30 | D");
    return programme(lines);
  };
  CHECK(told(renamed_rooms(before, after({"Tent | 12:00 - 12:30 | C"}))).empty());
  CHECK((told(renamed_rooms(before, after({"Tent | 12:00 - 12:30 | C", "Tent | 11:00 - 11:30 | B"}))) ==
         Lines{"hall=Tent"}));
}

TEST_CASE("a room is renamed where all its sessions stand in one new room, at their times") {
  struct Row {
    const char* name;
    Lines after, renamed;
  };
  const Row rows[] = {
      {"as it was", kBefore, {}},
      {"another name", in_place_of_hall("Aula"), {"hall=Aula"}},
      {"and one of its sessions gone", {"Aula | 13:00 - 13:30 | Alpha", kBefore[2]}, {"hall=Aula"}},
      {"and another room beside it", {"Aula, Foyer | 13:00 - 13:30 | Alpha", kBefore[2]}, {"hall=Aula"}},
      {"two new rooms", {"Aula | 13:00 - 13:30 | Alpha", "Tent | 14:00 - 14:30 | Beta", kBefore[2]}, {}},
      {"a room that was there", in_place_of_hall("Foyer"), {}},
      {"another time", {"Aula | 13:00 - 13:30 | Alpha", "Aula | 15:00 - 15:30 | Beta", kBefore[2]}, {}},
      {"a session stayed", {"Aula | 13:00 - 13:30 | Alpha", kBefore[1], kBefore[2]}, {}},
      {"nothing of it is left", {kBefore[2]}, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    CHECK(told(renamed_rooms(programme(kBefore), programme(row.after))) == row.renamed);
  }
}

TEST_CASE("an id keeps a room under another name, unless that name was another room's") {
  Schedule before = programme(kBefore);
  before.rooms = {{"Hall", "1"}, {"Foyer", "2"}};
  Schedule after = before;
  after.sessions.clear();
  after.rooms[0].name = "Aula";
  CHECK(told(renamed_rooms(before, after)) == Lines{"hall=Aula"});
  after.rooms = {{"Foyer", "1"}};
  CHECK(renamed_rooms(before, after).empty());
  after.rooms = {{"Foyer", "1"}, {"Hall", "2"}};
  CHECK(renamed_rooms(before, after).empty());
}

TEST_CASE("a name that a sign asks for leads to its room through any number of updates, and back") {
  const Lines names = {"Hall"};
  const Schedule hall = programme(kBefore);
  const Schedule aula = programme(in_place_of_hall("Aula"));
  const Schedule atrium = programme(in_place_of_hall("Atrium"));
  const Schedule without = programme({kBefore[2]});
  const NewNames one = new_names(names, {}, hall, aula);
  CHECK(one == NewNames{{"Hall", "Aula"}});
  CHECK(new_names(names, one, aula, aula) == one);
  const NewNames two = new_names(names, one, aula, atrium);
  CHECK(two == NewNames{{"Hall", "Atrium"}});
  CHECK(new_names(names, two, atrium, hall).empty());
  // Nobody knows where it is: under the name it had last it may come again.
  CHECK(new_names(names, two, atrium, without) == two);
  CHECK(new_names(names, {}, hall, without).empty());
  CHECK(new_names({"Cellar"}, {}, hall, aula).empty());
}

TEST_CASE("a sign that asks for an id finds its room when the ids change") {
  Schedule before = programme(kBefore);
  before.rooms = {{"Hall", "1"}, {"Foyer", "2"}};
  Schedule after = before;
  after.rooms = {{"Hall", "7"}, {"Foyer", "8"}};
  CHECK(new_names({"1"}, {}, before, after) == NewNames{{"1", "Hall"}});
}
