// SPDX-License-Identifier: MIT
#include "schedule/plausibility.hpp"

#include <doctest/doctest.h>

#include "schedule/programme.hpp"

using namespace placard;
using namespace std::chrono_literals;

namespace {

// Five sessions in two rooms.
Schedule known() {
  return programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 14:00 - 14:30 | Beta", "Foyer | 13:00 - 13:30 | Gamma",
                    "Foyer | 14:00 - 14:30 | Delta", "Foyer | 15:00 - 15:30 | Epsilon"});
}

PlausibilityRules rules(const std::string& event = "", std::optional<Instant> generated = std::nullopt) {
  return {{"Hall"}, event, moment("12:00"), generated};
}

std::vector<std::string> reasons(const Schedule& known, const Schedule& news, const PlausibilityRules& by = rules()) {
  return suspicion_of(known, news, by).reasons;
}

}  // namespace

TEST_CASE("the same feed, a longer one, or one that lost less than half raises no suspicion") {
  Schedule news = known();
  CHECK(reasons(known(), news).empty());
  news.sessions.pop_back();
  news.sessions.pop_back();
  CHECK(news.sessions.size() == 3);
  CHECK(reasons(known(), news).empty());
}

TEST_CASE("less than half of the sessions, none at all, and a lost room are suspicious, each for its reason") {
  Schedule news = known();
  news.sessions.resize(2);
  CHECK(reasons(known(), news) == std::vector<std::string>{"it has 2 sessions instead of 5"});
  CHECK(reasons(known(), Schedule{}).size() == 2);
  const Schedule lost = programme({"Foyer | 13:00 - 13:30 | Gamma", "Foyer | 14:00 - 14:30 | Delta",
                                   "Foyer | 15:00 - 15:30 | Epsilon", "Annexe | 15:00 - 15:30 | Zeta"});
  CHECK(reasons(known(), lost) == std::vector<std::string>{"it has lost the room \"Hall\""});
  CHECK(reasons(lost, known()).empty());
}

TEST_CASE("an older copy is suspicious, by what both say of themselves; the future counts for nothing") {
  struct Row {
    const char* before;  // "": it does not say
    const char* after;
    bool suspicious;
  };
  const Row rows[] = {
      {"11:00", "10:59:59", true},
      {"11:00", "11:00", false},
      {"11:00", "11:01", false},
      {"", "10:00", false},
      {"11:00", "", false},
      {"12:05", "10:00", true},
      {"12:05:01", "10:00", false},  // more than five minutes
                                     // ahead of this device
      {"11:00", "13:00", false},
      {"13:00", "13:30", false},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.before));
    CAPTURE(std::string(row.after));
    Schedule before = known();
    Schedule after = known();
    if (*row.before != '\0') before.generated_at = moment(row.before);
    if (*row.after != '\0') after.generated_at = moment(row.after);
    CHECK(reasons(before, after, rules("", before.generated_at)).empty() != row.suspicious);
  }
}

TEST_CASE("another event's feed is suspicious, unless the config names it") {
  struct Row {
    const char* before;
    const char* after;
    const char* config;
    bool suspicious;
  };
  const Row rows[] = {
      {"Ours", "Theirs", "", true},      {"Ours", "Theirs", "Ours", true}, {"Ours", "Theirs", "theirs ", false},
      {"Ours", "  ours ", "", false},    {"Ours", "", "", false},          {"", "Theirs", "", false},
      {"Ours", "Theirs", "Other", true},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.after));
    CAPTURE(std::string(row.config));
    Schedule before = known();
    Schedule after = known();
    before.event = row.before;
    after.event = row.after;
    CHECK(reasons(before, after, rules(row.config)).empty() != row.suspicious);
  }
}

TEST_CASE("a room that is gone is missed while people look for it, unless it is certain where it or its sessions are") {
  using Lines = std::vector<std::string>;
  const Lines foyer = {"Foyer | 13:00 - 13:30 | Gamma", "Foyer | 14:00 - 14:30 | Delta",
                       "Foyer | 15:00 - 15:30 | Epsilon"};
  struct Row {
    const char* name;
    Lines instead;  // of the Hall's two sessions, at 13:00 and 14:00
    bool still_listed;
    const char* at;
    bool suspicious;
    const char* until;  // "": as any other suspicion
  };
  const Row rows[] = {
      {"gone", {}, false, "12:00", true, "11-05 02:30"},
      {"gone, one session on", {}, false, "14:29:59", true, "11-05 02:30"},
      {"gone, all over", {}, false, "15:00", true, "11-05 02:30"},
      {"gone, all over for long", {}, false, "11-05 02:30", true, "11-05 02:30"},
      {"renamed", {"Aula | 13:00 - 13:30 | Alpha", "Aula | 14:00 - 14:30 | Beta"}, false, "12:00", false, ""},
      {"renamed, one session gone", {"Aula | 14:00 - 14:30 | Beta"}, false, "12:00", false, ""},
      {"all moved to others",
       {"Foyer | 13:00 - 13:30 | Alpha", "Tent | 17:00 - 17:30 | Beta"},
       false,
       "12:00",
       false,
       ""},
      {"one moved, one gone", {"Foyer | 14:00 - 14:30 | Beta"}, false, "12:00", true, "11-05 02:30"},
      {"one moved, one over", {"Foyer | 14:00 - 14:30 | Beta"}, false, "13:30", false, ""},
      {"empty, but listed", {}, true, "12:00", true, ""},
      {"empty, but listed, all moved",
       {"Foyer | 13:00 - 13:30 | Alpha", "Foyer | 14:00 - 14:30 | Beta"},
       true,
       "12:00",
       false,
       ""},
      {"empty, but listed, all over", {}, true, "15:00", true, "11-05 02:30"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    Lines after = foyer;
    after.insert(after.end(), row.instead.begin(), row.instead.end());
    Schedule news = programme(after);
    if (row.still_listed) news.rooms.push_back({"Hall", ""});
    PlausibilityRules by = rules();
    by.now = moment(row.at);
    const Suspicion suspicion = suspicion_of(known(), news, by);
    CHECK(suspicion.reasons.empty() != row.suspicious);
    const bool missed = *row.until != '\0';
    CHECK(suspicion.room_missed_until == (missed ? std::optional(moment(row.until)) : std::nullopt));
  }
}

TEST_CASE("another event's room of the same id is another room") {
  Schedule before = known();
  before.event = "Ours";
  before.rooms[0].id = "1";
  Schedule news =
      programme({"Attic | 13:00 - 13:30 | Alpha", "Attic | 14:00 - 14:30 | Beta", "Foyer | 13:00 - 13:30 | Gamma"});
  news.event = "Theirs";
  news.rooms[0].id = "1";
  CHECK(suspicion_of(before, news, rules()).room_missed_until == moment("11-05 02:30"));
}
