// SPDX-License-Identifier: MIT
#include "base/text/nearest.hpp"

#include <doctest/doctest.h>

using namespace placard;

namespace {

using Names = std::vector<std::string>;

const Names kRooms = {"Golden Gate A", "Golden Gate B",     "Golden Gate C1", "Yerba Buena Salon 4-6",
                      "Rayground",     "Lightning Theater", "Gift Room"};

}  // namespace

TEST_CASE("the distance of two names is the number of slips of the finger between them") {
  struct Row {
    std::string a, b;
    std::size_t slips;
  };
  const Row rows[] = {
      {"", "", 0},        {"room", "room", 0},  {"room", "ROOM ", 0},   {"room", "", 4},       {"", "room", 4},
      {"room", "rom", 1}, {"room", "rooom", 1}, {"room", "roam", 1},    {"room", "orom", 1},   {"room", "moor", 2},
      {"url", "uri", 1},  {"Saal", "Säal", 1},  {"Zürich", "Zurch", 2}, {"会議室", "会議", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(edit_distance(row.a, row.b) == row.slips);
    CHECK(edit_distance(row.b, row.a) == row.slips);
  }
}

TEST_CASE("the nearest names come first, and only those a person may have meant") {
  CHECK(nearest_names("golden gate a", kRooms).front() == "Golden Gate A");
  CHECK(nearest_names("Goldn Gate B", kRooms).front() == "Golden Gate B");
  CHECK(nearest_names("raygruond", kRooms) == Names{"Rayground"});
  CHECK(nearest_names("Moscone West", kRooms).empty());
  CHECK(nearest_names("Lobby", {"Lodge"}).empty());
  CHECK(nearest_names("Lobby", {"Lodge", "Hobby"}) == Names{"Hobby"});
  CHECK(nearest_names("x", kRooms).empty());
  CHECK(nearest_names("Gift Room", {}).empty());
}

TEST_CASE("a part of a name of three letters or more is near enough") {
  CHECK(nearest_names("theater", kRooms) == Names{"Lightning Theater"});
  CHECK(nearest_names("Yerba Buena", kRooms) == Names{"Yerba Buena Salon 4-6"});
  CHECK(nearest_names("aa", {"Haarlem room"}).empty());
}

TEST_CASE("no more names than asked for, none twice, ties in the order given") {
  CHECK(nearest_names("Golden Gate", kRooms) == Names{"Golden Gate A", "Golden Gate B", "Golden Gate C1"});
  CHECK(nearest_names("Golden Gate", kRooms, 1) == Names{"Golden Gate A"});
  CHECK(nearest_names("Golden Gate", kRooms, 0).empty());
  CHECK(nearest_names("rom", {"room", "room", "Room"}) == Names{"room", "Room"});
}

TEST_CASE("did you mean …?") {
  CHECK(did_you_mean("titel", {"start", "title"}) == " Did you mean \"title\"?");
  CHECK(did_you_mean("golden gate", {"Golden Gate A", "Golden Gate B"}) ==
        " Did you mean \"Golden Gate A\" or \"Golden Gate B\"?");
  CHECK(did_you_mean("golden gate", kRooms) ==
        " Did you mean \"Golden Gate A\", \"Golden Gate B\" or \"Golden Gate C1\"?");
  CHECK(did_you_mean("Moscone West", kRooms) == "");
}

TEST_CASE("names of absurd length are compared by their beginnings") {
  const std::string long_name(100'000, 'a');
  CHECK(edit_distance(long_name, std::string(100'000, 'b')) == 64);
  CHECK(nearest_names(long_name, Names(200, long_name)).size() == 1);
}
