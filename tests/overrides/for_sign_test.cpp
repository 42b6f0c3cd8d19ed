// SPDX-License-Identifier: MIT
#include "overrides/for_sign.hpp"

#include <doctest/doctest.h>

#include "overrides/known.hpp"

using namespace placard;
using namespace placard::test;

namespace {

const SignNames kSign{"golden-gate-a", {"Golden Gate A", "GGA"}};

}  // namespace

TEST_CASE("an entry is for a sign whose name or one of whose rooms it names; without names it is for all") {
  struct Row {
    const char* targets;
    bool concerned;
  };
  const Row rows[] = {{"", true},
                      {R"("signs": ["golden-gate-a"],)", true},
                      {R"("signs": ["golden-*"],)", true},
                      {R"("signs": ["yerba-*", "*-a"],)", true},
                      {R"("signs": ["yerba-*"],)", false},
                      {R"("rooms": ["golden gate ?"],)", true},
                      {R"("rooms": ["GGA"],)", true},
                      {R"("rooms": ["Golden Gate"],)", false},
                      {R"("signs": ["yerba-*"], "rooms": ["GGA"],)", true},
                      {R"("signs": ["golden-gate-a"], "rooms": ["Yerba *"],)", true}};
  for (const Row& row : rows) {
    CAPTURE(row.targets);
    const auto all = known({"{" + std::string(row.targets) + R"("message": "Hi", "level": "notice"})"});
    CHECK(concerns(all.front().entry, kSign) == row.concerned);
  }
  const auto by_sign = known({R"({"signs": ["*"], "message": "Hi", "level": "notice"})"});
  CHECK_FALSE(concerns(by_sign.front().entry, {"", {"Hall"}}));  // an unnamed sign has no name to fit
}

TEST_CASE("the next begin or end on a sign") {
  const auto all =
      known({R"({"message": "a", "level": "notice", "from": "2025-11-04T12:10", "until": "2025-11-04T12:50"})",
             R"({"signs": ["other"], "message": "b", "level": "notice", "until": "2025-11-04T12:20"})",
             R"({"rooms": ["Other"], "delay_minutes": 5, "until": "2025-11-04T12:30"})",
             R"({"rooms": ["Other"], "full": true, "until": "2025-11-04T12:40"})"});
  struct Row {
    const char* at;
    const char* next;  // "": none
  };
  for (const Row& row :
       {Row{"12:00", "12:10"}, {"12:10", "12:30"}, {"12:30", "12:40"}, {"12:40", "12:50"}, {"12:50", ""}}) {
    CAPTURE(row.at);
    const auto next = next_begin_or_end(all, kSign, moment(row.at));
    CHECK(next.has_value() == (*row.next != '\0'));
    if (next) CHECK((*next == moment(row.next)));
  }
}

TEST_CASE("a room is named by a pattern of any of its names, or by the feed's id, which is no pattern") {
  const Room room{"Golden Gate A", "gga-1", {"Salon d'Or"}};
  CHECK(names_room({"golden *"}, room));
  CHECK(names_room({"x", "Salon ?'Or"}, room));
  CHECK(names_room({"gga-1"}, room));
  CHECK_FALSE(names_room({"gga-*", "Golden Gate"}, room));
  CHECK_FALSE(names_room({}, room));
}
