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

}  // namespace

TEST_CASE("the same feed, a longer one, or one that lost less than half raises no suspicion") {
  Schedule news = known();
  CHECK(rejection_reasons(known(), news, rules()).empty());
  news.sessions.pop_back();
  news.sessions.pop_back();
  CHECK(news.sessions.size() == 3);
  CHECK(rejection_reasons(known(), news, rules()).empty());
}

TEST_CASE("less than half of the sessions, none at all, and a lost room are suspicious, each for its reason") {
  Schedule news = known();
  news.sessions.resize(2);
  CHECK(rejection_reasons(known(), news, rules()) == std::vector<std::string>{"it has 2 sessions instead of 5"});
  CHECK(rejection_reasons(known(), Schedule{}, rules()).size() == 2);
  const Schedule lost = programme({"Foyer | 13:00 - 13:30 | Gamma", "Foyer | 14:00 - 14:30 | Delta",
                                   "Foyer | 15:00 - 15:30 | Epsilon", "Annexe | 15:00 - 15:30 | Zeta"});
  CHECK(rejection_reasons(known(), lost, rules()) == std::vector<std::string>{"it has lost the room \"Hall\""});
  CHECK(rejection_reasons(lost, known(), rules()).empty());
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
    CHECK(rejection_reasons(before, after, rules("", before.generated_at)).empty() != row.suspicious);
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
    CHECK(rejection_reasons(before, after, rules(row.config)).empty() != row.suspicious);
  }
}
