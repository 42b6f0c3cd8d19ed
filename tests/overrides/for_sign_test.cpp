// SPDX-License-Identifier: MIT
#include "overrides/for_sign.hpp"

#include <doctest/doctest.h>

#include "overrides/known.hpp"

using namespace placard;
using namespace placard::test;

namespace {

const SignNames kSign{"golden-gate-a", {"Golden Gate A", "GGA"}};

std::vector<std::string> texts(const StaffSays& says) {
  std::vector<std::string> out;
  for (const StaffMessage& message : says.messages) out.push_back(message.text);
  return out;
}

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
    CHECK(staff_says(all, kSign, moment("12:00")).messages.empty() != row.concerned);
  }
  const auto by_sign = known({R"({"signs": ["*"], "message": "Hi", "level": "notice"})"});
  CHECK_FALSE(concerns(by_sign.front().entry, {"", {"Hall"}}));  // an unnamed sign has no name to fit
}

TEST_CASE("messages come in file order; the first replacement counts") {
  const auto all = known({R"({"message": "one", "level": "notice"})", R"({"replace": {"title": "A"}})",
                          R"({"message": "two", "level": "takeover", "until": "2025-11-04T13:00"})",
                          R"({"replace": {"title": "B"}})", R"({"rooms": ["GGA"], "full": true})"});
  const StaffSays says = staff_says(all, kSign, moment("12:00"));
  CHECK(texts(says) == std::vector<std::string>{"one", "two"});
  CHECK(says.messages[1].level == MessageLevel::takeover);
  CHECK((says.messages[1].until == moment("13:00")));
  CHECK(says.replacement->title == "A");
  CHECK(says.room_full);
  CHECK(texts(staff_says(all, kSign, moment("13:00"))) == std::vector<std::string>{"one"});
}

TEST_CASE("a message tells since when it holds: from its from, else from when it was first read") {
  const auto all = known({R"({"message": "one", "level": "notice", "from": "2025-11-04T11:00"})",
                          R"({"message": "two", "level": "takeover"})"},
                         moment("12:34"));
  const StaffSays says = staff_says(all, kSign, moment("12:40"));
  CHECK((says.messages[0].since == moment("11:00")));
  CHECK((says.messages[1].since == moment("12:34")));
  CHECK((says.messages[1].until == moment("13:34")));
  CHECK_FALSE(says.messages[1].from);
}

TEST_CASE("the next begin or end on a sign") {
  const auto all =
      known({R"({"message": "a", "level": "notice", "from": "2025-11-04T12:10", "until": "2025-11-04T12:50"})",
             R"({"signs": ["other"], "message": "b", "level": "notice", "until": "2025-11-04T12:20"})",
             R"({"rooms": ["Other"], "delay_minutes": 5, "until": "2025-11-04T12:30"})"});
  struct Row {
    const char* at;
    const char* next;  // "": none
  };
  for (const Row& row : {Row{"12:00", "12:10"}, {"12:10", "12:30"}, {"12:30", "12:50"}, {"12:50", ""}}) {
    CAPTURE(row.at);
    const auto next = next_begin_or_end(all, kSign, moment(row.at));
    CHECK(next.has_value() == (*row.next != '\0'));
    if (next) CHECK((*next == moment(row.next)));
  }
}
