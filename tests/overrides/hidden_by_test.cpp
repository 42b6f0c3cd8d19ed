// SPDX-License-Identifier: MIT
#include "overrides/hidden_by.hpp"

#include <doctest/doctest.h>

#include "overrides/known.hpp"

using namespace placard;
using namespace placard::test;

namespace {

const SignNames kSign{"golden-gate-a", {"Golden Gate A"}};

struct Row {
  std::vector<std::string> entries;
  std::vector<std::string> hidden;
};

std::string message(const std::string& id, const std::string& level, const std::string& from,
                    const std::string& more = "") {
  return R"({"id": ")" + id + R"(", "message": "x", "level": ")" + level + R"(", "from": "2025-11-04T)" + from +
         R"(", "until": "2025-11-04T18:00")" + more + "}";
}

std::string replacement(const std::string& id, const std::string& from) {
  return R"({"id": ")" + id + R"(", "replace": {"title": "x"}, "from": "2025-11-04T)" + from + R"("})";
}

}  // namespace

TEST_CASE("who hides whom: louder over lower, a takeover over all, a replacement over the programme") {
  const std::string full = R"({"id": "f", "rooms": ["Golden Gate A"], "full": true})";
  const Row rows[] = {
      {{message("a", "notice", "11:00")}, {""}},
      {{message("a", "notice", "11:00"), message("b", "notice", "11:30")}, {"", ""}},
      {{message("a", "notice", "11:30"), message("b", "warning", "11:00")}, {"b", ""}},
      {{message("a", "warning", "11:00"), message("b", "notice", "11:30")}, {"", "a"}},
      {{message("a", "notice", "11:00"), message("b", "warning", "11:30"), message("c", "warning", "11:10")},
       {"b", "", ""}},
      {{message("a", "takeover", "11:00"), message("b", "takeover", "11:01")}, {"b", ""}},
      {{message("a", "takeover", "11:02"), message("b", "takeover", "11:01")}, {"", "a"}},
      {{message("a", "takeover", "11:01"), message("b", "takeover", "11:01")}, {"b", ""}},
      {{message("a", "takeover", "11:00"), message("b", "warning", "11:30"), replacement("r", "11:40"), full},
       {"", "a", "a", "a"}},
      {{replacement("r", "11:00"), message("a", "notice", "11:00"), full}, {"", "", "r"}},
      {{replacement("r", "11:00"), replacement("s", "11:30")}, {"s", ""}},
      {{full, message("a", "warning", "11:00")}, {"", ""}},
  };
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    CAPTURE(i);
    CHECK(hidden_by(known(rows[i].entries), kSign, moment("12:00")) == rows[i].hidden);
  }
}

TEST_CASE("an entry without from was said after what stands above it, whenever a sign first read it") {
  const std::string by_hand = R"({"id": "h", "message": "x", "level": "takeover", "until": "2025-11-04T18:00"})";
  const auto after = known({by_hand, message("b", "takeover", "11:00")});
  CHECK(hidden_by(after, kSign, moment("12:00")) == std::vector<std::string>{"b", ""});
  const auto before = known({message("b", "takeover", "11:00"), by_hand});
  CHECK(hidden_by(before, kSign, moment("12:00")) == std::vector<std::string>{"h", ""});
  // What is to come has not been said yet.
  const auto later = known({message("c", "takeover", "17:00"), by_hand, message("b", "takeover", "11:00")});
  CHECK(hidden_by(later, kSign, moment("12:00")) == std::vector<std::string>{"", "b", ""});
  CHECK(hidden_by(later, kSign, moment("17:00")) == std::vector<std::string>{"h", "", "h"});
}

TEST_CASE("only what holds on this sign at this instant hides, and a hider without an id is named by what it says") {
  const auto later = known({message("a", "notice", "11:00"), message("b", "warning", "13:00")});
  CHECK(hidden_by(later, kSign, moment("12:59:59")) == std::vector<std::string>{"", ""});
  CHECK(hidden_by(later, kSign, moment("13:00")) == std::vector<std::string>{"b", ""});
  CHECK(hidden_by(later, kSign, moment("18:00")) == std::vector<std::string>{"", ""});
  const auto other = known({message("a", "notice", "11:00"), message("b", "warning", "11:00", R"(, "signs": ["x"])")});
  CHECK(hidden_by(other, kSign, moment("12:00")) == std::vector<std::string>{"", ""});
  const auto nameless = known({message("a", "notice", "11:00"), R"({"message": "Out!", "level": "takeover"})"});
  CHECK(hidden_by(nameless, kSign, moment("12:30")) == std::vector<std::string>{"\"Out!\"", ""});
  CHECK(hider_name("", std::string(60, 'x')) == std::string(60, 'x'));
  CHECK(hider_name("", std::string(61, 'x')) == std::string(59, 'x') + "…");
}
